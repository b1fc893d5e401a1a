import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { PipelineError, type PipelineAdapter } from '../../../src/adapter/index.js';
import type { QueuePage } from '../../../src/contract/index.js';
import { createStore } from '../../../src/store/index.js';
import { queuePageOf } from '../../../stories/fixture/review.js';
import { adapterByHand, pageByHand, siteByHand, streamByHand, turn } from './by-hand.js';

type Surroundings = ReturnType<typeof pageByHand>['surroundings'];

/** A page that shows the queue; `toldOf` counts how often it was told to read again. */
function openQueue({
  surroundings = pageByHand().surroundings,
  stream = streamByHand(),
  ...change
}: { surroundings?: Surroundings; stream?: ReturnType<typeof streamByHand> } & Pick<
  Partial<PipelineAdapter>,
  'channel'
> = {}) {
  const hand = adapterByHand();
  const given: Partial<PipelineAdapter> = { watchQueue: stream.watch, ...change };
  const adapter = new Proxy(hand.adapter, {
    get: (target, name: keyof PipelineAdapter) => given[name] ?? target[name],
  });
  const store = createStore({ adapter, surroundings });
  const leave = store.subscribe(() => undefined);
  const close = store.openQueue();
  return {
    ...hand,
    store,
    stream,
    /** Asks for a page; what it gives answers it. */
    ask: async () => {
      const page = store.readQueue({}, {});
      page.catch(() => undefined);
      await turn();
      return hand.next('getQueue');
    },
    toldOf: () => store.state.queueChanges,
    leave: () => (close(), leave()),
  };
}

const pageAt = (version?: string): QueuePage => queuePageOf([], version ? { version } : {});

describe('a queue that changes between the reading of its page and the opening of its stream', () => {
  it('is read again once the stream tells that it stands elsewhere', async () => {
    const { ask, stream, toldOf, leave } = openQueue();
    const page = await ask();
    await page.resolve(pageAt('q1'));
    assert.equal(toldOf(), 0);
    await stream.opened[0]!.send('q2');
    assert.equal(toldOf(), 1);
    leave();
  });

  it('is read again also where the page comes after the word of the stream', async () => {
    const { ask, stream, toldOf, leave } = openQueue();
    const page = await ask();
    await stream.opened[0]!.send('q2');
    assert.equal(toldOf(), 0);
    await page.resolve(pageAt('q1'));
    assert.equal(toldOf(), 1);
    leave();
  });

  it('is not read again where both tell the same, in whichever order', async () => {
    for (const isPageFirst of [true, false]) {
      const { ask, stream, toldOf, leave } = openQueue();
      const page = await ask();
      if (isPageFirst) await page.resolve(pageAt('q1'));
      await stream.opened[0]!.send('q1');
      if (!isPageFirst) await page.resolve(pageAt('q1'));
      assert.equal(toldOf(), 0);
      leave();
    }
  });

  it('is read again once where the host does not say which queue a page shows', async () => {
    for (const isPageFirst of [true, false]) {
      const { ask, stream, toldOf, leave } = openQueue();
      const page = await ask();
      if (isPageFirst) await page.resolve(pageAt());
      await stream.opened[0]!.send('q1');
      if (!isPageFirst) await page.resolve(pageAt());
      assert.equal(toldOf(), 1);
      // What is asked for from now on is as new as the stream.
      await (await ask()).resolve(pageAt());
      assert.equal(toldOf(), 1);
      leave();
    }
  });

  it('is not read again for a page that was asked for since, nor for one that failed', async () => {
    const { ask, stream, toldOf, leave } = openQueue();
    await (await ask()).reject(new Error('offline'));
    await stream.opened[0]!.send('q1');
    await (await ask()).resolve(pageAt('q2'));
    assert.equal(toldOf(), 0);
    leave();
  });

  it('is read again where one of two pages is older than the stream', async () => {
    const { ask, stream, toldOf, leave } = openQueue();
    await (await ask()).resolve(pageAt('q1'));
    await (await ask()).resolve(pageAt('q2'));
    await stream.opened[0]!.send('q2');
    assert.equal(toldOf(), 1);
    leave();
  });

  it('is seen in a tab that hears of it from another one', async () => {
    const site = siteByHand();
    const stream = streamByHand();
    const open = () =>
      openQueue({
        surroundings: { ...pageByHand().surroundings, tabs: site.tabs },
        stream,
        channel: () => 'mara',
      });
    const leading = open();
    await (await leading.ask()).resolve(pageAt('q1'));
    await stream.opened[0]!.send('q1');
    const other = open();
    assert.equal(stream.opened.length, 1);
    await (await other.ask()).resolve(pageAt('q1'));
    assert.equal(other.toldOf(), 0);
    const late = open();
    await (await late.ask()).resolve(pageAt('q0'));
    assert.equal(late.toldOf(), 1);
    for (const each of [late, other, leading]) each.leave();
  });

  it('is judged anew when it is opened again', async () => {
    const { ask, store, stream, toldOf, leave } = openQueue();
    await (await ask()).resolve(pageAt('q1'));
    await stream.opened[0]!.send('q1');
    leave();
    const close = store.openQueue();
    await (await ask()).resolve(pageAt('q1'));
    await stream.opened[1]!.send('q2');
    assert.equal(toldOf(), 1);
    close();
  });

  it('is news at each event whose id can’t be told from another', async () => {
    const { ask, stream, toldOf, leave } = openQueue();
    await stream.opened[0]!.send('');
    await (await ask()).resolve(pageAt());
    const before = toldOf();
    await stream.opened[0]!.send('');
    assert.equal(toldOf(), before + 1);
    leave();
  });

  it('is read again 30 seconds after a read of it failed, though its stream tells nothing more', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    try {
      const { ask, stream, toldOf, leave } = openQueue();
      await (await ask()).resolve(pageAt('q1'));
      await stream.opened[0]!.send('q1');
      await (await ask()).reject(new PipelineError('network'));
      mock.timers.tick(29_999);
      await turn();
      assert.equal(toldOf(), 0);
      mock.timers.tick(1);
      await turn();
      assert.equal(toldOf(), 1);
      leave();
    } finally {
      mock.timers.reset();
    }
  });
});
