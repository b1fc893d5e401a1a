/** Keeps what a reviewer looks at in the page's address, so that it survives a reload and can be sent. */
import { queueSort, queueState, type QueueFilters } from '../src/contract/queue.js';
import type { ReviewDesk } from '../src/composed/review-desk/review-desk.js';

const TEXTS = ['q', 'plan', 'submittedBefore'] as const;

/** What the address asks for; what it can't mean is left out. */
export function readAddress(search: URLSearchParams): {
  submission: string | undefined;
  filters: QueueFilters;
} {
  const filters: QueueFilters = {};
  for (const name of TEXTS) {
    const text = search.get(name);
    if (text) filters[name] = text;
  }
  const states = search.get('state')?.split(',');
  const known = queueState.options.filter((state) => states?.includes(state));
  // An empty one asks for all, and one that nobody knows for nothing.
  if (known.length > 0 || search.get('state') === '') filters.state = known;
  const sort = queueSort.safeParse(search.get('sort'));
  if (sort.success) filters.sort = sort.data;
  return { submission: search.get('submission') ?? undefined, filters };
}

export function writeAddress(
  search: URLSearchParams,
  { submission, filters }: ReturnType<typeof readAddress>,
): void {
  for (const [name, value] of Object.entries({ submission, ...filters })) {
    if (value === undefined) search.delete(name);
    else search.set(name, String(value));
  }
  for (const name of [...TEXTS, 'state', 'sort'] as const) {
    if (!(name in filters)) search.delete(name);
  }
}

/** Binds a desk to the address: filters replace an entry of the history, a submission makes one. */
export function followAddress(desk: ReviewDesk): void {
  const show = () => Object.assign(desk, readAddress(new URLSearchParams(location.search)));
  const keep = (how: 'pushState' | 'replaceState') => {
    const address = new URL(location.href);
    writeAddress(address.searchParams, { submission: desk.submission, filters: desk.filters });
    if (address.href !== location.href) history[how](history.state, '', address);
  };
  desk.addEventListener('golive-filters-changed', () => keep('replaceState'));
  desk.addEventListener('golive-submission-select', () => keep('pushState'));
  addEventListener('popstate', show);
  show();
}
