import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { PipelineError, type PipelineAdapter } from '../../../src/adapter/index.js';
import type { Snapshot } from '../../../src/contract/index.js';
import { createStore } from '../../../src/store/index.js';
import { snapshotOf } from '../../../stories/fixture/snapshot.js';
import { adapterByHand, pageByHand, siteByHand, streamByHand, turn } from './by-hand.js';

const at = (version: string): Snapshot => {
  const snapshot = snapshotOf({ version });
  return { ...snapshot, capabilities: { ...snapshot.capabilities, events: true } };
};

/** A browser with tabs of one site, and the streams that its host was asked for. */
function openBrowser() {
  const site = siteByHand();
  const stream = streamByHand();

  async function openTab(given: { channel?: string | null; version?: string } = {}) {
    const { channel = 'joel', version = 'v7' } = given;
    const hand = adapterByHand();
    const methods: Partial<PipelineAdapter> = {
      watchSubscription: (_id, options) => stream.watch(options),
      channel: () => channel ?? undefined,
    };
    const adapter = new Proxy(hand.adapter, {
      get: (target, name: keyof PipelineAdapter) => methods[name] ?? target[name],
    });
    const page = pageByHand();
    const store = createStore({
      adapter,
      subscription: 'sub_42',
      surroundings: Object.assign(page.surroundings, { tabs: site.tabs }),
    });
    const close = store.subscribe(() => undefined);
    await turn();
    await hand.next('getSnapshot').resolve(at(version));
    await turn();
    return {
      ...page,
      reads: () => hand.count('getSnapshot') - 1,
      answer: (answered: string) => hand.next('getSnapshot').resolve(at(answered)),
      async close() {
        close();
        await turn();
      },
    };
  }

  const live = () => stream.opened.filter(({ options }) => !options.signal?.aborted);
  return { site, stream, openTab, live };
}

describe('tabs of one account share a stream', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  it('and each hears of a change, and reads it once', async () => {
    const { stream, openTab } = openBrowser();
    const tabs = [await openTab(), await openTab(), await openTab()];
    assert.equal(stream.opened.length, 1);
    await stream.opened[0]!.send('v8');
    for (const tab of tabs) {
      assert.equal(tab.reads(), 1);
      await tab.answer('v8');
    }
    await stream.opened[0]!.send('v9');
    assert.deepEqual(
      tabs.map((tab) => tab.reads()),
      [2, 2, 2],
    );
  });

  it('which goes on in another tab when its tab is hidden, where it left off', async () => {
    const { stream, openTab, live } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await stream.opened[0]!.send('v8');
    await first.answer('v8');
    await second.answer('v8');

    first.hide();
    await turn();
    assert.equal(stream.opened.length, 2);
    assert.equal(stream.opened[1]!.options.lastEventId, 'v8');
    await live()[0]!.send('v9');
    assert.equal(first.reads(), 1, 'nothing is read for a page that nobody sees');
    assert.equal(second.reads(), 2);
  });

  it('and one that is hidden never has its turn', async () => {
    const { stream, openTab, live } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    second.hide();
    await turn();
    await first.close();
    assert.equal(stream.opened.length, 1);
    assert.equal(live().length, 0);
    second.show();
    await turn();
    assert.equal(live().length, 1);
  });

  it('which goes on when its tab is closed', async () => {
    const { stream, openTab, live } = openBrowser();
    const [first, second, third] = [await openTab(), await openTab(), await openTab()];
    await first.close();
    assert.equal(live().length, 1);
    await live()[0]!.send('v8');
    assert.deepEqual([second.reads(), third.reads()], [1, 1]);
    assert.equal(stream.opened.length, 2);
  });

  it('and one that comes later hears where things stand', async () => {
    const { stream, openTab } = openBrowser();
    const first = await openTab();
    await stream.opened[0]!.send('v8');
    await first.answer('v8');
    // It had read before the change, and came to listen after it.
    const second = await openTab({ version: 'v7' });
    assert.equal(second.reads(), 1);
    const third = await openTab({ version: 'v8' });
    assert.equal(third.reads(), 0);
    assert.equal(first.reads(), 1, 'what is known is not told again');
  });

  it('and all of them poll where it is refused', async () => {
    const { stream, openTab } = openBrowser();
    const tabs = [await openTab(), await openTab()];
    for (const which of [0, 1]) {
      await stream.opened[which]!.end(new PipelineError('not_found', { status: 404 }));
    }
    mock.timers.tick(30_000);
    await turn();
    assert.deepEqual(
      tabs.map((tab) => tab.reads()),
      [1, 1],
    );
  });

  it('and leave nothing behind', async () => {
    const { site, live, openTab } = openBrowser();
    const tabs = [await openTab(), await openTab()];
    for (const tab of tabs) await tab.close();
    assert.deepEqual([site.open, site.inLine, live().length], [0, 0, 0]);
  });
});

describe('a tab has a stream of its own', () => {
  it('where another account is signed in', async () => {
    const { stream, openTab } = openBrowser();
    const joel = await openTab({ channel: 'joel' });
    const ines = await openTab({ channel: 'ines' });
    assert.equal(stream.opened.length, 2);
    await stream.opened[1]!.send('v8');
    assert.deepEqual([joel.reads(), ines.reads()], [0, 1]);
  });

  it('where nobody says who is signed in', async () => {
    const { stream, openTab } = openBrowser();
    await openTab({ channel: null });
    await openTab({ channel: null });
    assert.equal(stream.opened.length, 2);
  });

  it('where the browser keeps it from agreeing with others', async () => {
    const { site, stream, openTab } = openBrowser();
    site.tabs.lead = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    const tab = await openTab();
    assert.equal(stream.opened.length, 1);
    await stream.opened[0]!.send('v8');
    assert.equal(tab.reads(), 1);
  });
});
