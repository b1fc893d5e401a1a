import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/adapter/index.js';
import { routes } from '../../../src/contract/index.js';
import { operations } from '../../../src/mocks/host/operations.js';
import {
  approveNow,
  createWorld,
  decision,
  makeCredentials,
  noAnswers,
  submitNow,
} from './world.js';

const code = (answer: { status: number; body: any }) => [answer.status, answer.body?.code];

describe('who may ask for what', () => {
  it('signs in before anything else', async () => {
    const { send } = await createWorld();
    for (const as of [null, 'nobody', 'constructor', '__proto__']) {
      assert.deepEqual(code(await send('GET /subscriptions/sub_42', { as })), [
        401,
        'not_signed_in',
      ]);
      assert.deepEqual(code(await send('GET /nowhere', { as })), [401, 'not_signed_in']);
      assert.deepEqual(code(await send('POST /reviews', { as, raw: '{' })), [401, 'not_signed_in']);
    }
  });

  it('answers 404 to what is not there and to what is not yours', async () => {
    const { send } = await createWorld();
    const paths = [
      '/nowhere',
      '/subscriptions',
      '/subscriptions/sub_77',
      '/subscriptions/sub_404',
      '/subscriptions/constructor',
      '/subscriptions/%E0%A4%A',
      '/subscriptions/sub_42/credentials/staging',
      '/reviews/rev_404',
    ];
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        assert.deepEqual(code(await send(`${method} ${path}`)), [404, 'not_found'], path);
      }
    }
  });

  it('keeps one company from every path of another', async () => {
    const world = await createWorld();
    await approveNow(world, 'sub_77', 'ines');
    for (const name of Object.keys(operations) as Operation[]) {
      const { method, route } = operations[name];
      const path = (routes[route] as (id: string, lane: string) => string)('sub_77', 'sandbox');
      if (!path.startsWith('/subscriptions')) continue;
      const answer = await world.send(`${method} ${path}`, method === 'GET' ? {} : { raw: '{' });
      assert.deepEqual(code(answer), [404, 'not_found'], path);
    }
    const { id } = (await world.as('ines').getLatestSubmission('sub_77'))!;
    for (const path of [`/reviews/${id}`, `/reviews/${id}/decision`]) {
      assert.deepEqual(code(await world.send(`GET ${path}`, { as: 'joel' })), [404, 'not_found']);
      assert.deepEqual(code(await world.send(`POST ${path}`, { as: 'joel' })), [404, 'not_found']);
    }
  });

  it('names the methods that would do', async () => {
    const { send } = await createWorld();
    const answer = await send('DELETE /subscriptions/sub_42/draft');
    assert.deepEqual(code(answer), [405, 'method_not_allowed']);
    assert.equal(answer.headers.get('Allow'), 'GET, PUT');
    assert.deepEqual(code(await send('GET /reviews/decisions')), [405, 'method_not_allowed']);
    assert.deepEqual(code(await send('POST /reviews')), [405, 'method_not_allowed']);
  });

  it('keeps developers from the desk and reviewers from the keys', async () => {
    const world = await createWorld();
    const { id } = await submitNow(world);
    const { send } = world;
    for (const line of [
      'GET /reviews',
      'GET /reviews/events',
      'POST /reviews/decisions',
      `GET /reviews/${id}`,
      `POST /reviews/${id}/decision`,
    ]) {
      assert.deepEqual(code(await send(line, { as: 'joel' })), [403, 'forbidden'], line);
    }
    for (const name of Object.keys(operations) as Operation[]) {
      const { method, route, who } = operations[name];
      const path = (routes[route] as (id: string, lane: string) => string)('sub_42', 'sandbox');
      if (!path.startsWith('/subscriptions') || name === 'watchSubscription') continue;
      const { status } = await send(`${method} ${path}`, { as: 'mara' });
      if (who === 'developer') assert.equal(status, 403, path);
      else assert.ok(status < 300, path);
    }
  });

  it('lets a reviewer be a developer of her own', async () => {
    const world = await createWorld();
    await world.subscribe('sub_1', 'explorer', { name: 'Mara Lindqvist', tenant: 'northbank' });
    const own = await submitNow(world, 'sub_1', 'mara');
    const detail = await world.as('mara').getReview(own.id);
    assert.equal(detail.refusals['approve'], 'own_submission');
    assert.equal(detail.snapshot.role, 'reviewer');
    assert.equal((await world.as('mara').getSnapshot('sub_1'))!.role, 'developer');
    await assert.rejects(world.as('mara').decide(own.id, own.version, decision('approved')), {
      code: 'own_submission',
      status: 409,
    });
    await world.as('hugo').decide(own.id, own.version, decision('approved'));

    const lenient = await createWorld({ policies: { ownReview: true } });
    await lenient.subscribe('sub_1', 'explorer', { name: 'Mara Lindqvist', tenant: 'northbank' });
    const { id, version } = await submitNow(lenient, 'sub_1', 'mara');
    await lenient.as('mara').decide(id, version, decision('approved'));
  });
});

describe('bodies', () => {
  it('are looked at in order: length, type, JSON, shape', async () => {
    const { send } = await createWorld();
    const submit = (raw: BodyInit, type = 'application/json') =>
      send('POST /subscriptions/sub_42/submissions', { raw, headers: { 'Content-Type': type } });
    const long = `"${'é'.repeat(524_288)}"`;
    assert.deepEqual(code(await submit(long, 'text/plain')), [413, 'too_large']);
    assert.deepEqual(code(await submit('{}', 'text/plain')), [415, 'unsupported_media_type']);
    assert.deepEqual(code(await submit('{', 'Application/JSON; charset=utf-8')), [400, 'invalid']);
    assert.deepEqual(code(await submit(new Uint8Array([0x22, 0xff, 0x22]))), [400, 'invalid']);
    const shape = await submit('{"answers":{"a":null}}');
    assert.deepEqual(code(shape), [422, 'invalid']);
    assert.deepEqual(shape.body.errors, [
      { pointer: '/answers/a', code: 'type' },
      { pointer: '/formVersion', code: 'required' },
    ]);
    for (const raw of ['[]', 'null', '1', '"a"']) {
      const { status, body } = await submit(raw);
      assert.ok(status === 422 && body.errors.length > 0, raw);
    }
  });

  it('may be left out where there is nothing to say', async () => {
    const { send } = await createWorld();
    assert.equal((await send('POST /subscriptions/sub_42/credentials/sandbox')).status, 201);
    assert.equal((await send('POST /subscriptions/sub_42/credentials/sandbox/token')).status, 200);
    const rotate = 'POST /subscriptions/sub_42/credentials/sandbox/rotate-secret';
    assert.equal((await send(rotate)).status, 200);
  });

  it('hold notes of up to 10,000 code points', async () => {
    const world = await createWorld();
    const { id, version } = await submitNow(world);
    const decide = (body: unknown) =>
      world.send(`POST /reviews/${id}/decision`, {
        as: 'mara',
        body,
        headers: { 'If-Match': `"${version}"` },
      });
    const tooLong = await decide(decision('rejected', '🎉'.repeat(10_001)));
    assert.deepEqual(tooLong.body.errors, [{ pointer: '/notes', code: 'max_length' }]);
    assert.equal((await decide(decision('rejected', '🎉'.repeat(10_000)))).status, 200);
  });
});

describe('versions', () => {
  it('spare a reader what has not changed', async () => {
    const world = await createWorld();
    const first = await world.send('GET /subscriptions/sub_42');
    const etag = first.headers.get('ETag')!;
    assert.equal(etag, `"${first.body.version}"`);
    const read = (tag: string, as = 'joel') =>
      world.send('GET /subscriptions/sub_42', { as, headers: { 'If-None-Match': tag } });
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const known = await read(tag);
      assert.equal(known.status, 304);
      assert.equal(known.text, '');
      assert.equal(known.headers.get('ETag'), etag);
    }
    assert.equal((await read('"x"')).status, 200);
    assert.equal((await read(etag, 'mara')).status, 304, 'one version for all readers');
    await makeCredentials(world);
    assert.equal((await read(etag)).status, 200);
    assert.equal(
      await world.as('joel').getSnapshot('sub_42', {
        unlessVersion: (await world.as('joel').getSnapshot('sub_42'))!.version,
      }),
      null,
    );
  });

  it('have to stand in a decision, and be the present one', async () => {
    const world = await createWorld();
    const { id, version } = await submitNow(world);
    const decide = (ifMatch?: string, body: unknown = decision('approved')) =>
      world.send(`POST /reviews/${id}/decision`, {
        as: 'mara',
        body,
        headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
      });
    assert.deepEqual(code(await decide()), [428, 'version_missing']);
    assert.deepEqual(code(await decide('*')), [412, 'version_conflict']);
    assert.deepEqual(code(await decide(version)), [412, 'version_conflict'], 'no quotes');
    assert.deepEqual(code(await decide('"0.0"')), [412, 'version_conflict']);
    // The shape comes before the version, the version before the notes.
    assert.deepEqual(code(await decide(undefined, {})), [422, 'invalid']);
    const blank = decision('changes_requested', ' \n\t');
    assert.deepEqual(code(await decide('"0.0"', blank)), [412, 'version_conflict']);
    const refused = await decide(`"${version}"`, blank);
    assert.deepEqual(code(refused), [422, 'notes_required']);
    assert.deepEqual(refused.body.errors, [{ pointer: '/notes', code: 'required' }]);
    const done = await decide(`W/"${version}"`);
    assert.equal(done.status, 200);
    assert.equal(done.headers.get('ETag'), `"${done.body.version}"`);
    assert.deepEqual(code(await decide(`"${version}"`)), [412, 'version_conflict'], 'overtaken');
    assert.deepEqual(code(await decide(`"${done.body.version}"`)), [409, 'not_in_review']);
  });

  it('of a submission do not move when the developer works on', async () => {
    const world = await createWorld();
    const { id, version } = await submitNow(world);
    const before = (await world.as('joel').getSnapshot('sub_42'))!.version;
    await world.as('joel').rotateSecret('sub_42', 'sandbox', {});
    assert.notEqual((await world.as('joel').getSnapshot('sub_42'))!.version, before);
    await world.as('mara').decide(id, version, decision('approved'));
  });

  it('are never given twice when the state is exchanged', async () => {
    const world = await createWorld();
    const state = await world.host.export();
    const { version } = (await world.as('joel').getSnapshot('sub_42'))!;
    await world.host.replace(state);
    const again = await world.as('joel').getSnapshot('sub_42', { unlessVersion: version });
    assert.notEqual(again, null);
  });
});

describe('refusals', () => {
  it('come with their code, 409, in the order of the table', async () => {
    const world = await createWorld();
    const { send, host } = world;
    const post = async (path: string, body: unknown = {}) =>
      code(await send(`POST /subscriptions/sub_42/${path}`, { body }));

    assert.deepEqual(await post('submissions', noAnswers), [409, 'credentials_missing']);
    assert.deepEqual(await post('credentials/sandbox/regenerate'), [409, 'credentials_missing']);
    assert.deepEqual(await post('credentials/sandbox/rotate-secret'), [409, 'credentials_missing']);
    assert.deepEqual(await post('credentials/sandbox/token'), [409, 'credentials_missing']);
    const retire = { secretId: 'sec_1' };
    assert.deepEqual(await post('credentials/sandbox/retire-secret', retire), [
      409,
      'secret_missing',
    ]);
    const delivered = { credentialId: 'cred_1', secretIds: [] };
    assert.deepEqual(await post('credentials/sandbox/delivered', delivered), [
      409,
      'credentials_changed',
    ]);
    for (const verb of ['', '/regenerate', '/rotate-secret', '/token']) {
      assert.deepEqual(await post(`credentials/production${verb}`), [409, 'not_approved']);
    }
    await makeCredentials(world);
    assert.deepEqual(await post('credentials/sandbox'), [409, 'credentials_exist']);
    assert.deepEqual(await post('submissions', { answers: {}, formVersion: '1' }), [
      409,
      'form_changed',
    ]);
    const unknown = await send('POST /subscriptions/sub_42/submissions', {
      body: { answers: { 'a/b~': 'x' }, formVersion: null },
    });
    assert.deepEqual(unknown.body.errors, [{ pointer: '/answers/a~1b~0', code: 'unknown_field' }]);
    const draft = { formVersion: '1', answers: {}, step: 0 };
    assert.deepEqual(code(await send('PUT /subscriptions/sub_42/draft', { body: draft })), [
      409,
      'not_supported',
    ]);

    await host.setStatus('sub_42', 'cancelled');
    for (const path of ['submissions', 'credentials/sandbox/token', 'credentials/sandbox']) {
      assert.deepEqual(await post(path, noAnswers), [409, 'subscription_inactive']);
    }
    assert.deepEqual((await world.as('joel').getSnapshot('sub_42'))!.locks, {
      sandbox: ['subscription_inactive'],
      production: ['not_approved', 'subscription_inactive'],
    });
    await host.setStatus('sub_42', 'pending_payment');
    const { id, version } = await submitNow(world);
    assert.deepEqual(await post('submissions', noAnswers), [409, 'already_in_review']);
    assert.deepEqual(await post('credentials/production'), [409, 'in_review']);
    await host.setStatus('sub_42', 'expired');
    await assert.rejects(world.as('mara').decide(id, version, decision('approved')), {
      code: 'subscription_inactive',
    });
    await host.setStatus('sub_42', 'active');
    await world.as('mara').decide(id, version, decision('approved'));
    assert.deepEqual(await post('submissions', noAnswers), [409, 'already_in_production']);
  });

  it('tell of what the host does not do', async () => {
    const world = await createWorld({
      capabilities: {
        token: false,
        regenerate: false,
        rotate: false,
        events: false,
        bulkReview: false,
        fieldNotes: false,
      },
    });
    await makeCredentials(world);
    for (const verb of ['regenerate', 'rotate-secret', 'token']) {
      const answer = await world.send(`POST /subscriptions/sub_42/credentials/sandbox/${verb}`);
      assert.deepEqual(code(answer), [409, 'not_supported'], verb);
    }
    assert.deepEqual(code(await world.send('GET /subscriptions/sub_42/events')), [
      404,
      'not_found',
    ]);
    for (const line of ['GET /reviews/events', 'POST /reviews/decisions']) {
      assert.deepEqual(code(await world.send(line, { as: 'mara' })), [404, 'not_found']);
    }
    const { capabilities } = await world.as('mara').getQueue({});
    assert.deepEqual(capabilities, { events: false, bulkReview: false, fieldNotes: false });
    const { id, version } = await submitNow(world);
    const body = { ...decision('approved'), fieldNotes: [{ fieldId: 'a', note: 'b' }] };
    await assert.rejects(world.as('mara').decide(id, version, body), { code: 'invalid' });
  });
});
