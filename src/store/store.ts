import { toPipelineError, type PipelineAdapter, type PipelineError } from '../adapter/index.js';
import type { Snapshot } from '../contract/index.js';
import type { Act, ActAnswer, ActInput } from './acts.js';
import { keepFresh } from './freshness.js';
import { createListeners, once } from './listeners.js';
import type { Change, ErrorReport, PipelineStore, Result, StoreState } from './pipeline-store.js';
import { createQueueWatch } from './queue-watch.js';
import { createResource, NOTHING, type Loaded } from './resource.js';
import { createReviews } from './reviews.js';
import { createRunner } from './runner.js';
import { shareStream, type Watch } from './shared-stream.js';
import { pageSurroundings, type Surroundings } from './surroundings.js';

export interface StoreOptions {
  adapter: PipelineAdapter;
  subscription?: string | undefined;
  /** A snapshot that is there already, from a page that a server rendered. */
  initial?: Snapshot | undefined;
  /** False for a page that never changes: nothing is read but what is missing. */
  live?: boolean | undefined;
  /** Milliseconds between polls where there are no events; 30,000 when absent. */
  pollInterval?: number | undefined;
  surroundings?: Surroundings | undefined;
}

/** Makes the store of one page: of a subscription, or of a reviewers' desk. */
export function createStore(options: StoreOptions): PipelineStore {
  const { adapter, subscription, initial, live = true, pollInterval: interval } = options;
  const surroundings = options.surroundings ?? pageSurroundings;
  const listeners = createListeners<void>();
  const errors = createListeners<ErrorReport>();
  const changes = createListeners<Change>();

  let state: StoreState = {
    snapshot: initial ? { ...NOTHING, value: initial } : NOTHING,
    reviews: new Map(),
    pending: new Set(),
    queueChanges: 0,
    decided: new Set(),
  };

  let isTelling = false;
  const set = (change: Partial<StoreState>) => {
    state = { ...state, ...change };
    if (isTelling) return;
    isTelling = true;
    // One round of listeners for all that changes together.
    queueMicrotask(() => {
      isTelling = false;
      listeners.tell();
    });
  };

  const report = (error: PipelineError, action?: Act) => {
    if (error.code !== 'aborted') errors.tell({ error, action });
  };
  /** A failure that lasts is told once, not at every poll. */
  const reportNew = ({ error }: Loaded<unknown>, before: Loaded<unknown>) => {
    if (error && error.code !== before.error?.code) report(error);
  };

  const snapshot = createResource<Snapshot>(
    (held, signal) => adapter.getSnapshot(subscription!, { signal, unlessVersion: held?.version }),
    (now, before) => {
      set({ snapshot: now });
      reportNew(now, before);
      const { value, error } = now;
      if (error && error !== before.error) snapshotFreshness?.failed();
      if (!value || !before.value || value.version === before.value.version) return;
      if (!runner.isBusy) changes.tell({ phase: value.phase, version: value.version });
    },
    initial,
  );

  const reviews = createReviews(adapter, (all, now, before) => {
    set({ reviews: all });
    reportNew(now, before);
  });

  const touchQueue = (decided: readonly string[] = []) =>
    set({
      queueChanges: state.queueChanges + 1,
      decided: decided.length > 0 ? new Set([...state.decided, ...decided]) : state.decided,
    });

  const runner = createRunner({
    adapter,
    subscriptionId: subscription ?? '',
    snapshot,
    review: reviews.get,
    onPending: (pending) => set({ pending }),
    onDecided: (submissionId) => touchQueue([submissionId]),
    onError: report,
  });

  /** The same stream for all tabs of an account, where they can know of each other. */
  const shared = (what: string, watch: Watch): Watch => {
    const channel = adapter.channel?.();
    const { tabs } = surroundings;
    return channel === undefined || !tabs
      ? watch
      : shareStream(tabs, `golive ${channel} ${what}`, watch);
  };

  let snapshotFreshness: ReturnType<typeof keepFresh> | undefined;
  const startSnapshot = async () => {
    if (subscription === undefined) return;
    if (live || !state.snapshot.value) await snapshot.load();
    // Only the first snapshot says whether there are events. The page may be gone by then.
    if (!live || listeners.size === 0 || snapshotFreshness) return;
    snapshotFreshness = keepFresh({
      watch: () =>
        state.snapshot.value?.capabilities.events && adapter.watchSubscription
          ? shared(subscription, (given) => adapter.watchSubscription!(subscription, given))
          : undefined,
      read: async (version) => {
        // An event that comes while an act is under way tells of that act, most likely.
        await runner.settled();
        // A read that began before the event may be answered from before it.
        if (version !== undefined && snapshot.isReading) await snapshot.load();
        if (version === undefined || version !== state.snapshot.value?.version)
          await snapshot.load();
      },
      surroundings,
      interval,
    });
  };

  const queue = createQueueWatch({
    ...{ adapter, live, surroundings, interval },
    share: (watch) => shared('', watch),
    settled: () => runner.settled(),
    onChange: touchQueue,
    readReviews: reviews.loadAnew,
  });

  return {
    adapter,
    subscriptionId: subscription,
    get state() {
      return state;
    },
    subscribe(listener) {
      const leave = listeners.add(listener);
      if (listeners.size === 1) void startSnapshot();
      return once(() => {
        leave();
        if (listeners.size > 0) return;
        snapshotFreshness?.stop();
        snapshotFreshness = undefined;
        snapshot.stop();
      });
    },
    async refresh() {
      await Promise.all([subscription === undefined ? undefined : snapshot.load(), reviews.load()]);
    },
    openReview(submissionId) {
      const closeQueue = queue.open();
      const closeReview = reviews.open(submissionId);
      return once(() => {
        closeReview();
        closeQueue();
      });
    },
    openQueue: queue.open,
    readQueue: queue.read,
    touchQueue,
    run: <A extends Act>(act: A, input: ActInput<A>) =>
      runner.run(act, input) as Promise<Result<ActAnswer<A>>>,
    async confirmDelivery(lane, delivery) {
      try {
        await adapter.markDelivered(subscription ?? '', lane, delivery);
        return { ok: true, value: undefined, settled: snapshot.reload() };
      } catch (thrown) {
        const error = toPipelineError(thrown);
        report(error);
        return { ok: false, error };
      }
    },
    onError: errors.add,
    report,
    onChange: changes.add,
    now: () => adapter.now?.() ?? Date.now(),
  };
}
