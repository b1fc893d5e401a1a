import { readErrors } from './read-errors.js';

/** What went wrong, by code, in the words of whoever tried: what anybody may meet. */
export const errors = {
  ...readErrors,
  network_act: 'No answer came. It may have been done all the same.',
  timeout_act: 'The server took too long. It may have been done all the same.',
  invalid: 'The server did not accept this.',
  too_large: 'This is too large to send.',
  idempotency_in_progress: 'This is still being done. Try again in a moment.',
  idempotency_key_reused: 'This was sent before with other content. Reload the page.',
  version_conflict: 'It changed since you opened it.',
  subscription_inactive: 'The subscription is not active.',
  form_invalid:
    'There is a mistake in this form, so it can’t be shown. The provider has to mend it.',
  not_supported: 'The provider does not offer this.',
} as const;
