import type { QueueItem, QueueSort } from '../../contract/index.js';
import { share } from '../../store/share.js';

/** What is loaded of the host's list, and what became of it since. */
export interface Listed {
  /** As shown: no row moves or goes until the list is settled. */
  readonly items: readonly QueueItem[];
  /** Of these, the ones that the host's list has no more. */
  readonly left: ReadonlySet<string>;
  /** Came meanwhile, and are not shown yet. */
  readonly news: readonly QueueItem[];
  /** The rows in the host's order, as they were read last. */
  readonly order: readonly QueueItem[];
  /** Where the next page starts. */
  readonly cursor: string | null;
}

export const idOf = ({ submissionId }: QueueItem): string => submissionId;
const idsOf = (items: readonly QueueItem[]) => new Set(items.map(idOf));

/** A list as it was just read. */
export const listOf = (items: readonly QueueItem[], cursor: string | null): Listed => ({
  ...{ items, cursor, order: items },
  left: new Set<string>(),
  news: [],
});

/**
 * Takes in what the same list reads like now, from its start: rows change where they stand, those
 * that are gone stay and are marked, new ones wait. A list of which nothing is left is shown anew.
 */
export function catchUp(
  held: Listed,
  found: readonly QueueItem[],
  cursor: string | null,
  sort: QueueSort = 'submittedAt',
): Listed {
  const now = new Map(found.map((item) => [idOf(item), item]));
  const ids = idsOf(held.items);
  const anchor = found.findLastIndex((item) => ids.has(idOf(item)));
  if (anchor < 0) return listOf(found, cursor);
  const after = found.length - 1 - anchor;
  // Behind the last row that is shown the next page starts, unless there was none.
  const order = held.cursor === null ? found : found.slice(0, anchor + 1);
  const lastKept = held.items.findLastIndex((item) => now.has(idOf(item)));
  // The read may have ended before these, unless later rows came: times only grow, names do not.
  const isTailKnown = cursor === null || (after > 0 && !sort.endsWith('subscriptionName'));
  const isLeft = (item: QueueItem, at: number) =>
    !now.has(idOf(item)) && (at < lastKept || isTailKnown || held.left.has(idOf(item)));
  const items = held.items.map((item) => now.get(idOf(item)) ?? item);
  return {
    items: share(held.items, items),
    left: idsOf(held.items.filter(isLeft)),
    news: order.filter((item) => !ids.has(idOf(item))),
    order,
    cursor: held.cursor === null || (cursor === null && after === 0) ? cursor : held.cursor,
  };
}

/** Without those of the rows that are gone which the reviewer knows of. */
export function withoutKnown(list: Listed, isKnown: (submissionId: string) => boolean): Listed {
  const gone = [...list.left].filter(isKnown);
  if (gone.length === 0) return list;
  const items = list.items.filter((item) => !gone.includes(idOf(item)));
  return { ...list, items, left: new Set([...list.left].filter((id) => !isKnown(id))) };
}

/** As the host has it: new rows in their places, and none that is gone. */
export function settle(list: Listed): Listed {
  const { items, order, left, cursor } = list;
  const placed = new Set([...left, ...order.map(idOf)]);
  return listOf([...order, ...items.filter((item) => !placed.has(idOf(item)))], cursor);
}

/** The next page behind it; what both have, once. */
export function extend(list: Listed, found: readonly QueueItem[], cursor: string | null): Listed {
  const now = new Map([...list.items, ...found].map((item) => [idOf(item), item]));
  const news = list.news.filter((item) => !now.has(idOf(item)));
  return { ...list, items: [...now.values()], news, cursor };
}
