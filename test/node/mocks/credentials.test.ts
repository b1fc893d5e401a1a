import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { curlLine } from '../../../src/elements/credential-card/curl-line.js';
import { people } from '../../../src/mocks/index.js';
import { approveNow, createWorld, DAY, HOUR, makeCredentials } from './world.js';

const id = 'sub_42';
const lane = 'sandbox';

describe('credentials', () => {
  it('are made anew, and the old ones are dead at once', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    const old = await makeCredentials(world);
    const token = await joel.generateToken(id, lane);
    const issued = await joel.regenerate(id, lane);
    assert.notEqual(issued.credential.id, old.credential.id);
    assert.equal(issued.credential.deliveredAt, null);
    assert.equal(await world.host.checkSecret(old.secret), false);
    assert.equal(await world.host.checkSecret(token.accessToken!), false);
    assert.equal(await world.host.checkSecret(issued.revealed[0]!.value), true);
  });

  it('keep their identifier when the secret is rotated; without an overlap the old one is dead', async () => {
    const world = await createWorld();
    await world.subscribe('sub_1', 'partner', people.joel);
    const old = await makeCredentials(world, 'sub_1');
    assert.deepEqual(
      old.revealed.map(({ name }) => name),
      ['client_id', 'client_secret'],
    );
    const rotated = await world.as('joel').rotateSecret('sub_1', lane, {});
    assert.equal(rotated.credential.id, old.credential.id);
    assert.deepEqual(rotated.credential.values[0], old.credential.values[0]);
    assert.deepEqual(
      rotated.revealed.map(({ name }) => name),
      ['client_secret'],
    );
    assert.equal(rotated.credential.deliveredAt, null);
    assert.equal(rotated.credential.secrets.length, 1);
    assert.equal(await world.host.checkSecret(old.secret), false);
  });

  it('let the old secret go on until the overlap ends, and change their version then', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    const old = await makeCredentials(world);
    const { credential, revealed } = await joel.rotateSecret(id, lane, { overlapSeconds: 3600 });
    const [first, second] = credential.secrets;
    assert.equal(first?.validUntil, new Date(world.now + HOUR).toISOString());
    assert.equal(second?.validUntil, null);
    assert.equal(credential.values[0]?.hint, second?.hint);
    const { version } = (await joel.getSnapshot(id))!;

    world.now += HOUR - 1;
    assert.equal(await world.host.checkSecret(old.secret), true);
    assert.equal(await joel.getSnapshot(id, { unlessVersion: version }), null);
    world.now += 1;
    assert.equal(await world.host.checkSecret(old.secret), false);
    assert.equal(await world.host.checkSecret(revealed[0]!.value), true);
    const after = (await joel.getSnapshot(id, { unlessVersion: version }))!;
    assert.deepEqual(after.credentials.sandbox?.secrets, [second]);
    assert.equal(after.updatedAt, first?.validUntil);
    await assert.rejects(joel.retireSecret(id, lane, { secretId: first.id }), {
      code: 'secret_missing',
    });
  });

  it('end an earlier overlap with the next rotation, and retire an old secret on demand', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    const first = await makeCredentials(world);
    const second = await joel.rotateSecret(id, lane, { overlapSeconds: 600 });
    const third = await joel.rotateSecret(id, lane, { overlapSeconds: 600 });
    assert.equal(await world.host.checkSecret(first.secret), false);
    assert.equal(await world.host.checkSecret(second.revealed[0]!.value), true);
    const [old, present] = third.credential.secrets;
    await assert.rejects(joel.retireSecret(id, lane, { secretId: present!.id }), {
      code: 'secret_missing',
      status: 409,
    });
    await world.host.setStatus(id, 'cancelled');
    await joel.retireSecret(id, lane, { secretId: old!.id });
    await world.host.setStatus(id, 'active');
    assert.equal(await world.host.checkSecret(second.revealed[0]!.value), false);
    assert.equal(await world.host.checkSecret(third.revealed[0]!.value), true);
    assert.equal((await joel.getActivity(id)).entries[0]?.kind, 'secret_retired');
  });

  it('say which secret is meant where there are several', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    await world.subscribe('sub_1', 'rates', people.joel);
    const made = await makeCredentials(world, 'sub_1');
    const rotate = (body: object) => joel.rotateSecret('sub_1', lane, body);
    const nameless = {
      code: 'invalid',
      status: 422,
      errors: [{ pointer: '/name', code: 'required' }],
    };
    await assert.rejects(rotate({}), nameless);
    await assert.rejects(rotate({ name: 'third_key' }), {
      errors: [{ pointer: '/name', code: 'option' }],
    });
    const rotated = await rotate({ name: 'primary_key', overlapSeconds: 60 });
    assert.deepEqual(
      rotated.credential.secrets.map(({ name, validUntil }) => [name, validUntil === null]),
      [
        ['primary_key', false],
        ['secondary_key', true],
        ['primary_key', true],
      ],
    );
    assert.equal(await world.host.checkSecret(made.revealed[1]!.value), true);
  });

  it('refuse an overlap that is longer than the host allows', async () => {
    const world = await createWorld({ capabilities: { overlapSeconds: 0 } });
    await makeCredentials(world);
    await assert.rejects(world.as('joel').rotateSecret(id, lane, { overlapSeconds: 1 }), {
      status: 422,
      errors: [{ pointer: '/overlapSeconds', code: 'max' }],
    });
  });

  it('without a secret are there at once and have nothing to rotate', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    await world.subscribe('sub_1', 'direct', people.joel);
    const { credential, revealed } = await joel.createCredentials('sub_1', lane);
    assert.deepEqual(
      revealed.map(({ name }) => name),
      ['client_id', 'token_endpoint', 'jwks_url'],
    );
    assert.deepEqual(credential.secrets, []);
    assert.equal(credential.deliveredAt, credential.createdAt);
    await assert.rejects(joel.rotateSecret('sub_1', lane, {}), { code: 'no_secret' });
    await joel.markDelivered('sub_1', lane, { credentialId: credential.id, secretIds: [] });
    const again = await joel.regenerate('sub_1', lane);
    assert.notEqual(again.revealed[0]?.value, revealed[0]?.value);
    assert.deepEqual(again.revealed.slice(1), revealed.slice(1));
    assert.equal(revealed[2]?.value, 'https://fernwood-ledger.example/.well-known/jwks.json');
  });

  it('arrive when the developer says so, for the present secrets alone', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    const { credential } = await joel.createCredentials(id, lane);
    const delivered = { credentialId: credential.id, secretIds: [credential.secrets[0]!.id] };
    for (const wrong of [
      { ...delivered, secretIds: [] },
      { ...delivered, secretIds: ['sec_0'] },
      { ...delivered, secretIds: [...delivered.secretIds, 'sec_0'] },
      { ...delivered, credentialId: 'cred_0' },
    ]) {
      await assert.rejects(joel.markDelivered(id, lane, wrong), { code: 'credentials_changed' });
    }
    await joel.markDelivered(id, lane, delivered);
    const { version, credentials } = (await joel.getSnapshot(id))!;
    assert.notEqual(credentials.sandbox?.deliveredAt, null);
    world.now += 1000;
    await joel.markDelivered(id, lane, delivered);
    assert.equal(await joel.getSnapshot(id, { unlessVersion: version }), null, 'again: no change');
    await joel.rotateSecret(id, lane, { overlapSeconds: 60 });
    await assert.rejects(joel.markDelivered(id, lane, delivered), { code: 'credentials_changed' });
  });

  it('expire', async () => {
    const world = await createWorld();
    const joel = world.as('joel');
    await world.subscribe('sub_1', 'files', people.joel);
    const { credential, secret } = await makeCredentials(world, 'sub_1');
    assert.equal(credential.expiresAt, new Date(world.now + 90 * DAY).toISOString());
    assert.equal(credential.values[0]?.value, 'files.northbank.example');
    const { version } = (await joel.getSnapshot('sub_1'))!;
    world.now += 90 * DAY;
    assert.equal(await world.host.checkSecret(secret), false);
    await assert.rejects(joel.generateToken('sub_1', lane), { code: 'credentials_expired' });
    const expired = (await joel.getSnapshot('sub_1', { unlessVersion: version }))!;
    assert.equal(expired.refusals['generate_token:sandbox'], 'credentials_expired');
    const { version: later } = expired;
    assert.equal(await joel.getSnapshot('sub_1', { unlessVersion: later }), null, 'once');
    await joel.regenerate('sub_1', lane);
  });

  it('call their endpoint with a line that a shell takes as it is', async () => {
    for (const sandboxEndpoint of [
      'https://sandbox.northbank.example/v2/accounts?from=2026-01-01&to=now',
      "https://sandbox.northbank.example/o'brien/$(id)?to=`id`;id&&id",
      'https://sandbox.northbank.example/accounts?filter[state]=open&in={a,b}',
    ]) {
      const world = await createWorld({ plan: { id: 'explorer', links: { sandboxEndpoint } } });
      await makeCredentials(world);
      const { curl, accessToken } = await world.as('joel').generateToken(id, lane);
      const script = `curl() { printf '%s\\n' "$@"; }\n${curl}`;
      const said = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
      assert.deepEqual(
        said.filter((argument) => argument !== '-g'),
        [sandboxEndpoint, '-H', `Authorization: Bearer ${accessToken}`],
      );
      assert.equal(said.includes('-g'), sandboxEndpoint.includes('['));
      assert.equal(
        curl,
        curlLine(sandboxEndpoint, 'Bearer', accessToken!),
        'as the card writes it',
      );
    }
  });

  it('of production die with a lock and live with its end', async () => {
    const world = await createWorld();
    await approveNow(world);
    const { secret } = await makeCredentials(world, id, 'joel', 'production');
    const token = await world.as('joel').generateToken(id, 'production');
    assert.ok(token.curl?.includes('https://api.northbank.example/'));
    await world.host.setStatus(id, 'expired');
    assert.equal(await world.host.checkSecret(secret), false);
    assert.equal(await world.host.checkSecret(token.accessToken!), false);
    await world.host.setStatus(id, 'active');
    assert.equal(await world.host.checkSecret(secret), true);
    world.now += HOUR;
    assert.equal(await world.host.checkSecret(token.accessToken!), false, 'a token lasts an hour');
    assert.equal(await world.host.checkSecret('nonsense'), false);
  });
});
