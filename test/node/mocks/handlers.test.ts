import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getResponse } from 'msw';
import { createHttpAdapter } from '../../../src/adapter/index.js';
import { createFaults } from '../../../src/mocks/index.js';
import { createHandlers } from '../../../src/mocks/msw.js';
import { BASE, createWorld, noAnswers } from './world.js';

const signedIn = (account: string) => ({ headers: { Authorization: `Bearer ${account}` } });

describe('the MSW handlers', () => {
  it('answer every route under their base and no other', async () => {
    const { host } = await createWorld();
    const handlers = createHandlers(host, { baseUrl: `${BASE}/` });
    const ask = (path: string, init?: RequestInit) =>
      getResponse(handlers, new Request(path, init));
    assert.equal((await ask(`${BASE}/subscriptions/sub_42`, signedIn('joel')))?.status, 200);
    assert.equal((await ask(`${BASE}/subscriptions/sub_42`))?.status, 401);
    assert.equal((await ask(`${BASE}/subscriptions/sub_42`, signedIn('ines')))?.status, 404);
    assert.equal((await ask(`${BASE}/reviews`, signedIn('mara')))?.status, 200);
    const wrong = { method: 'DELETE', ...signedIn('mara') };
    assert.equal((await ask(`${BASE}/reviews`, wrong))?.status, 405);
    assert.equal((await ask(`${BASE}/reviews/decisions`, signedIn('mara')))?.status, 405);
    assert.equal(await ask(`${BASE}/elsewhere`, signedIn('joel')), undefined);
    assert.equal(await ask('https://other.example/api/reviews'), undefined);
  });

  it('carry the whole road under the HTTP adapter', async () => {
    const { host } = await createWorld();
    const faults = createFaults();
    const handlers = createHandlers(host, { baseUrl: BASE, faults });
    const over: typeof fetch = async (input, init) => {
      const response = await getResponse(handlers, new Request(input, init));
      if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    };
    const as = (account: string) =>
      createHttpAdapter({
        baseUrl: BASE,
        fetch: over,
        headers: () => signedIn(account).headers,
        retryDelay: () => 0,
      });
    const joel = as('joel');
    await joel.createCredentials('sub_42', 'sandbox');
    const { submission, version } = await joel.submit('sub_42', noAnswers);
    assert.equal(await joel.getSnapshot('sub_42', { unlessVersion: version }), null);
    const mara = as('mara');
    const detail = await mara.getReview(submission!.id);
    await mara.decide(submission!.id, detail.version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    const events = joel.watchSubscription!('sub_42', { lastEventId: version });
    for await (const { id } of events) {
      assert.equal(id, (await joel.getSnapshot('sub_42'))!.version);
      break;
    }
    faults.loseRequest({ times: 3 });
    await assert.rejects(joel.getSnapshot('sub_42'), { code: 'network' });
    assert.ok(Math.abs(joel.now!() - host.now()) < 2000, 'the clock of the host');
  });

  it('take another way of signing in', async () => {
    const { host } = await createWorld();
    const caller = (request: Request) => request.headers.get('X-Account');
    const handlers = createHandlers(host, { baseUrl: BASE, caller });
    const request = new Request(`${BASE}/reviews`, { headers: { 'X-Account': 'hugo' } });
    assert.equal((await getResponse(handlers, request))?.status, 200);
  });
});
