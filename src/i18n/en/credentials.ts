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

  create_credentials: 'Create credentials',
  create_credentialsPending: 'Creating…',
  create_credentialsDone: 'Credentials created',
  create_credentialsFailed: 'The credentials could not be created',
  regenerate: 'Regenerate',
  regeneratePending: 'Regenerating…',
  regenerateDone: 'Credentials regenerated',
  regenerateFailed: 'The credentials could not be regenerated',
  rotate_secret: 'Rotate Secret',
  rotate_secretNamed: 'Rotate Secret: {name}',
  rotate_secretPending: 'Rotating…',
  rotate_secretDone: 'Secret rotated',
  rotate_secretFailed: 'The secret could not be rotated',
  retire_secret: 'Retire Now',
  retire_secretPending: 'Retiring…',
  retire_secretDone: 'Previous secret retired',
  retire_secretFailed: 'The previous secret could not be retired',
  generate_token: 'Generate Token',
  generate_tokenPending: 'Generating…',
  generate_tokenDone: 'Token generated',
  generate_tokenFailed: 'The token could not be generated',
  deliveryFailed: 'It could not be recorded that you saved the secret',

  lostCreated: 'These credentials were created, but their value never reached you.',
  lostRotated: 'A new secret was created, but its value never reached you.',
  lostDropped: 'The connection dropped before the answer arrived.',
  lostClosed: 'It was closed without saving.',
  lostCreatedNext: 'Regenerate to get new ones. The lost ones stop working at once.',
  lostRotatedNext: 'Rotate Secret makes another one. Regenerate replaces everything.',
  hiddenTitle: {
    one: 'The secret was hidden after {count} minute',
    other: 'The secret was hidden after {count} minutes',
  },
  hiddenDetail: 'It is no longer in this page. If you did not save it, use {act}.',
  signedOutTitle: 'The secret was hidden because you are signed out',
  tokenLostTitle: 'The token was generated, but it never reached you',
  tokenLostDetail: 'Generate another one.',

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
  existingLead: 'The credentials below do not work until then.',

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

  sandboxSave: 'Save your sandbox credentials',
  productionSave: 'Save your production credentials',
  sandboxSaveSecret: 'Save your new sandbox secret',
  productionSaveSecret: 'Save your new production secret',
  sandboxToken: 'Sandbox token',
  productionToken: 'Production token',
  accessToken: 'Access token',
  tokenExpires: 'Expires in {time}',
  onlyTime: 'This is the only time the secret is shown',
  onlyTimeDetail:
    'Afterwards only its last four characters stay visible, and they can’t be copied.',
  onlyTimeToken: 'Shown once',
  copyAll: 'Copy all',
  allValues: 'All values',
  copyCurl: 'Copy curl',
  curlValues: 'The curl line',
  download: 'Download .env',
  hiddenIn: 'Hidden in {time}',
  extend: 'Keep open',
  extended: {
    one: 'It stays open for {count} minute',
    other: 'It stays open for {count} minutes',
  },
  lastMinute: 'It will be hidden in less than a minute. Keep open starts the time anew.',
  saved: 'I have saved it',
  closeTitle: 'Close without saving?',
  closeDetail: 'It won’t be shown again. If you did not keep it, you will need {act}.',
  close: 'Close without saving',
  keepOpen: 'Keep it open',

  sandboxRegenerate: 'Regenerate sandbox credentials?',
  productionRegenerate: 'Regenerate production credentials?',
  sandboxRotate: 'Rotate the sandbox secret?',
  productionRotate: 'Rotate the production secret?',
  sandboxRetire: 'Retire the previous sandbox secret?',
  productionRetire: 'Retire the previous production secret?',
  stays: 'Stays: {names}',
  changes: 'Changes: {names}',
  allStop: 'The old ones stop working at once',
  allStopDetail: 'Everything that still uses them will get 401.',
  oldStops: 'The old secret stops working at once',
  oldStopsDetail: 'Everything that still uses it will get 401.',
  oldWorksUntil: 'Old secret works until {date}',
  oldWorksUntilDetail: '{time} of overlap. You can retire it sooner.',
  previousStops: 'The previous secret that ends in {hint} stops working at once',
  secretEnding: '{name} that ends in {hint}',
} as const;

/** Kinds of credentials; any other is shown as the host calls it. */
export const credentialKinds = {
  api_key: 'API key',
  client_credentials: 'Client credentials',
  private_key_jwt: 'Private key JWT',
} as const;
