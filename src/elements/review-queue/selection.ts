import type { Action, QueueItem } from '../../contract/index.js';

/** What can be done to several submissions at once. */
export type BulkAction = 'approve' | 'request_changes';

/** A submission as it was when the reviewer selected it. */
export interface Chosen {
  readonly submissionId: string;
  /** The version that was seen; no other one is decided. */
  readonly version: string;
  readonly name: string;
  /** Why it could not be decided, as a code. */
  readonly problem?: string | undefined;
}

/** By submission, so that it outlives pages, filters and news. */
export type Selection = ReadonlyMap<string, Chosen>;

export const NOTHING_SELECTED: Selection = new Map();

const bulkActions: Action[] = ['approve', 'request_changes'] satisfies BulkAction[];

export const canSelect = ({ allowedActions }: QueueItem): boolean =>
  allowedActions.some((action) => bulkActions.includes(action));

/** With these rows, at the versions they show now, or without them. */
export function select(
  selection: Selection,
  items: readonly QueueItem[],
  isSelected = true,
): Selection {
  const next = new Map(selection);
  for (const item of items) {
    const { submissionId, version, subscriptionName: name } = item;
    if (!isSelected) next.delete(submissionId);
    else if (canSelect(item)) next.set(submissionId, { submissionId, version, name });
  }
  return next;
}

/** Both rows and those between them; none where one of the two is not there. */
export function between(items: readonly QueueItem[], from: string | undefined, to: string) {
  const at = (id: string | undefined) => items.findIndex(({ submissionId }) => submissionId === id);
  const [one, other] = [at(from), at(to)];
  return one < 0 || other < 0 ? [] : items.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** How much of what is shown and can be selected is. */
export function shareOf(
  selection: Selection,
  items: readonly QueueItem[],
): 'none' | 'some' | 'all' {
  const able = items.filter(canSelect);
  const count = able.filter(({ submissionId }) => selection.has(submissionId)).length;
  return count === 0 ? 'none' : count === able.length ? 'all' : 'some';
}

/** The code of what stands in the way of a selected row; undefined where nothing is known. */
export const problemOf = (chosen: Chosen | undefined, { version }: QueueItem): string | undefined =>
  chosen && (chosen.version === version ? chosen.problem : 'version_conflict');
