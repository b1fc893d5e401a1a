import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { createFaults } from '../../../src/mocks/index.js';
import { createWorld, noAnswers } from './world.js';

describe('a line with faults', () => {
  it('fails the next requests of an operation, and nothing is done', async () => {
    const world = await createWorld();
    const faults = createFaults();
    const joel = world.as('joel', faults);
    faults.fail({ code: 'too_many_requests', retryAfter: 7, operation: 'createCredentials' });
    assert.notEqual(await joel.getSnapshot('sub_42'), null, 'others pass');
    await assert.rejects(joel.createCredentials('sub_42', 'sandbox'), {
      code: 'too_many_requests',
      status: 429,
      retryAfter: 7000,
    });
    await joel.createCredentials('sub_42', 'sandbox');
    faults.fail({ code: 'internal', status: 503, times: 3 });
    await assert.rejects(joel.getSnapshot('sub_42'), { status: 503 });
    await joel.getSnapshot('sub_42');
  });

  it('lets a read through at its next try', async () => {
    const world = await createWorld();
    const faults = createFaults();
    faults.fail({ code: 'internal', times: 2 });
    assert.notEqual(await world.as('joel', faults).getSnapshot('sub_42'), null);
  });

  it('tells a lost request from a lost answer only by what was done', async () => {
    const world = await createWorld();
    const faults = createFaults();
    const joel = world.as('joel', faults);
    faults.loseRequest();
    await assert.rejects(joel.createCredentials('sub_42', 'sandbox'), { code: 'network' });
    assert.equal((await joel.getSnapshot('sub_42'))!.credentials.sandbox, null);
    await joel.createCredentials('sub_42', 'sandbox');
    faults.loseAnswer({ operation: 'submit' });
    await assert.rejects(joel.submit('sub_42', noAnswers), { code: 'network' });
    assert.equal((await joel.getSnapshot('sub_42'))!.phase, 'in_review');
  });

  it('says so when it is offline, and sends nothing', async () => {
    const world = await createWorld();
    const faults = createFaults();
    const joel = world.as('joel', faults);
    faults.offline = true;
    const before = await world.host.export();
    await assert.rejects(joel.createCredentials('sub_42', 'sandbox'), {
      code: 'offline',
      outcomeUnknown: false,
    });
    assert.deepEqual(await world.host.export(), before);
    faults.offline = false;
    await joel.createCredentials('sub_42', 'sandbox');
  });

  it('takes its time, half on each way, the same for the same seed', async () => {
    const delays = (seed: number) => {
      const faults = createFaults({ latency: [100, 300], seed });
      return Array.from({ length: 50 }, () => faults.delay());
    };
    assert.deepEqual(delays(1), delays(1));
    assert.notDeepEqual(delays(1), delays(2));
    assert.ok(delays(3).every((delay) => delay >= 100 && delay <= 300));
    assert.equal(createFaults({ latency: 40 }).delay(), 40);
  });

  it('lets nobody wait for what was given up, though the host may have done it', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const world = await createWorld();
    const faults = createFaults({ latency: 1000 });
    const given = new AbortController();
    const making = world
      .as('joel', faults)
      .createCredentials('sub_42', 'sandbox', { signal: given.signal });
    await turn();
    mock.timers.tick(500);
    await turn();
    given.abort();
    await assert.rejects(making, { code: 'aborted', outcomeUnknown: true });
    mock.timers.reset();
    assert.notEqual((await world.as('joel').getSnapshot('sub_42'))!.credentials.sandbox, null);
    given.abort();
    await assert.rejects(world.as('joel').getSnapshot('sub_42', { signal: given.signal }), {
      code: 'aborted',
    });
  });

  it('is mended by clear', async () => {
    const world = await createWorld();
    const faults = createFaults({ latency: 60_000 });
    faults.offline = true;
    faults.fail({ code: 'internal', times: Infinity });
    faults.clear();
    assert.notEqual(await world.as('joel', faults).getSnapshot('sub_42'), null);
  });

  it('signs nobody in once the session is over', async () => {
    const world = await createWorld();
    await assert.rejects(world.as(null).getSnapshot('sub_42'), {
      code: 'not_signed_in',
      status: 401,
    });
  });
});

/** Enough turns for what needs no timer. */
const turn = async () => {
  for (let count = 0; count < 20; count += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};
