import { errors } from './errors.js';

/** With what a developer may meet. */
export const developerErrors = {
  ...errors,
  not_approved: 'It opens once the provider has approved the submission.',
  in_review: 'It opens once the review is done.',
  rejected: 'The submission was rejected.',
  payment_pending: 'The plan has to be paid first.',
  payment_failed: 'The payment failed. Update the payment first.',
  already_in_review: 'It is in review already.',
  already_in_production: 'It is in production already.',
  credentials_exist: 'Credentials exist already.',
  credentials_missing: 'Available once sandbox credentials exist.',
  credentials_expired: 'The credentials have expired.',
  credentials_changed: 'The credentials changed in the meantime.',
  secret_missing: 'That secret does not work any more.',
  no_secret: 'These credentials have no secret.',
  form_changed: 'The form was changed in the meantime. Look over your answers and send them again.',
  answers_invalid: 'Some answers need attention.',
} as const;
