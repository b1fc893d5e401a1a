import assert from 'node:assert/strict';
import { afterEach, before, mock, test } from 'node:test';
import { createHttpAdapter, PipelineError, type ChangeEvent } from '../../../src/adapter/index.js';
import {
  backend,
  BASE,
  deferred,
  errorOf,
  listenersOf,
  problem,
  settle,
  timersRunning,
} from './backend.js';

afterEach(() => mock.timers.reset());

/** A stream written by hand. */
function byHand() {
  let writer!: ReadableStreamDefaultController<Uint8Array>;
  const state = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void (writer = controller),
    cancel: () => void (state.cancelled = true),
  });
  const response = new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    state,
    response,
    write: (text: string) => writer.enqueue(bytes(text)),
    writeBytes: (each: Uint8Array) => writer.enqueue(each),
    bytes,
    end: () => writer.close(),
    fail: () => writer.error(new TypeError('terminated')),
  };
}

/** Follows a stream and keeps what it says. */
function follow(response: () => Response | Promise<Response>, signal?: AbortSignal) {
  const adapter = createHttpAdapter({ baseUrl: BASE, fetch: async () => response() });
  const ids: string[] = [];
  const over = (async () => {
    for await (const { id } of adapter.watchSubscription!('sub_42', { signal })) ids.push(id);
  })();
  over.catch(() => undefined);
  return { ids, over };
}

// What reads streams comes with the first one: no test waits for it.
before(async () => {
  const stream = byHand();
  stream.end();
  await follow(() => stream.response).over;
});

test('each changed event is told by its id', async () => {
  const stream = byHand();
  const { ids, over } = follow(() => stream.response);
  stream.write('event: changed\nid: v1\ndata: {"version":"v1"}\n\n');
  await settle();
  assert.deepEqual(ids, ['v1']);
  stream.write('event: changed\nid: v2\ndata: {}\n\nevent: changed\nid: v3\ndata: {}\n\n');
  stream.end();
  await over;
  assert.deepEqual(ids, ['v1', 'v2', 'v3']);
});

test('comments, other events and unknown fields are passed over', async () => {
  const stream = byHand();
  const { ids, over } = follow(() => stream.response);
  stream.write(': heartbeat\n\nevent: other\nid: x1\ndata: 1\n\ndata: no event\n\n');
  stream.write('retry: 10\nfoo: bar\nevent: changed\nid: v1\ndata: 1\n\n:\n\n');
  stream.end();
  await over;
  assert.deepEqual(ids, ['v1']);
});

for (const [name, newline] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
]) {
  test(`lines may end with ${name}, and be cut anywhere`, async () => {
    const lines = ['\ufeff: ü', '', 'event: changed', 'id: v1', 'data: {"n": "字"}', '', ''];
    const text = [...lines, 'event:changed', 'id:v2', 'data', '', ''].join(newline);
    const stream = byHand();
    const { ids, over } = follow(() => stream.response);
    for (const byte of stream.bytes(text)) stream.writeBytes(Uint8Array.of(byte));
    // Whether a CR ends its line alone is known once the next line is there.
    stream.write(`: end${newline}`);
    stream.end();
    await over;
    assert.deepEqual(ids, ['v1', 'v2']);
  });
}

test('an event without an id, or with one that no header can hold, is a change of unknown version', async () => {
  const stream = byHand();
  const { ids, over } = follow(() => stream.response);
  stream.write('event: changed\ndata: 1\n\nevent: changed\nid: é 字\ndata: 1\n\n');
  stream.end();
  await over;
  assert.deepEqual(ids, ['', '']);
});

test('an event that breaks off is none', async () => {
  const stream = byHand();
  const { ids, over } = follow(() => stream.response);
  stream.write('event: changed\nid: v1\ndata: 1\n');
  stream.end();
  await over;
  assert.deepEqual(ids, []);
});

test('the stream is asked for by its type and the last id that was seen', async () => {
  const { adapter, seen } = backend(
    () => {
      const stream = byHand();
      stream.end();
      return stream.response;
    },
    { headers: async () => ({ Authorization: 'Bearer t' }) },
  );
  const read = async (events: AsyncIterable<ChangeEvent>) => {
    for await (const _ of events) assert.fail('there are none');
  };
  await read(adapter.watchSubscription!('sub_42', { lastEventId: 'v7' }));
  await read(adapter.watchSubscription!('sub_42'));
  await read(adapter.watchQueue!({ lastEventId: 'q1' }));
  assert.deepEqual(
    seen.map(({ method, path, headers }) => [
      `${method} ${path}`,
      headers['accept'],
      headers['last-event-id'],
      headers['authorization'],
    ]),
    [
      ['GET /subscriptions/sub_42/events', 'text/event-stream', 'v7', 'Bearer t'],
      ['GET /subscriptions/sub_42/events', 'text/event-stream', undefined, 'Bearer t'],
      ['GET /reviews/events', 'text/event-stream', 'q1', 'Bearer t'],
    ],
  );
});

test('a stream that breaks off tells network', async () => {
  const stream = byHand();
  const { ids, over } = follow(() => stream.response);
  stream.write('event: changed\nid: v1\ndata: 1\n\n');
  await settle();
  stream.fail();
  await assert.rejects(over, { code: 'network' });
  assert.deepEqual(ids, ['v1']);
});

test('a stream that can’t be opened tells why, once', async () => {
  for (const [status, code] of [
    [401, 'not_signed_in'],
    [404, 'not_found'],
    [503, 'internal'],
  ] as const) {
    let count = 0;
    const { over } = follow(() => {
      count += 1;
      return problem(status, { code });
    });
    await assert.rejects(over, { code, status });
    assert.equal(count, 1);
  }
});

test('what is no event stream is unreadable, and let go', async () => {
  let dropped = 0;
  const body = () => new ReadableStream({ cancel: () => void (dropped += 1) });
  const others = [
    () => new Response(body(), { headers: { 'Content-Type': 'text/html' } }),
    () => new Response(body()),
    () => new Response(null, { status: 204 }),
  ];
  for (const response of others) {
    await assert.rejects(follow(response).over, { code: 'unreadable' });
  }
  assert.equal(dropped, 2);
});

test('a stream with a charset is one too', async () => {
  const { ids, over } = follow(
    () =>
      new Response('event: changed\nid: v1\ndata: 1\n\n', {
        headers: { 'Content-Type': 'Text/Event-Stream; charset=utf-8' },
      }),
  );
  await over;
  assert.deepEqual(ids, ['v1']);
});

test('45 s of silence end it; a heartbeat begins them anew', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const stream = byHand();
  let ended = false;
  const { over } = follow(() => stream.response);
  void over.then(() => (ended = true));
  await settle();
  mock.timers.tick(44_999);
  await settle();
  stream.write(': heartbeat\n\n');
  await settle();
  mock.timers.tick(44_999);
  await settle();
  assert.equal(ended, false);
  mock.timers.tick(1);
  await over;
  assert.equal(stream.state.cancelled, true);
});

test('an answer that never begins is given up like any other; an open stream is not', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { over } = follow(() => new Promise<Response>(() => undefined));
  await settle();
  mock.timers.tick(15_000);
  await assert.rejects(over, { code: 'timeout' });

  const stream = byHand();
  const { ids, over: open } = follow(() => stream.response);
  await settle();
  mock.timers.tick(15_000);
  stream.write('event: changed\nid: v1\ndata: 1\n\n');
  await settle();
  assert.deepEqual(ids, ['v1']);
  stream.end();
  await open;
});

test('who leaves while it opens is told aborted; who leaves later just leaves', async () => {
  const opening = new AbortController();
  const early = follow(() => new Promise<Response>(() => undefined), opening.signal);
  await settle();
  opening.abort();
  await assert.rejects(early.over, { code: 'aborted' });
  assert.equal(listenersOf(opening.signal), 0);

  const stream = byHand();
  const leaving = new AbortController();
  const { ids, over } = follow(() => stream.response, leaving.signal);
  stream.write('event: changed\nid: v1\ndata: 1\n\n');
  await settle();
  leaving.abort();
  await over;
  assert.deepEqual(ids, ['v1']);
  assert.equal(stream.state.cancelled, true);
  assert.equal(listenersOf(leaving.signal), 0);
});

test('who leaves in the moment of its opening leaves too', async () => {
  const stream = byHand();
  const leaving = new AbortController();
  const answer = deferred<Response>();
  const { over } = follow(() => answer.promise, leaving.signal);
  await settle();
  answer.resolve(stream.response);
  leaving.abort();
  const error = await errorOf(over);
  assert.ok(error === undefined || (error instanceof PipelineError && error.code === 'aborted'));
  assert.equal(listenersOf(leaving.signal), 0);
});

test('breaking out of the loop ends the stream, and leaves nothing behind', async () => {
  const before = timersRunning();
  const stream = byHand();
  const { signal } = new AbortController();
  const adapter = createHttpAdapter({ baseUrl: BASE, fetch: async () => stream.response });
  stream.write('event: changed\nid: v1\ndata: 1\n\nevent: changed\nid: v2\ndata: 1\n\n');
  for await (const { id } of adapter.watchSubscription!('sub_42', { signal })) {
    assert.equal(id, 'v1');
    break;
  }
  await settle();
  assert.equal(stream.state.cancelled, true);
  assert.equal(listenersOf(signal), 0);
  assert.equal(timersRunning(), before);
});

test('a stream that ended by itself leaves nothing behind', async () => {
  const before = timersRunning();
  const { signal } = new AbortController();
  for (const end of ['end', 'fail'] as const) {
    const stream = byHand();
    const { over } = follow(() => stream.response, signal);
    await settle();
    stream[end]();
    await errorOf(over);
    assert.equal(listenersOf(signal), 0);
    assert.equal(timersRunning(), before);
  }
});

test('nothing is asked for before somebody listens', () => {
  const { adapter, seen } = backend(() => new Response());
  adapter.watchSubscription!('sub_42');
  adapter.watchQueue!();
  assert.equal(seen.length, 0);
});

test('tabs share a stream where it is known who is signed in', () => {
  const channelOf = (options: object) =>
    createHttpAdapter({ baseUrl: '/api', ...options }).channel!();
  assert.equal(channelOf({}), '/api ', 'cookies are the same in all tabs');
  assert.equal(channelOf({ headers: { Authorization: 'Bearer x' } }), undefined);
  assert.equal(channelOf({ fetch }), undefined);
  const joel = channelOf({ headers: async () => ({}), account: 'joel' });
  assert.notEqual(joel, undefined);
  assert.notEqual(joel, channelOf({ account: 'ines' }));
  assert.notEqual(joel, channelOf({ baseUrl: '/other', account: 'joel' }));
});

test('the name of a channel follows the account', () => {
  let account = 'joel';
  const adapter = createHttpAdapter({
    baseUrl: '/api',
    get account() {
      return account;
    },
  });
  const before = adapter.channel!();
  account = 'ines';
  assert.notEqual(adapter.channel!(), before);
});
