import type { QueueState } from '../contract/index.js';
import { checkCircleIcon, eyeIcon, returnIcon, xCircleIcon, type Shape } from './icon.js';

interface ReviewStateLook {
  /** The phrase of `shared` that names it. */
  phrase: 'in_review' | 'approved' | 'rejected' | 'changes_requested';
  /** A tone of base.styles. */
  tone: string;
  shape: Shape;
  flip?: boolean;
}

/** How the state of a submission is shown, the same wherever it stands. */
export const reviewStates: Record<QueueState, ReviewStateLook> = {
  waiting: { phrase: 'in_review', tone: 'info', shape: eyeIcon },
  approved: { phrase: 'approved', tone: 'success', shape: checkCircleIcon },
  rejected: { phrase: 'rejected', tone: 'danger', shape: xCircleIcon },
  changes_requested: {
    phrase: 'changes_requested',
    tone: 'warning',
    shape: returnIcon,
    flip: true,
  },
};
