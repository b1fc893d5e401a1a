/**
 * The credential card. A phrase that begins with a lane is spoken for that lane, one that begins
 * with an act or a reason for that one.
 */
export const credentials = {
  sandboxTitle: 'Sandbox Credentials',
  productionTitle: 'Production Credentials',
  documentation: 'Sandbox documentation',
  failed: 'Credentials could not be loaded',

  active: 'Active',
  empty: 'Not created',
  unlocked: 'Unlocked',
  locked: 'Locked',
  rotating: 'Two secrets valid',
  lost: 'Value not received',
  expiring: 'Expires soon',
  expired: 'Expired',

  sandboxEmpty:
    'Create credentials for the sandbox. A secret is shown once, so have a place ready to keep it.',
  productionEmpty:
    'Create credentials for production. A secret is shown once, so have a place ready to keep it.',
  created: '{kind}, created {date}',
  rotated: '{kind}, secret rotated {date}',
  hiddenWhole: 'Hidden',
  hiddenEnding: 'Hidden, ends in {hint}',
  shownOnce: 'Shown once, on {date}',
  expires: 'Expires',
  expiresIn: '({days})',
  previousSecret: 'Previous secret',
  timeLeft: '{time} left',
  stopsWorking: 'Stops working {date}',
  steps: 'Steps to the new secret',
  stepGiven: 'New secret given, it ends in {hint}',
  stepSwitch: 'Switch everything to it before then',
  stepRetire: 'Then retire the previous one, or let it end',
  wasRetired: 'Previous secret (ends in {hint}) retired {date}',
  hasEnded: 'Previous secret (ends in {hint}) stopped working {date}',

  expiringTitle: {
    one: 'These credentials expire in {count} day',
    other: 'These credentials expire in {count} days',
  },
  expiringIn: 'These credentials expire in {time}',
  expiringNext:
    'Regenerate before then. It replaces the whole credential, and the present one stops working ' +
    'at once.',
  expiredTitle: 'These credentials have expired',
  expiredNext: 'Nothing that uses them works any more. Regenerate replaces them with new ones.',
  askProvider: 'Ask the API provider for new ones.',

  create_credentials: 'Create credentials',
  create_credentialsPending: 'Creating…',
  create_credentialsFailed: 'The credentials could not be created',
  regenerate: 'Regenerate',
  regeneratePending: 'Regenerating…',
  regenerateFailed: 'The credentials could not be regenerated',
  rotate_secret: 'Rotate Secret',
  rotate_secretNamed: 'Rotate Secret: {name}',
  rotate_secretPending: 'Rotating…',
  rotate_secretFailed: 'The secret could not be rotated',
  retire_secret: 'Retire Now',
  retire_secretPending: 'Retiring…',
  retire_secretFailed: 'The previous secret could not be retired',
  generate_token: 'Generate Token',
  generate_tokenPending: 'Generating…',
  generate_tokenFailed: 'The token could not be generated',

  lostCreated: 'These credentials were created, but their value never reached you.',
  lostRotated: 'A new secret was created, but its value never reached you.',
  lostCreatedNext: 'Regenerate to get new ones. The lost ones stop working at once.',
  lostOverlap: 'The previous secret that ends in {hint} still works until {date}.',
  lostOverlapNext: 'Rotate Secret makes another one, and ends the previous one at once.',
  lostAtOnce: 'The previous one does not work any more.',
  lostRotatedNext: 'Rotate Secret makes another one.',
  lostRegenerateNext: 'Regenerate replaces everything.',

  whyLocked: 'Why it is locked',
  not_approvedLead:
    'You can create production credentials once the API provider has reviewed and approved this ' +
    'integration.',
  in_reviewLead:
    'You can create production credentials once the API provider has reviewed and approved this ' +
    'integration.',
  unpaidLead:
    'You can create production credentials once the API provider has reviewed and approved this ' +
    'integration and the plan is paid.',
  rejectedLead: 'The submission was rejected, so production stays locked.',
  approvedLead: 'Your integration is approved.',
  payment_pendingLead: 'Production opens when payment for the {plan} plan is complete.',
  payment_failedLead: 'The payment failed, so production stays locked.',
  subscription_inactiveLead:
    'Credentials can neither be created nor used while the subscription is not active.',
  sandboxOpened: 'Sandbox credentials are unlocked.',
  productionOpened: 'Production credentials are unlocked.',
  existingLead: 'For now the credentials below do not work.',

  not_approved: 'Not approved yet',
  not_approvedDetail: 'Submit your sandbox integration for review first.',
  returnedDetail: 'Changes were requested on {date}.',
  in_review: 'Not approved yet',
  in_reviewDetail: 'In review since {date}.',
  rejected: 'Submission rejected',
  rejectedDetail: 'Turned down on {date}.',
  payment_pending: 'Payment pending',
  payment_pendingDetail: 'The {plan} plan has to be paid.',
  payment_pendingNext: 'Complete payment',
  payment_failed: 'Payment failed',
  payment_failedDetail: 'Use another card or ask your bank.',
  payment_failedNext: 'Update payment',
  subscription_inactive: 'Subscription not active',
  pending_approvalDetail: 'The provider has to approve the subscription.',
  cancelledDetail: 'The subscription was cancelled.',
  expiredDetail: 'The subscription has expired.',
  editSubmission: 'Edit submission',
  goToSubmission: 'Go to Submit for Review',

  approvedOn:
    'Your integration was approved on {date}. Create production credentials, then switch your ' +
    'integration to them.',
  approvedUndated:
    'Your integration was approved. Create production credentials, then switch your integration ' +
    'to them.',
  approved: 'Approved',
  approvedBy: '{reviewer}, {date}',
  paid: 'Payment complete',
  paidDetail: '{plan} plan',
} as const;

/** Kinds of credentials; any other is shown as the host calls it. */
export const credentialKinds = {
  api_key: 'API key',
  client_credentials: 'Client credentials',
  private_key_jwt: 'Private key JWT',
} as const;
