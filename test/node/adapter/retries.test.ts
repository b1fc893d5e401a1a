import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createHttpAdapter, PipelineError } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { BASE, errorOf, problem, settle } from './backend.js';

const NOW = Date.parse('2026-11-10T00:00:00Z');

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOW }));
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const fine = () => Response.json(fixtures.aTestData());
const gone = () => {
  throw new TypeError('Failed to fetch');
};

/** A backend that answers in turn, the last one for good. */
function inTurn(...replies: (() => Response)[]) {
  let count = 0;
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => replies[Math.min(count++, replies.length - 1)]!(),
  });
  return { adapter, count: () => count };
}

/** Ticks until each wait of a read is over; tells how long each one was, to the nearest `step`. */
async function waitsOf(
  promise: Promise<unknown>,
  count: () => number,
  step = 1,
): Promise<number[]> {
  const waits: number[] = [];
  const state = { over: false };
  const end = () => void (state.over = true);
  promise.then(end, end);
  await settle();
  while (!state.over) {
    const before = count();
    let waited = 0;
    while (!state.over && count() === before) {
      assert.ok(waited <= 61_000, 'nothing happens any more');
      mock.timers.tick(step);
      waited += step;
      await settle();
    }
    waits.push(waited);
  }
  return waits;
}

const passing: [string, () => Response][] = [
  ['no answer', gone],
  ['500', () => problem(500, { code: 'internal' })],
  ['502 of a proxy', () => new Response('<html>', { status: 502 })],
  ['503', () => problem(503, { code: 'internal' })],
  ['429', () => problem(429, { code: 'too_many_requests' })],
  ['an answer lost on its way', () => lostOnItsWay()],
];

/** An answer whose body breaks off. */
function lostOnItsWay(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"entries":'));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body);
}

for (const [name, reply] of passing) {
  test(`a read is tried three times: ${name}`, async () => {
    mock.method(Math, 'random', () => 0.5);
    const { adapter, count } = inTurn(reply);
    const failed = errorOf(adapter.getTestData('sub_42'));
    assert.deepEqual(await waitsOf(failed, count, 100), [300, 600]);
    assert.ok((await failed) instanceof PipelineError);
    assert.equal(count(), 3);
  });

  test(`a read that goes well at last is well: ${name}`, async () => {
    mock.method(Math, 'random', () => 0.5);
    const { adapter, count } = inTurn(reply, reply, fine);
    const read = adapter.getTestData('sub_42');
    assert.deepEqual(await waitsOf(read, count, 100), [300, 600]);
    assert.deepEqual(await read, fixtures.aTestData());
  });

  test(`a write is sent once: ${name}`, async () => {
    const { adapter, count } = inTurn(reply);
    const writes = [
      () => adapter.createCredentials('sub_42', 'sandbox'),
      () => adapter.submit('sub_42', fixtures.aSubmissionBody()),
      () => adapter.decide('subm_2', 's1', fixtures.aDecision()),
      () => adapter.decideMany(fixtures.aBulkDecision()),
    ];
    for (const [index, write] of writes.entries()) {
      const error = await errorOf(write());
      assert.ok(error instanceof PipelineError);
      assert.equal(count(), index + 1);
    }
  });

  test(`a draft and a delivery are sent once too: ${name}`, async () => {
    if (name === 'an answer lost on its way') return;
    const { adapter, count } = inTurn(reply);
    await assert.rejects(adapter.saveDraft('sub_42', { formVersion: 'f3', answers: {}, step: 0 }));
    await assert.rejects(adapter.markDelivered('sub_42', 'sandbox', fixtures.aDelivery()));
    assert.equal(count(), 2);
  });
}

test('what another try can’t mend is not tried again', async () => {
  const final = [
    () => new Response('<html>'),
    ...[400, 401, 403, 404, 409, 410, 412, 422].map(
      (status) => () => new Response(null, { status }),
    ),
  ];
  for (const reply of final) {
    const { adapter, count } = inTurn(reply);
    assert.ok((await errorOf(adapter.getTestData('sub_42'))) instanceof PipelineError);
    assert.equal(count(), 1);
  }
});

test('waits differ from client to client, by half at most', async () => {
  for (const [random, expected] of [
    [0, [150, 300]],
    [0.999, [450, 900]],
  ] as const) {
    mock.method(Math, 'random', () => random);
    const { adapter, count } = inTurn(gone);
    assert.deepEqual(await waitsOf(errorOf(adapter.getTestData('sub_42')), count, 50), expected);
  }
});

const waits: [header: string, expected: number][] = [
  ['2', 2000],
  ['0', 100],
  ['Tue, 10 Nov 2026 00:00:05 GMT', 5000],
  ['Mon, 09 Nov 2026 00:00:00 GMT', 100],
  ['10', 10_000],
  ['after lunch', 300],
  ['', 300],
];

for (const [header, expected] of waits) {
  test(`Retry-After "${header}" is heeded`, async () => {
    mock.method(Math, 'random', () => 0.5);
    const busy = () => problem(429, { code: 'too_many_requests' }, { 'Retry-After': header });
    const { adapter, count } = inTurn(busy, fine);
    const read = adapter.getTestData('sub_42');
    assert.deepEqual(await waitsOf(read, count, 100), [expected]);
    await read;
  });
}

for (const header of ['11', '3600', 'Wed, 11 Nov 2026 00:00:00 GMT']) {
  test(`Retry-After "${header}" is told at once, for nobody waits so long without a word`, async () => {
    const { adapter, count } = inTurn(
      () => problem(429, { code: 'too_many_requests' }, { 'Retry-After': header }),
      fine,
    );
    const error = await errorOf(adapter.getTestData('sub_42'));
    assert.equal(error instanceof PipelineError && error.code, 'too_many_requests');
    assert.equal(count(), 1);
  });
}

test('a date in Retry-After is one of the server’s clock, not of the device', async () => {
  const headers = {
    Date: 'Tue, 10 Nov 2026 12:00:00 GMT',
    'Retry-After': 'Tue, 10 Nov 2026 12:00:04 GMT',
  };
  const { adapter, count } = inTurn(() => problem(503, { code: 'internal' }, headers), fine);
  const read = adapter.getTestData('sub_42');
  assert.deepEqual(await waitsOf(read, count, 100), [4000]);
  await read;
});

test('a read given up while it waits for its next try ends at once, and asks no more', async () => {
  const { adapter, count } = inTurn(gone);
  const leaving = new AbortController();
  const read = errorOf(adapter.getTestData('sub_42', { signal: leaving.signal }));
  await settle();
  assert.equal(count(), 1);
  leaving.abort();
  const error = await read;
  assert.ok(error instanceof PipelineError && error.code === 'aborted');
  mock.timers.tick(60_000);
  await settle();
  assert.equal(count(), 1);
});

test('the host sets how long to wait, by the number of the try', async () => {
  const tries: number[] = [];
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => gone(),
    retryDelay: (attempt) => {
      tries.push(attempt);
      return 0;
    },
  });
  const state = { over: false };
  const read = errorOf(adapter.getTestData('sub_42')).finally(() => void (state.over = true));
  while (!state.over) {
    await settle();
    mock.timers.tick(1);
  }
  await read;
  assert.deepEqual(tries, [1, 2]);
});
