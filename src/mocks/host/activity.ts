import type { ActivityEntry, ActivityKind, ActivityPage, Lane } from '../../contract/index.js';
import { invalid } from './problem.js';
import { nextId, touch, type HostState, type SubscriptionRecord } from './state.js';

const PAGE = 50;

/** Writes down who did what. Each entry is a change of the subscription. */
export function record(
  state: HostState,
  subscription: SubscriptionRecord,
  at: number,
  entry: {
    kind: ActivityKind;
    actor: string | null;
    lane?: Lane;
    attempt?: number;
    notes?: string;
  },
): void {
  subscription.activity.push({
    id: nextId(state, 'act'),
    at: new Date(at).toISOString(),
    ...entry,
  });
  touch(state, subscription, at);
}

export const newestActivity = ({ activity }: SubscriptionRecord, count: number): ActivityEntry[] =>
  activity.slice(-count).reverse();

/** Newest first. The cursor is the last entry shown, so new ones on top move nothing. */
export function activityPageOf(
  { activity }: SubscriptionRecord,
  cursor: string | null,
): ActivityPage {
  let end = activity.length;
  if (cursor) {
    end = activity.findIndex(({ id }) => id === cursor);
    if (end < 0) throw invalid('/cursor', 'option');
  }
  const entries = activity.slice(Math.max(0, end - PAGE), end).reverse();
  return { entries, nextCursor: end > PAGE ? entries.at(-1)!.id : null };
}
