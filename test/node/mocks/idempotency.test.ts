import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFaults } from '../../../src/mocks/index.js';
import { createWorld, DAY, decision, makeCredentials, noAnswers, submitNow } from './world.js';

const path = 'POST /subscriptions/sub_42/credentials/sandbox';
const withKey = (key: string, body: unknown = {}, as = 'joel') => ({
  as,
  body,
  headers: { 'Idempotency-Key': key },
});

describe('a write with a key', () => {
  it('is done once, and its repeat gets the answer without the secret', async () => {
    const { send, host } = await createWorld();
    const first = await send(path, withKey('k1'));
    const again = await send(path, withKey('k1'));
    assert.equal(first.body.revealed.length, 1);
    assert.equal(again.status, 201);
    assert.deepEqual(again.body, { ...first.body, revealed: [], replayed: true });
    assert.ok(!JSON.stringify(await host.export()).includes(first.body.revealed[0].value));
  });

  it('gives a token once', async () => {
    const world = await createWorld();
    await makeCredentials(world);
    const first = await world.send(`${path}/token`, withKey('k1'));
    assert.equal(await world.host.checkSecret(first.body.accessToken), true);
    assert.ok(first.body.curl.includes(first.body.accessToken));
    const again = await world.send(`${path}/token`, withKey('k1'));
    const { curl: _, ...rest } = first.body;
    assert.deepEqual(again.body, { ...rest, accessToken: null, replayed: true });
  });

  it('is refused with another body, whatever the order of its keys', async () => {
    const world = await createWorld();
    await makeCredentials(world);
    const rotate = (body: unknown) => world.send(`${path}/rotate-secret`, withKey('k1', body));
    const first = await rotate({ name: 'api_key', overlapSeconds: 60 });
    const same = await rotate({ overlapSeconds: 60, name: 'api_key' });
    assert.equal(same.body.credential.id, first.body.credential.id);
    assert.equal(same.body.replayed, true);
    const other = await rotate({ overlapSeconds: 61 });
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused']);
    const { credentials } = (await world.as('joel').getSnapshot('sub_42'))!;
    assert.equal(credentials.sandbox?.secrets.length, 2, 'rotated once');
  });

  it('meets itself while it is under way', async () => {
    const { send } = await createWorld();
    const [one, two] = await Promise.all([send(path, withKey('k1')), send(path, withKey('k1'))]);
    assert.deepEqual([one.status, two.status], [201, 409]);
    assert.equal(two.body.code, 'idempotency_in_progress');
    assert.equal(two.headers.get('Retry-After'), '1');
    assert.equal((await send(path, withKey('k1'))).body.replayed, true);
  });

  it('leaves its key free when it is refused', async () => {
    const world = await createWorld();
    const submit = 'POST /subscriptions/sub_42/submissions';
    assert.equal((await world.send(submit, withKey('k1', noAnswers))).status, 409);
    await makeCredentials(world);
    const other = { answers: {}, formVersion: null, note: 'another body' };
    assert.equal((await world.send(submit, withKey('k1', other))).status, 201);
  });

  it('is one of its caller, path and method', async () => {
    const world = await createWorld();
    assert.equal((await world.send(path, withKey('k1'))).status, 201);
    const ines = path.replace('sub_42', 'sub_77');
    assert.equal((await world.send(ines, withKey('k1', {}, 'ines'))).body.replayed, false);
    assert.equal((await world.send(`${path}/regenerate`, withKey('k1'))).body.replayed, false);
    assert.equal((await world.send(path, withKey('k1', {}, 'mara'))).status, 403);
    assert.equal((await world.send(path, withKey('k1', {}, 'ines'))).status, 404);
  });

  it('is kept for a day, before the version is looked at', async () => {
    const world = await createWorld();
    const { id, version } = await submitNow(world);
    const decide = () =>
      world.send(`POST /reviews/${id}/decision`, {
        as: 'mara',
        body: decision('approved'),
        headers: { 'Idempotency-Key': 'k1', 'If-Match': `"${version}"` },
      });
    const first = await decide();
    const again = await decide();
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal(again.headers.get('ETag'), first.headers.get('ETag'));
    world.now += DAY - 1;
    assert.equal((await decide()).status, 200);
    world.now += 1;
    assert.deepEqual((await decide()).body.code, 'version_conflict');
    await world.as('joel').createCredentials('sub_42', 'production');
    assert.equal(Object.keys((await world.host.export()).kept).length, 1, 'old ones are dropped');
  });

  it('is found again after its answer got lost', async () => {
    const world = await createWorld();
    const faults = createFaults();
    const joel = world.as('joel', faults);
    faults.loseAnswer({ operation: 'createCredentials' });
    const lost = joel.createCredentials('sub_42', 'sandbox', { idempotencyKey: 'k1' });
    await assert.rejects(lost, { code: 'network', outcomeUnknown: true });
    const { credentials } = (await joel.getSnapshot('sub_42'))!;
    assert.equal(credentials.sandbox?.deliveredAt, null, 'made, but it never arrived');
    const again = await joel.createCredentials('sub_42', 'sandbox', { idempotencyKey: 'k1' });
    assert.deepEqual([again.replayed, again.revealed], [true, []]);
    assert.deepEqual(again.credential.id, credentials.sandbox?.id);
  });

  it('does not survive in another state', async () => {
    const world = await createWorld();
    const before = await world.host.export();
    await world.send(path, withKey('k1'));
    await world.host.replace(before);
    assert.equal((await world.send(path, withKey('k1'))).body.replayed, false);
  });
});
