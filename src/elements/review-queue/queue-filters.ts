import type { QueueCounts, QueueFilters, QueueSort, QueueState } from '../../contract/index.js';
import { countByState, queueSort } from '../../contract/queue.js';
import { share } from '../../store/share.js';

const HOUR = 3_600_000;

export type QueueTab = QueueState | 'all';

/** Each state has a tab of its own. */
export const tabs = [...Object.keys(countByState), 'all'] as QueueTab[];

/** What can be meant by filters that a page sets: they may stand in an address, which anybody types. */
export function soundFilters(given: QueueFilters | null | undefined): QueueFilters {
  const { q, plan, submittedBefore, sort, state } = given ?? {};
  const sound: QueueFilters = {};
  if (Array.isArray(state)) {
    const known = state.filter((each) => Object.hasOwn(countByState, each));
    // All states are asked for by none, and not by those that nobody knows.
    if (known.length > 0 || state.length === 0) sound.state = known;
  }
  if (typeof q === 'string') sound.q = q;
  if (typeof plan === 'string') sound.plan = plan;
  if (!Number.isNaN(Date.parse(submittedBefore ?? ''))) sound.submittedBefore = submittedBefore!;
  if (queueSort.options.includes(sort!)) sound.sort = sort!;
  return share(given, sound);
}

/** The filters as they are sent: what is waiting unless they say otherwise, no blanks around words. */
export const asAsked = ({ state = ['waiting'], q = '', ...rest }: QueueFilters) => ({
  ...rest,
  state,
  q: q.trim(),
});

export const statesOf = (tab: QueueTab): QueueState[] => (tab === 'all' ? [] : [tab]);

/** The tab that is open; none when the page asks for some states at once. */
export function tabOf(filters: QueueFilters): QueueTab | undefined {
  const { state } = asAsked(filters);
  return state.length % (tabs.length - 1) === 0 ? 'all' : state.length === 1 ? state[0] : undefined;
}

export const countOf = (counts: QueueCounts, tab: QueueTab): number =>
  tab === 'all'
    ? Object.values(countByState).reduce((sum, name) => sum + counts[name], 0)
    : counts[countByState[tab]];

/** Whether anything but the tab narrows the list. */
export const isNarrowed = (filters: QueueFilters): boolean =>
  Boolean(filters.q?.trim() || filters.plan || filters.submittedBefore);

/**
 * A moment so many hours ago. Cut to the hour, so that the same choice is the same request and the
 * same address for a while.
 */
export const hoursBefore = (now: number, hours: number): string =>
  `${new Date(Math.floor(now / HOUR - hours) * HOUR).toISOString().slice(0, 19)}Z`;

/** What a column is sorted by at first; pressed again, the other way round. */
const firstSorts = {
  subscriptionName: 'subscriptionName',
  submittedAt: 'submittedAt',
  decidedAt: '-decidedAt',
} as const satisfies Record<string, QueueSort>;

export type SortKey = keyof typeof firstSorts;

export const nextSort = (key: SortKey, current: QueueSort): QueueSort =>
  current === key ? `-${key}` : current === `-${key}` ? key : firstSorts[key];

export const ariaSort = (key: SortKey, current: QueueSort) =>
  current === key ? 'ascending' : current === `-${key}` ? 'descending' : 'none';
