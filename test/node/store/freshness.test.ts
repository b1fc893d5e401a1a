import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { PipelineError, type PipelineAdapter } from '../../../src/adapter/index.js';
import type { Snapshot } from '../../../src/contract/index.js';
import { createStore } from '../../../src/store/index.js';
import { snapshotOf, snapshots } from '../../../stories/fixture/snapshot.js';
import { adapterByHand, pageByHand, streamByHand, turn } from './by-hand.js';

const withEvents = (change: Partial<Snapshot> = {}) => {
  const snapshot = snapshotOf(change);
  return { ...snapshot, capabilities: { ...snapshot.capabilities, events: true } };
};

async function openPage(first: Snapshot, stream = streamByHand()) {
  const hand = adapterByHand();
  const adapter = new Proxy(hand.adapter, {
    get: (target, name: keyof PipelineAdapter) =>
      name === 'watchSubscription'
        ? (_id: string, options: never) => stream.watch(options)
        : target[name],
  });
  const page = pageByHand();
  const store = createStore({ adapter, subscription: 'sub_42', surroundings: page.surroundings });
  const leave = store.subscribe(() => undefined);
  await turn();
  await hand.next('getSnapshot').resolve(first);
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await turn();
  };
  return { ...hand, page, store, leave, pass, stream };
}

describe('a page stays fresh', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  it('by one read every 30 seconds where there are no events', async () => {
    const { count, next, pass, leave } = await openPage(snapshots.fresh);
    await pass(29_999);
    assert.equal(count('getSnapshot'), 1);
    await pass(1);
    assert.equal(count('getSnapshot'), 2);
    await pass(120_000);
    assert.equal(count('getSnapshot'), 2, 'no second read while one is under way');
    await next('getSnapshot').resolve(null);
    await pass(30_000);
    assert.equal(count('getSnapshot'), 3);
    leave();
  });

  it('reads nothing while it is hidden, and once when it is seen again', async () => {
    const { count, page, pass, leave } = await openPage(snapshots.fresh);
    page.hide();
    await pass(600_000);
    assert.equal(count('getSnapshot'), 1);
    page.show();
    await turn();
    assert.equal(count('getSnapshot'), 2);
    leave();
  });

  it('does not read at every change of the focus', async () => {
    const { count, next, page, pass, leave } = await openPage(snapshots.fresh);
    await pass(1_000);
    page.focus();
    await turn();
    assert.equal(count('getSnapshot'), 1);
    await pass(5_000);
    page.focus();
    await turn();
    await next('getSnapshot').resolve(null);
    page.focus();
    await turn();
    assert.equal(count('getSnapshot'), 2);
    leave();
  });

  it('by events where the host has them: an event of a new version is one read', async () => {
    const { count, next, pass, leave, stream } = await openPage(withEvents());
    assert.equal(stream.opened.length, 1);
    await stream.opened[0]!.send('v7');
    assert.equal(count('getSnapshot'), 1, 'the version it has is no news');
    await stream.opened[0]!.send('v8');
    assert.equal(count('getSnapshot'), 2);
    await next('getSnapshot').resolve(withEvents({ version: 'v8' }));
    await pass(600_000);
    assert.equal(count('getSnapshot'), 2, 'idle costs nothing');
    leave();
    assert.equal(stream.opened[0]!.options.signal?.aborted, true);
  });

  it('waits with the event of its own act until the act has its answer', async () => {
    const { store, count, next, leave, stream } = await openPage(
      withEvents({ credentials: snapshots.credentialsMade.credentials }),
    );
    const done = store.run('submit', { answers: {}, formVersion: 'f3' });
    await stream.opened[0]!.send('v8');
    await next('submit').resolve(withEvents({ ...snapshots.inReview, version: 'v8' }));
    await done;
    await turn();
    assert.equal(count('getSnapshot'), 1);
    leave();
  });

  it('reads and opens the stream again after it broke', async () => {
    const { count, next, pass, leave, stream } = await openPage(withEvents());
    await stream.opened[0]!.end(new PipelineError('network'));
    await pass(1_000);
    assert.equal(count('getSnapshot'), 2);
    await next('getSnapshot').resolve(null);
    assert.equal(stream.opened.length, 2);
    leave();
  });

  it('opens the stream again where it left off', async () => {
    const { next, page, pass, leave, stream } = await openPage(withEvents());
    assert.equal(stream.opened[0]!.options.lastEventId, undefined);
    await stream.opened[0]!.send('v8');
    await next('getSnapshot').resolve(withEvents({ version: 'v8' }));
    await stream.opened[0]!.end();
    await pass(1_000);
    await next('getSnapshot').resolve(null);
    assert.equal(stream.opened[1]!.options.lastEventId, 'v8');
    page.hide();
    page.show();
    await turn();
    assert.equal(stream.opened[2]!.options.lastEventId, 'v8');
    leave();
  });

  it('waits longer each time that the stream breaks at once, and not after one that lasted', async () => {
    const { next, pass, leave, stream } = await openPage(withEvents());
    const breaks = async (wait: number) => {
      await stream.opened.at(-1)!.end(new PipelineError('network'));
      const before = stream.opened.length;
      // At most half of it is left to chance.
      await pass(wait / 2 - 1);
      assert.throws(() => next('getSnapshot'));
      await pass(wait / 2 + 1);
      await next('getSnapshot').resolve(null);
      assert.equal(stream.opened.length, before + 1);
    };
    for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) await breaks(wait);
    await pass(30_000);
    await breaks(1_000);
    leave();
  });

  it('asks for the stream no sooner than the host says, though the page is seen again', async () => {
    const { count, page, pass, leave, stream } = await openPage(withEvents());
    const busy = new PipelineError('too_many_requests', { status: 429, retryAfter: 50_000 });
    await stream.opened[0]!.end(busy);
    await pass(49_999);
    page.focus();
    page.hide();
    page.show();
    await turn();
    assert.deepEqual([count('getSnapshot'), stream.opened.length], [1, 1]);
    await pass(1);
    assert.equal(count('getSnapshot'), 2);
    leave();
  });

  it('does not wait out a back-off when the network is back', async () => {
    const { next, page, pass, leave, stream } = await openPage(withEvents());
    for (const wait of [1_000, 2_000, 4_000, 8_000]) {
      await stream.opened.at(-1)!.end(new PipelineError('network'));
      await pass(wait);
      await next('getSnapshot').resolve(null);
    }
    await stream.opened.at(-1)!.end(new PipelineError('network'));
    await pass(6_000);
    page.focus();
    await turn();
    await next('getSnapshot').resolve(null);
    assert.equal(stream.opened.length, 6);
    leave();
  });

  it('reads again what failed to be read, though the stream goes on and tells nothing more', async () => {
    const { count, next, pass, leave, stream } = await openPage(withEvents());
    await stream.opened[0]!.send('v8');
    for (const reads of [2, 3]) {
      await next('getSnapshot').reject(new PipelineError('network'));
      await pass(29_999);
      assert.equal(count('getSnapshot'), reads);
      await pass(1);
    }
    await next('getSnapshot').resolve(withEvents({ version: 'v8' }));
    await pass(600_000);
    assert.equal(count('getSnapshot'), 4);
    assert.equal(stream.opened.length, 1);
    leave();
  });

  it('reads what failed soon after the network is back', async () => {
    const { count, next, page, pass, leave, stream } = await openPage(withEvents());
    await stream.opened[0]!.send('v8');
    await next('getSnapshot').reject(new PipelineError('network'));
    await pass(1_000);
    page.focus();
    await pass(3_999);
    assert.equal(count('getSnapshot'), 2);
    await pass(1);
    assert.equal(count('getSnapshot'), 3);
    leave();
  });

  it('reads once more for all events that come during a read', async () => {
    const { count, next, leave, stream } = await openPage(withEvents());
    for (const version of ['v8', 'v9', 'v10', 'v11']) await stream.opened[0]!.send(version);
    assert.equal(count('getSnapshot'), 2);
    await next('getSnapshot').resolve(withEvents({ version: 'v8' }));
    assert.equal(count('getSnapshot'), 3);
    await next('getSnapshot').resolve(withEvents({ version: 'v11' }));
    assert.equal(count('getSnapshot'), 3);
    leave();
  });

  it('reads once a second while news keep coming, the newest', async () => {
    const { count, next, pass, leave, stream } = await openPage(withEvents());
    const hear = async (version: string) => {
      await stream.opened[0]!.send(version);
      await next('getSnapshot').resolve(withEvents({ version }));
    };
    await hear('v8');
    await hear('v9');
    for (const version of ['v10', 'v11', 'v12']) await stream.opened[0]!.send(version);
    await pass(999);
    assert.equal(count('getSnapshot'), 3);
    await pass(1);
    await next('getSnapshot').resolve(withEvents({ version: 'v12' }));
    assert.equal(count('getSnapshot'), 4);
    await pass(1_000);
    await hear('v13');
    assert.equal(count('getSnapshot'), 5);
    leave();
  });

  it('waits longer each time that the stream breaks after telling nothing new', async () => {
    const { next, pass, leave, stream } = await openPage(withEvents({ version: 'v7' }));
    for (const wait of [1_000, 2_000, 4_000, 8_000]) {
      await stream.opened.at(-1)!.send('v7');
      await stream.opened.at(-1)!.end();
      const before = stream.opened.length;
      await pass(wait / 2 - 1);
      assert.throws(() => next('getSnapshot'), `after ${wait}`);
      await pass(wait / 2 + 1);
      await next('getSnapshot').resolve(null);
      assert.equal(stream.opened.length, before + 1);
    }
    leave();
  });

  it('trusts no read that began before the event', async () => {
    const { count, next, page, pass, leave, stream } = await openPage(withEvents());
    await pass(5_000);
    page.focus();
    await stream.opened[0]!.send('v8');
    assert.equal(count('getSnapshot'), 2);
    await next('getSnapshot').resolve(null);
    assert.equal(count('getSnapshot'), 3);
    await next('getSnapshot').resolve(withEvents({ version: 'v8' }));
    assert.equal(count('getSnapshot'), 3);
    leave();
  });

  it('polls where the stream is refused', async () => {
    const { count, pass, leave, stream } = await openPage(withEvents());
    await stream.opened[0]!.end(new PipelineError('not_found', { status: 404 }));
    await pass(10_000);
    assert.equal(count('getSnapshot'), 1);
    await pass(20_000);
    assert.equal(count('getSnapshot'), 2);
    leave();
  });

  const noStreams = {
    'something else than a stream answers, such as the page of an app': ['unreadable', 200],
    'the host fails, without asking it more often than that': ['internal', 500],
  } as const;
  for (const [name, [code, status]] of Object.entries(noStreams)) {
    it(`polls where ${name}`, async () => {
      const { count, pass, leave, stream } = await openPage(withEvents());
      await stream.opened[0]!.end(new PipelineError(code, { status }));
      await pass(10_000);
      assert.equal(count('getSnapshot'), 1);
      await pass(20_000);
      assert.equal(count('getSnapshot'), 2);
      leave();
    });
  }

  it('closes the stream while it is hidden', async () => {
    const { page, leave, stream } = await openPage(withEvents());
    page.hide();
    assert.equal(stream.opened[0]!.options.signal?.aborted, true);
    page.show();
    await turn();
    assert.equal(stream.opened.length, 2);
    leave();
  });

  it('leaves nothing behind', async () => {
    const { page, count, pass, leave } = await openPage(snapshots.fresh);
    leave();
    assert.equal(page.listeners, 0);
    await pass(600_000);
    assert.equal(count('getSnapshot'), 1);
  });
});
