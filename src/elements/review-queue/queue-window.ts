import { toPipelineError, type PipelineAdapter, type PipelineError } from '../../adapter/index.js';
import type { QueueCounts, QueueFilters, QueueItem, QueuePage } from '../../contract/index.js';
import { QUEUE_PAGE_LIMIT } from '../../contract/queue.js';
import { share } from '../../store/share.js';
import { catchUp, extend, idOf, listOf, settle, withoutKnown, type Listed } from './catch-up.js';
import { asAsked } from './queue-filters.js';

/** Rows that a press brings. */
const PAGE = 50;

/** What is read: the list for new filters, the next rows, or all loaded rows again. */
export type QueueRead = 'show' | 'more' | 'reload';

/** The loaded part of the queue. A row that did not change stays the same object. */
export interface QueueView {
  /** Undefined while nothing is known. */
  readonly items?: readonly QueueItem[] | undefined;
  /** Of the items, those that are not in the list any more. */
  readonly left?: ReadonlySet<string>;
  /** How many came meanwhile, and are shown once they are asked for. */
  readonly news?: number;
  readonly counts?: QueueCounts | undefined;
  /** Whether several can be decided at once. */
  readonly canBulk?: boolean;
  readonly hasMore?: boolean;
  /** What is being read. */
  readonly loading?: QueueRead | undefined;
  /** What could not be read; it stays while it is read again. */
  readonly failed?: QueueRead | undefined;
  readonly error?: PipelineError | undefined;
}

/** The rows that are still in the list. */
export const presentIn = ({ items = [], left }: QueueView): readonly QueueItem[] =>
  left?.size ? items.filter((item) => !left.has(idOf(item))) : items;

const NOTHING = listOf([], null);

export interface QueueWindowOptions {
  read: PipelineAdapter['getQueue'];
  onChange: () => void;
  onError: (error: PipelineError) => void;
  /** Whether the reviewer decided it here, and so knows why its row leaves. */
  isOwn: (submissionId: string) => boolean;
}

/**
 * Reads the queue page by page, one read at a time. New filters drop the read under way; a reload
 * waits for its turn, reads what is loaded again, and changes nothing before it has all of it.
 * Each call resolves to whether its read ended well. A failure that lasts is told once.
 */
export function createQueueWindow({ read, onChange, onError, isOwn }: QueueWindowOptions) {
  let view: QueueView = {};
  let list = NOTHING;
  let filters: ReturnType<typeof asAsked> | undefined;
  let flight: AbortController | undefined;
  let isOutdated = false;

  const set = (change: QueueView) => {
    view = { ...view, ...change };
    onChange();
  };

  const show = (next: Listed, change: QueueView = {}) => {
    list = next;
    const { items, left, news, cursor } = next;
    set({ items, left, news: news.length, hasMore: cursor !== null, ...change });
  };

  /** How many rows a read is to bring; a whole list gets a row more than it had, if there is one. */
  const wantedBy = (loading: QueueRead): number => {
    if (loading !== 'reload') return PAGE;
    const count = list.items.length + list.news.length;
    return list.cursor === null ? PAGE * (Math.floor(count / PAGE) + 1) : Math.max(count, PAGE);
  };

  const start = async (loading: QueueRead): Promise<boolean> => {
    flight?.abort();
    const { signal } = (flight = new AbortController());
    const isMore = loading === 'more';
    const isReload = loading === 'reload';
    const wanted = wantedBy(loading);
    let found: QueueItem[] = [];
    let next = isMore ? list.cursor : null;
    let page: QueuePage;
    set({ loading, ...(isReload ? {} : { failed: undefined, error: undefined }) });
    try {
      let isDone: boolean;
      do {
        const limit = Math.min(wanted - found.length, QUEUE_PAGE_LIMIT);
        page = await read(filters!, { signal, limit, ...(next === null ? {} : { cursor: next }) });
        if (signal.aborted) return false;
        found.push(...page.items);
        next = page.nextCursor;
        // One press is one request, however few rows a host gives at a time.
        isDone = !isReload || next === null || page.items.length === 0;
      } while (!isDone && found.length < wanted);
    } catch (thrown) {
      if (signal.aborted) return false;
      const error = toPipelineError(thrown);
      if (error.code !== view.error?.code) onError(error);
      if (loading === 'show') list = NOTHING;
      end({ failed: loading, error, ...(loading === 'show' ? { items: undefined } : {}) });
      return false;
    }
    found = asHeld(list.items, found);
    const now = isMore
      ? extend(list, found, next)
      : isReload
        ? withoutKnown(catchUp(list, found, next, filters!.sort), isOwn)
        : listOf(found, next);
    show(now);
    end({
      counts: share(view.counts, page.counts),
      canBulk: page.capabilities.bulkReview,
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
      if (asked.state !== filters?.state) {
        view = { ...view, items: undefined };
        list = NOTHING;
      }
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
    /** All loaded rows again; what the reviewer decided here leaves the list at once. */
    reload,
    /** Puts the new rows in their places, and takes out what left. Gives the first new one's id. */
    settle(): string | undefined {
      const { news } = list;
      if (view.items) show(settle(list));
      return news[0] && idOf(news[0]);
    },
    stop() {
      flight?.abort();
    },
  };
}

/** Each submission once, and unchanged ones as the objects that were held. */
function asHeld(held: readonly QueueItem[], now: QueueItem[]): QueueItem[] {
  const before = new Map(held.map((item) => [idOf(item), item]));
  const once = new Map(now.map((item) => [idOf(item), item]));
  return [...once.values()].map((item) => share(before.get(idOf(item)), item));
}
