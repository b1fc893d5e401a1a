import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { createFaults, handleRequest } from '../../../src/mocks/index.js';
import {
  BASE,
  createWorld,
  decision,
  HOUR,
  makeCredentials,
  START,
  submitNow,
  type World,
} from './world.js';

/** Reads a stream block by block. */
async function open(world: World, path: string, as: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const request = new Request(BASE + path, { headers, signal: leaving.signal });
  const response = await handleRequest(world.host, request, { baseUrl: BASE, caller: () => as });
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  return {
    next: async () => (await reader.read()).value,
    cancel: () => reader.cancel(),
    leave: () => leaving.abort(),
    reader,
  };
}

/** Lets everything that is already on its way arrive; timers stand still meanwhile. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a stream of changes', () => {
  afterEach(() => mock.timers.reset());

  it('opens with the present version, and tells each new one', async () => {
    const world = await createWorld();
    const { version } = (await world.as('joel').getSnapshot('sub_42'))!;
    const stream = await open(world, '/subscriptions/sub_42/events', 'joel');
    assert.equal(await stream.next(), ':\n\n');
    const changed = (id: string) => `event: changed\nid: ${id}\ndata: {"version":"${id}"}\n\n`;
    assert.equal(await stream.next(), changed(version));
    await world.as('joel').createCredentials('sub_42', 'sandbox');
    const { version: later } = (await world.as('joel').getSnapshot('sub_42'))!;
    assert.equal(await stream.next(), changed(later));
    await stream.cancel();
  });

  it('keeps quiet about the version that the reader has, and about others', async () => {
    const world = await createWorld();
    const { version } = (await world.as('mara').getSnapshot('sub_42'))!;
    const stream = await open(world, '/subscriptions/sub_42/events', 'mara', {
      'Last-Event-ID': version,
    });
    assert.equal(await stream.next(), ':\n\n');
    await makeCredentials(world, 'sub_77', 'ines');
    await world.host.setStatus('sub_42', 'cancelled');
    assert.match((await stream.next())!, /^event: changed/);
    await stream.cancel();
  });

  it('of the queue carries the counts', async () => {
    const world = await createWorld();
    const stream = await open(world, '/reviews/events', 'mara');
    await stream.next();
    const empty = '{"counts":{"waiting":0,"approved":0,"rejected":0,"changesRequested":0}}';
    assert.ok((await stream.next())!.endsWith(`data: ${empty}\n\n`));
    const { id, version } = await submitNow(world);
    assert.match((await stream.next())!, /"waiting":1/);
    await world.as('mara').decide(id, version, decision('approved'));
    assert.match((await stream.next())!, /"waiting":0,"approved":1/);
    await stream.cancel();
  });

  it('has a heartbeat at least every 15 s', async () => {
    mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
    const world = await createWorld();
    const stream = await open(world, '/subscriptions/sub_42/events', 'joel');
    await stream.next();
    await stream.next();
    for (let beat = 0; beat < 3; beat += 1) {
      mock.timers.tick(15_000);
      assert.equal(await stream.next(), ':\n\n');
    }
    await stream.cancel();
  });

  it('tells when an overlap ends, with nobody acting', async () => {
    mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'], now: START });
    const world = await createWorld({ clock: Date.now });
    await makeCredentials(world);
    await world.as('joel').rotateSecret('sub_42', 'sandbox', { overlapSeconds: 3 });
    const stream = await open(world, '/subscriptions/sub_42/events', 'joel');
    await stream.next();
    const [, before] = /id: (.*)/.exec((await stream.next())!)!;
    mock.timers.tick(3000);
    const [, after] = /id: (.*)/.exec((await stream.next())!)!;
    assert.notEqual(after, before);
    const { credentials } = (await world.as('joel').getSnapshot('sub_42'))!;
    assert.equal(credentials.sandbox?.secrets.length, 1);
    await stream.cancel();
  });

  it('ends when the reader leaves, and leaves nothing behind', async () => {
    mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
    const world = await createWorld();
    const stream = await open(world, '/subscriptions/sub_42/events', 'joel');
    await stream.next();
    await stream.next();
    const pending = stream.next();
    stream.leave();
    await assert.rejects(pending, { name: 'AbortError' });
    await world.as('joel').createCredentials('sub_42', 'sandbox');
    mock.timers.tick(HOUR);
    await settle();
  });

  it('closes for a reader who loses access', async () => {
    const world = await createWorld();
    const stream = await open(world, '/subscriptions/sub_42/events', 'joel');
    await stream.next();
    await stream.next();
    await world.host.addAccount({ id: 'joel', name: 'Joel', tenant: 'elsewhere' });
    assert.equal((await stream.reader.read()).done, true);
  });

  it('reaches the kit through the adapter, and breaks off with the line', async () => {
    const world = await createWorld();
    const faults = createFaults();
    const seen: string[] = [];
    const watching = (async () => {
      for await (const { id } of world.as('joel', faults).watchSubscription!('sub_42')) {
        seen.push(id);
        if (seen.length === 1) await world.as('joel').createCredentials('sub_42', 'sandbox');
        if (seen.length === 2) faults.offline = true;
      }
    })();
    await assert.rejects(watching, { code: 'network' });
    assert.equal(seen.at(-1), (await world.as('joel').getSnapshot('sub_42'))!.version);
    const again = world.as('joel', faults).watchSubscription!('sub_42')[Symbol.asyncIterator]();
    await assert.rejects(again.next(), { code: 'offline' });
    await assert.rejects(world.as(null).watchQueue!()[Symbol.asyncIterator]().next(), {
      code: 'not_signed_in',
    });
  });
});
