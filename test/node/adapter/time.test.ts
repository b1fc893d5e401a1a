import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { createHttpAdapter, PipelineError } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { BASE, deferred, errorOf, listenersOf, settle, timersRunning } from './backend.js';

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const codeOf = async (promise: Promise<unknown>) => {
  const error = await errorOf(promise);
  assert.ok(error instanceof PipelineError, String(error));
  return error.code;
};

/** A fetch as browsers have it: it rejects with the signal's reason. */
const heedful: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    const { signal } = init!;
    signal!.addEventListener('abort', () => reject(signal!.reason as Error));
  });

/** A fetch of a host that looks at no signal, and never answers. */
const deaf: typeof fetch = () => new Promise(() => undefined);

/** An answer that never ends. */
const endless: typeof fetch = async () => new Response(new ReadableStream());

const never: Record<string, typeof fetch> = { heedful, deaf, endless };

for (const [name, ask] of Object.entries(never)) {
  test(`a write without an answer is given up after 15 s (${name} fetch)`, async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const adapter = createHttpAdapter({ baseUrl: BASE, fetch: ask });
    let code: string | undefined;
    const write = codeOf(adapter.createCredentials('sub_42', 'sandbox')).then(
      (each) => (code = each),
    );
    await settle();
    mock.timers.tick(14_999);
    await settle();
    assert.equal(code, undefined);
    mock.timers.tick(1);
    assert.equal(await write, 'timeout');
  });

  test(`an act that nobody waits for any more is aborted (${name} fetch)`, async () => {
    const adapter = createHttpAdapter({ baseUrl: BASE, fetch: ask });
    const leaving = new AbortController();
    const { signal } = leaving;
    const read = codeOf(adapter.getTestData('sub_42', { signal }));
    const write = codeOf(adapter.createCredentials('sub_42', 'sandbox', { signal }));
    await settle();
    leaving.abort();
    assert.equal(await read, 'aborted');
    assert.equal(await write, 'aborted');
    assert.equal(listenersOf(signal), 0);
  });
}

test('a read has its time-out at each try, and the host sets how long', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  let count = 0;
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    timeout: 1000,
    retryDelay: () => 10,
    fetch: (url, init) => {
      count += 1;
      return heedful(url, init);
    },
  });
  const read = codeOf(adapter.getTestData('sub_42'));
  for (const expected of [1, 2, 3]) {
    await settle();
    assert.equal(count, expected);
    mock.timers.tick(1000);
    await settle();
    mock.timers.tick(10);
  }
  assert.equal(await read, 'timeout');
});

test('a caller who left is told aborted, also when the time is over by then', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const adapter = createHttpAdapter({ baseUrl: BASE, fetch: deaf });
  const leaving = new AbortController();
  const write = codeOf(adapter.createCredentials('sub_42', 'sandbox', { signal: leaving.signal }));
  await settle();
  leaving.abort();
  mock.timers.tick(15_000);
  assert.equal(await write, 'aborted');
});

test('a caller who left before is told so without a request, and no token is fetched', async () => {
  let asked = 0;
  const count = async () => {
    asked += 1;
    return {};
  };
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    headers: count,
    fetch: async () => {
      asked += 1;
      return Response.json(fixtures.aTestData());
    },
  });
  assert.equal(
    await codeOf(adapter.getTestData('sub_42', { signal: AbortSignal.abort() })),
    'aborted',
  );
  assert.equal(asked, 0);
});

test('what the server said stands, though the caller leaves meanwhile', async () => {
  const leaving = new AbortController();
  const pull = (controller: ReadableStreamDefaultController) => {
    leaving.abort();
    controller.error(new TypeError('terminated'));
  };
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () =>
      new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), { status: 403 }),
  });
  assert.equal(
    await codeOf(adapter.getTestData('sub_42', { signal: leaving.signal })),
    'forbidden',
  );
});

test('an answer that comes when nobody waits any more lets go of its connection', async () => {
  let dropped = 0;
  const answer = deferred<Response>();
  const adapter = createHttpAdapter({ baseUrl: BASE, fetch: () => answer.promise });
  const leaving = new AbortController();
  const read = codeOf(adapter.getTestData('sub_42', { signal: leaving.signal }));
  await settle();
  leaving.abort();
  assert.equal(await read, 'aborted');
  answer.resolve(new Response(new ReadableStream({ cancel: () => void (dropped += 1) })));
  await settle();
  assert.equal(dropped, 1);
});

test('who leaves in the very moment of the request has left', async () => {
  const leaving = new AbortController();
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: (url, init) => {
      leaving.abort();
      return endless(url, init);
    },
  });
  assert.equal(await codeOf(adapter.getTestData('sub_42', { signal: leaving.signal })), 'aborted');
});

test('a slow headers callback counts in the time, and can be left', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    headers: () => new Promise(() => undefined),
    fetch: deaf,
  });
  const leaving = new AbortController();
  const left = codeOf(adapter.createCredentials('sub_42', 'sandbox', { signal: leaving.signal }));
  const late = codeOf(adapter.createCredentials('sub_42', 'sandbox'));
  await settle();
  leaving.abort();
  assert.equal(await left, 'aborted');
  mock.timers.tick(15_000);
  assert.equal(await late, 'timeout');
  assert.equal(listenersOf(leaving.signal), 0);
});

/** Says what a browser says of its connection. */
function connection(online: boolean): void {
  Object.defineProperty(globalThis, 'navigator', {
    value: { onLine: online },
    configurable: true,
    writable: true,
  });
}
const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
beforeEach(() => {
  if (original) Object.defineProperty(globalThis, 'navigator', original);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

test('offline means that nothing left the device, and is told at once', async () => {
  connection(false);
  let count = 0;
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => {
      count += 1;
      throw new TypeError('Failed to fetch');
    },
  });
  const error = await errorOf(adapter.createCredentials('sub_42', 'sandbox'));
  assert.ok(error instanceof PipelineError && error.code === 'offline');
  assert.equal(error.outcomeUnknown, false);
  assert.equal(error.canRetry, true);
  assert.equal(await codeOf(adapter.getTestData('sub_42')), 'offline');
  assert.equal(count, 2, 'a read is not tried again while offline');
});

test('a device that goes offline while it waits may have sent it: nobody knows the outcome', async () => {
  connection(true);
  const answer = deferred<Response>();
  const adapter = createHttpAdapter({ baseUrl: BASE, fetch: () => answer.promise });
  const write = errorOf(adapter.createCredentials('sub_42', 'sandbox'));
  await settle();
  connection(false);
  answer.reject(new TypeError('Failed to fetch'));
  const error = await write;
  assert.ok(error instanceof PipelineError && error.code === 'network');
  assert.equal(error.outcomeUnknown, true);
});

test('an answer that breaks off after its head is a lost one, offline or not', async () => {
  connection(true);
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => {
      connection(false);
      const body = new ReadableStream({ start: (each) => each.error(new TypeError('terminated')) });
      return new Response(body, { status: 201 });
    },
  });
  const error = await errorOf(adapter.createCredentials('sub_42', 'sandbox'));
  assert.ok(error instanceof PipelineError && error.code === 'network');
  assert.equal(error.outcomeUnknown, true);
});

test('where there is no navigator, no answer is plain network', async () => {
  Reflect.deleteProperty(globalThis, 'navigator');
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => {
      throw new TypeError('Failed to fetch');
    },
  });
  assert.equal(await codeOf(adapter.createCredentials('sub_42', 'sandbox')), 'network');
});

test('a fetch of the host’s own may say itself that it is offline', async () => {
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => {
      throw new PipelineError('offline');
    },
  });
  assert.equal(await codeOf(adapter.createCredentials('sub_42', 'sandbox')), 'offline');
});

test('the server’s clock is that of its last answer, and the device’s before', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-10T00:00:00Z') });
  const dates = ['Tue, 10 Nov 2026 01:00:00 GMT', 'no date', 'Tue, 10 Nov 2026 00:59:00 GMT'];
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async () => Response.json(fixtures.aTestData(), { headers: { Date: dates.shift()! } }),
  });
  const now = () => new Date(adapter.now!()).toISOString();
  assert.equal(now(), '2026-11-10T00:00:00.000Z');
  await adapter.getTestData('sub_42');
  assert.equal(now(), '2026-11-10T01:00:00.000Z');
  await adapter.getTestData('sub_42');
  assert.equal(now(), '2026-11-10T01:00:00.000Z');
  mock.timers.tick(1000);
  assert.equal(now(), '2026-11-10T01:00:01.000Z');
  await adapter.getTestData('sub_42');
  assert.equal(now(), '2026-11-10T00:59:00.000Z');
});

test('nothing listens and no clock runs once an act is over, however it ended', async () => {
  const ends: (() => Promise<Response>)[] = [
    async () => Response.json(fixtures.aTestData()),
    async () => new Response(null, { status: 404 }),
    async () => new Response('<html>'),
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ];
  const before = timersRunning();
  for (const end of ends) {
    const { signal } = new AbortController();
    const adapter = createHttpAdapter({
      baseUrl: BASE,
      fetch: end,
      retryDelay: () => 0,
      headers: async () => ({ Authorization: 'Bearer x' }),
    });
    await errorOf(adapter.getTestData('sub_42', { signal }));
    await errorOf(adapter.createCredentials('sub_42', 'sandbox', { signal }));
    assert.equal(listenersOf(signal), 0);
    assert.equal(timersRunning(), before);
  }
});
