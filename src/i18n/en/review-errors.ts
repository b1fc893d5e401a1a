import { errors } from './errors.js';

/** With what a reviewer may meet. */
export const reviewErrors = {
  ...errors,
  not_in_review: 'It is not in review any more.',
  own_submission: 'You made this submission, so someone else has to decide it.',
  notes_required: 'Write what has to change.',
} as const;
