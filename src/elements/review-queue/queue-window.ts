import { toPipelineError, type PipelineAdapter, type PipelineError } from '../../adapter/index.js';
import type { QueueCounts, QueueFilters, QueueItem, QueuePage } from '../../contract/index.js';
import { share } from '../../store/share.js';

/** Rows that a press brings. */
const PAGE = 50;
/** The most rows that a request may ask for. */
const MOST = 200;

/** What is read: the list for new filters, the next rows, or all loaded rows again. */
export type QueueRead = 'show' | 'more' | 'reload';

/** The loaded part of the queue. A row that did not change stays the same object. */
export interface QueueView {
  /** Undefined while nothing is known. */
  readonly items?: readonly QueueItem[] | undefined;
  readonly counts?: QueueCounts | undefined;
  readonly hasMore?: boolean;
  /** What is being read. */
  readonly loading?: QueueRead | undefined;
  /** What could not be read; it stays while it is read again. */
  readonly failed?: QueueRead | undefined;
  readonly error?: PipelineError | undefined;
}

/** The filters as they are sent: what is waiting unless they say otherwise, no blanks around words. */
export const asAsked = ({ state = ['waiting'], q = '', ...rest }: QueueFilters) => ({
  ...rest,
  state,
  q: q.trim(),
});

/**
 * Reads the queue page by page, one read at a time. New filters drop the read under way; a reload
 * waits for its turn, brings as many rows as there were, and changes nothing before it has them all.
 * Each call resolves to whether its read ended well. A failure that lasts is told once.
 */
export function createQueueWindow(
  read: PipelineAdapter['getQueue'],
  onChange: () => void,
  onError: (error: PipelineError) => void,
) {
  let view: QueueView = {};
  let filters: ReturnType<typeof asAsked> | undefined;
  let cursor: string | null = null;
  let flight: AbortController | undefined;
  let isOutdated = false;

  const set = (change: QueueView) => {
    view = { ...view, ...change };
    onChange();
  };

  const start = async (loading: QueueRead): Promise<boolean> => {
    flight?.abort();
    const { signal } = (flight = new AbortController());
    const isMore = loading === 'more';
    const isReload = loading === 'reload';
    const held = view.items ?? [];
    const wanted = isReload ? Math.max(held.length, PAGE) : PAGE;
    const found: QueueItem[] = isMore ? [...held] : [];
    const target = wanted + found.length;
    let next = isMore ? cursor : null;
    let page: QueuePage;
    set({ loading, ...(isReload ? {} : { failed: undefined, error: undefined }) });
    try {
      let isDone: boolean;
      do {
        const limit = Math.min(target - found.length, MOST);
        page = await read(filters!, { signal, limit, ...(next === null ? {} : { cursor: next }) });
        if (signal.aborted) return false;
        found.push(...page.items);
        next = page.nextCursor;
        // One press is one request, however few rows a host gives at a time.
        isDone = !isReload || next === null || page.items.length === 0;
      } while (!isDone && found.length < target);
    } catch (thrown) {
      if (signal.aborted) return false;
      const error = toPipelineError(thrown);
      if (error.code !== view.error?.code) onError(error);
      end({ failed: loading, error, ...(loading === 'show' ? { items: undefined } : {}) });
      return false;
    }
    cursor = next;
    end({
      items: merge(held, found),
      counts: share(view.counts, page.counts),
      hasMore: next !== null,
      failed: undefined,
      error: undefined,
    });
    return true;
  };

  const end = (change: QueueView) => {
    flight = undefined;
    set({ ...change, loading: undefined });
    if (isOutdated) void reload();
  };

  const reload = async (): Promise<boolean> => {
    isOutdated = flight !== undefined;
    return !isOutdated && start('reload');
  };

  return {
    get view() {
      return view;
    },
    /** Shows the queue through these filters. The same ones again change nothing. */
    async show(given: QueueFilters): Promise<boolean> {
      const asked = share(filters, asAsked(given));
      if (asked === filters) return false;
      // Rows of another state would stand under the wrong tab.
      if (asked.state !== filters?.state) view = { ...view, items: undefined };
      filters = asked;
      isOutdated = false;
      return start('show');
    },
    /** The next rows. A reload under way is put off, for a person waits. */
    async more(): Promise<boolean> {
      if (!view.hasMore || (flight && view.loading !== 'reload')) return false;
      isOutdated ||= flight !== undefined;
      return start('more');
    },
    reload,
    stop() {
      flight?.abort();
    },
  };
}

/** Each submission once, and unchanged ones as they were held, wherever they stand now. */
function merge(held: readonly QueueItem[], now: QueueItem[]): readonly QueueItem[] {
  const before = new Map(held.map((item) => [item.submissionId, item]));
  const merged = new Map<string, QueueItem>();
  for (const item of now) {
    merged.set(item.submissionId, share(before.get(item.submissionId), item));
  }
  const items = [...merged.values()];
  const isSame = items.length === held.length && items.every((item, at) => item === held[at]);
  return isSame ? held : items;
}
