import type { Draft, DraftBody } from '../../contract/form.js';

/** Whether two drafts answer the same; where one was in the form does not count. */
export const isSameDraft = (one: DraftBody | undefined, other: DraftBody | undefined): boolean =>
  Boolean(one && other) && written(one!) === written(other!);

/** In one order, whatever a host's storage made of it. */
const written = ({ formVersion, answers }: DraftBody): string =>
  JSON.stringify([formVersion, answers], (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

export interface Drafts {
  /** The one to open. */
  draft: Draft | undefined;
  /** A later one of the host, which the person may want instead. */
  newer: Draft | undefined;
  /** What the host has. */
  atHost: Draft | null | undefined;
}

/** The draft that rests in this tab comes first, for the host has not got it; else the host's. */
export function chooseDraft(atHost: Draft | null | undefined, resting: Draft | undefined): Drafts {
  const isOwn = resting && !isSameDraft(atHost ?? undefined, resting);
  const draft = isOwn ? resting : (atHost ?? undefined);
  const isLater = isOwn && atHost && Date.parse(atHost.updatedAt) > Date.parse(resting.updatedAt);
  return { draft, newer: isLater ? atHost : undefined, atHost };
}
