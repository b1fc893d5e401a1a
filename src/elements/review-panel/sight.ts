import type { PipelineError } from '../../adapter/index.js';
import type { DecisionAction, Outcome, ReviewDetail } from '../../contract/index.js';
import { permitReview } from '../../rules/permit.js';
import type { Sent } from './notes-keeper.js';

/** What a reviewer can decide, in the order of the buttons, and what comes of it. */
export const outcomes = {
  approve: 'approved',
  request_changes: 'changes_requested',
  reject: 'rejected',
} as const satisfies Record<DecisionAction, Outcome>;

export const decisions = Object.keys(outcomes) as DecisionAction[];

/** Whether the reviewer can decide it in any way. */
export const isDecidable = (detail: ReviewDetail): boolean =>
  decisions.some((act) => permitReview(detail, act).ok);

/** Whether both are of one submission, at different versions of it. */
export const isOtherVersion = (one: ReviewDetail | undefined, other: ReviewDetail): boolean =>
  one?.submission.id === other.submission.id && one.version !== other.version;

/**
 * What the reviewer gets to see of a submission that was read again. A newer version waits while
 * there is something of the reviewer's own that was meant for the one on the screen, unless there is
 * nothing left to decide.
 */
export const look = (
  seen: ReviewDetail | undefined,
  now: ReviewDetail,
  hasOwn: boolean,
): ReviewDetail => (hasOwn && seen && isOtherVersion(seen, now) && isDecidable(now) ? seen : now);

/** A decision that failed, as far as this page can tell. */
export interface Failure {
  act: DecisionAction;
  error: PipelineError;
}

/** Whether the decision stands there as it was sent, and only its answer got lost. */
export function wasDone({ act, version, notes }: Sent, now: ReviewDetail): boolean {
  const { review } = now.submission;
  return (
    now.version !== version &&
    review?.outcome === outcomes[act] &&
    (review.notes ?? '') === (notes ?? '')
  );
}
