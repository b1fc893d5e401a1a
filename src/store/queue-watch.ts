import type { PipelineAdapter } from '../adapter/index.js';
import { keepFresh, type FreshnessOptions } from './freshness.js';
import { once } from './listeners.js';
import type { Watch } from './shared-stream.js';

export interface QueueWatchOptions extends Pick<FreshnessOptions, 'surroundings' | 'interval'> {
  adapter: PipelineAdapter;
  live: boolean;
  /** Lets a stream be the same for all tabs. */
  share: (watch: Watch) => Watch;
  /** Resolves when no act is under way: an event that comes before tells of that act, most likely. */
  settled: () => Promise<void>;
  /** The queue is another one than its pages show. */
  onChange: () => void;
  /** Reads the open submissions again. */
  readReviews: () => Promise<void>;
}

/** Follows the queue while anybody shows it. Its pages say whether there are events, and how old they are. */
export function createQueueWatch(options: QueueWatchOptions) {
  const { adapter, share, onChange, ...rest } = options;
  let users = 0;
  /** Until a page says otherwise, the stream is tried: a page alone misses what comes after it. */
  let hasEvents = true;
  let freshness: ReturnType<typeof keepFresh> | undefined;
  /** The version that a stream told last; nothing that is read from then on is older. */
  let told: string | undefined;
  /** Those of the pages that were there before. */
  let early: (string | undefined)[] = [];

  const look = async (id?: string) => {
    await options.settled();
    const isOpening = id !== undefined && told === undefined;
    // On opening it only says where the queue stands, and what has been read may show just that.
    const isNews = isOpening ? early.some((version) => version !== id) : !id || id !== told;
    told = id ?? told;
    early = [];
    if (isNews) onChange();
    // What a submission is like does not say how old it is.
    if (isNews || isOpening) await options.readReviews();
  };

  return {
    /** Until the last one ends it by calling what this gives. */
    open(): () => void {
      users += 1;
      if (users === 1 && options.live)
        freshness = keepFresh({
          ...rest,
          watch: () =>
            hasEvents && adapter.watchQueue
              ? share((given) => adapter.watchQueue!(given))
              : undefined,
          read: look,
        });
      return once(() => {
        users -= 1;
        if (users === 0) freshness?.stop();
      });
    },
    read: (async (filters, given) => {
      const isEarly = told === undefined;
      const page = await adapter.getQueue(filters, given).catch((error: unknown) => {
        if (!given?.signal?.aborted) freshness?.failed();
        throw error;
      });
      const { version, capabilities } = page;
      if (isEarly) {
        if (told === undefined) early.push(version);
        else if (version !== told) onChange();
      }
      if (capabilities.events !== hasEvents) {
        hasEvents = capabilities.events;
        freshness?.look();
      }
      return page;
    }) satisfies PipelineAdapter['getQueue'],
  };
}
