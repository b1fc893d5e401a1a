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

  it('polls where the stream is refused', async () => {
    const { count, pass, leave, stream } = await openPage(withEvents());
    await stream.opened[0]!.end(new PipelineError('not_found', { status: 404 }));
    await pass(10_000);
    assert.equal(count('getSnapshot'), 1);
    await pass(20_000);
    assert.equal(count('getSnapshot'), 2);
    leave();
  });

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
