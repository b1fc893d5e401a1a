import { activity } from './fr/activity.js';
import { credentialKinds, credentials } from './fr/credentials.js';
import { desk } from './fr/desk.js';
import { errors } from './fr/errors.js';
import { fields } from './fr/fields.js';
import { outcome } from './fr/outcome.js';
import { panel } from './fr/panel.js';
import { pipeline } from './fr/pipeline.js';
import { queue } from './fr/queue.js';
import { shared } from './fr/shared.js';
import { stepper } from './fr/stepper.js';
import { submission } from './fr/submission.js';
import { testData } from './fr/test-data.js';
import type { Language } from './language.js';

export const fr: Language = {
  activity,
  credentialKinds,
  credentials,
  desk,
  errors,
  fields,
  outcome,
  panel,
  pipeline,
  queue,
  shared,
  stepper,
  submission,
  testData,
};
