import { activity } from './en/activity.js';
import { credentialActs } from './en/credential-acts.js';
import { credentialKinds, credentials } from './en/credentials.js';
import { deskKeys } from './en/desk-keys.js';
import { desk } from './en/desk.js';
import { developerErrors } from './en/developer-errors.js';
import { fields } from './en/fields.js';
import { outcome } from './en/outcome.js';
import { panelPart } from './en/panel-part.js';
import { panel } from './en/panel.js';
import { pipeline } from './en/pipeline.js';
import { queueBulk } from './en/queue-bulk.js';
import { queue } from './en/queue.js';
import { reviewErrors } from './en/review-errors.js';
import { shared } from './en/shared.js';
import { stepper } from './en/stepper.js';
import { submissionForm } from './en/submission-form.js';
import { submission } from './en/submission.js';
import { testData } from './en/test-data.js';

/** Every phrase of the kit in English. Elements bring their own sections of it with them. */
export const en = {
  activity,
  credentialKinds,
  credentials: { ...credentials, ...credentialActs },
  desk: { ...desk, ...deskKeys },
  errors: { ...developerErrors, ...reviewErrors },
  fields,
  outcome,
  panel: { ...panel, ...panelPart },
  pipeline,
  queue: { ...queue, ...queueBulk },
  shared,
  stepper,
  submission: { ...submission, ...submissionForm },
  testData,
} as const;
