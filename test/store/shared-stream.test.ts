import { expect } from '@open-wc/testing';
import {
  createDemoHost,
  createFakeAdapter,
  MAIN_SUBSCRIPTION,
  type FakeHost,
} from '../../src/mocks/index.js';
import { createStore, type PipelineStore } from '../../src/store/index.js';
import { waitUntil } from '../helpers/wait-until.js';

/** A store as in a tab of its own, which agrees with the others by the browser's own means. */
function openTab(host: FakeHost, account: string, streams: string[]) {
  const adapter = createFakeAdapter(host, { as: account, account });
  const { watchSubscription } = adapter;
  adapter.watchSubscription = (id, options) => {
    streams.push(`${account} ${options?.lastEventId ?? ''}`);
    return watchSubscription!(id, options);
  };
  const store = createStore({ adapter, subscription: MAIN_SUBSCRIPTION });
  return { store, close: store.subscribe(() => undefined) };
}

const statusOf = ({ state }: PipelineStore) => state.snapshot.value?.status;

describe('stores of one account', () => {
  let host: FakeHost;
  let streams: string[];
  let open: { store: PipelineStore; close: () => void }[];
  const tab = (account: string) => {
    const opened = openTab(host, account, streams);
    open.push(opened);
    return opened;
  };
  const isFresh = (status: string) =>
    waitUntil(() => open.every(({ store }) => statusOf(store) === status), `all see ${status}`);

  beforeEach(async () => {
    host = await createDemoHost('in_review');
    streams = [];
    open = [];
  });
  afterEach(() => {
    for (const { close } of open) close();
  });

  it('have a stream each where a page may not talk to others', async () => {
    const { BroadcastChannel } = globalThis;
    globalThis.BroadcastChannel = function () {
      throw new DOMException('not here', 'SecurityError');
    } as never;
    try {
      tab('joel');
      tab('joel');
      await waitUntil(() => streams.length === 2, 'both have a stream');
      await host.setStatus(MAIN_SUBSCRIPTION, 'payment_failed');
      await isFresh('payment_failed');
    } finally {
      globalThis.BroadcastChannel = BroadcastChannel;
    }
  });

  it('share one stream, all fresh, and go on with it when its holder leaves', async () => {
    const first = tab('joel');
    await waitUntil(() => streams.length === 1);
    const second = tab('joel');
    await isFresh('active');
    await host.setStatus(MAIN_SUBSCRIPTION, 'payment_failed');
    await isFresh('payment_failed');
    expect(streams).to.have.length(1);

    const { version } = first.store.state.snapshot.value!;
    first.close();
    open = open.filter((each) => each !== first);
    await waitUntil(() => streams.length === 2, 'the other takes over');
    expect(streams[1]).to.equal(`joel ${version}`);
    await host.setStatus(MAIN_SUBSCRIPTION, 'active');
    await isFresh('active');
    expect(statusOf(second.store)).to.equal('active');
  });

  it('leave that of another account alone', async () => {
    tab('joel');
    tab('mara');
    await waitUntil(() => streams.length === 2);
    await host.setStatus(MAIN_SUBSCRIPTION, 'payment_failed');
    await isFresh('payment_failed');
  });
});
