import type { Lane, Outcome, Snapshot } from '../contract/index.js';
import { permit } from './permit.js';

/** Where one step of the pipeline stands, for whoever draws it. */
export type StepState = 'done' | 'current' | 'later';
/** What a step is marked with beside its state. */
export type StepMark = 'changes_requested' | 'rejected' | 'reached';

export interface JourneyStep {
  id: 'sandbox' | 'in_review' | 'production';
  state: StepState;
  mark?: StepMark;
}

/** The three steps as they stand; the review step carries a rejection, sandbox a return. */
export function journeyOf({
  phase,
  changesRequested,
}: Pick<Snapshot, 'phase' | 'changesRequested'>): JourneyStep[] {
  switch (phase) {
    case 'sandbox':
      return [
        step('sandbox', 'current', changesRequested ? 'changes_requested' : undefined),
        step('in_review', 'later'),
        step('production', 'later'),
      ];
    case 'in_review':
      return [step('sandbox', 'done'), step('in_review', 'current'), step('production', 'later')];
    case 'rejected':
      return [
        step('sandbox', 'done'),
        step('in_review', 'current', 'rejected'),
        step('production', 'later'),
      ];
    case 'production':
      return [
        step('sandbox', 'done'),
        step('in_review', 'done'),
        step('production', 'current', 'reached'),
      ];
  }
}

const step = (id: JourneyStep['id'], state: StepState, mark?: StepMark): JourneyStep =>
  mark ? { id, state, mark } : { id, state };

/** Whether production is open by phase, whatever the payment says. */
export const isApproved = ({ phase }: Snapshot): boolean => phase === 'production';

/** Whether reviewers have it now. */
export const isInReview = ({ phase }: Snapshot): boolean => phase === 'in_review';

/** Whether it was turned down; a host may let it be submitted again all the same. */
export const isRejected = ({ phase }: Snapshot): boolean => phase === 'rejected';

/**
 * The decision that a developer has to hear of now; undefined where there is none. A return counts
 * until the next submission, a rejection while it holds, an approval until the production
 * credentials that it opened exist: by then it is history, and stands in the activity.
 */
export function outcomeOf({
  phase,
  changesRequested,
  review,
  credentials,
}: Pick<Snapshot, 'phase' | 'changesRequested' | 'review' | 'credentials'>): Outcome | undefined {
  const standing: Record<Outcome, boolean> = {
    approved: phase === 'production' && !credentials.production,
    rejected: phase === 'rejected',
    changes_requested: phase === 'sandbox' && changesRequested,
  };
  return review && standing[review.outcome] ? review.outcome : undefined;
}

/** The lane that a developer works in now. */
export const leadingLane = (snapshot: Snapshot): Lane =>
  isApproved(snapshot) ? 'production' : 'sandbox';

/** Whether a lane is where to go on: the leading one, and the other once that has its credentials. */
export function isNextLane(snapshot: Snapshot, lane: Lane): boolean {
  const leading = leadingLane(snapshot);
  return lane === leading || snapshot.credentials[leading] !== null;
}

/**
 * Whether a lane is closed. A server that lets a locked lane be regenerated keeps its secrets alive,
 * so the card stays open then.
 */
export function isLocked(snapshot: Snapshot, lane: Lane): boolean {
  return snapshot.locks[lane].length > 0 && !permit(snapshot, `regenerate:${lane}`).ok;
}
