import type { ActivityEntry, ActivityPage } from '../../contract/index.js';

/** The entries that are known, newest first and without a gap. */
export type Feed = ActivityPage;

/**
 * The newest page, read again, with what was known before it. Where more was added than a page
 * holds, nobody knows what lies between, so the feed starts anew.
 */
export function takeNewest(held: Feed | undefined, page: ActivityPage): Feed {
  const last = page.entries.at(-1)?.id;
  const seam = held ? held.entries.findIndex(({ id }) => id === last) + 1 : 0;
  if (!held || seam === 0 || seam === held.entries.length) return page;
  return {
    entries: [...page.entries, ...held.entries.slice(seam)],
    nextCursor: held.nextCursor,
  };
}

/** The page behind a cursor, at the end of the feed; dropped when the feed has moved on since. */
export function takeOlder(
  held: Feed | undefined,
  cursor: string,
  { entries, nextCursor }: ActivityPage,
): Feed | undefined {
  if (held?.nextCursor !== cursor) return held;
  const known = new Set(held.entries.map(({ id }) => id));
  const fresh: ActivityEntry[] = entries.filter(({ id }) => !known.has(id));
  return { entries: [...held.entries, ...fresh], nextCursor };
}
