import type { PipelineError } from '../../adapter/index.js';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import { outcomeByAction } from '../../contract/words.js';
import { permitReview } from '../../rules/permit.js';
import type { Sent } from './notes-keeper.js';

/** What a reviewer can decide, in the order of the buttons. */
export const decisions = Object.keys(outcomeByAction) as DecisionAction[];

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
    review?.outcome === outcomeByAction[act] &&
    (review.notes ?? '') === (notes ?? '')
  );
}
