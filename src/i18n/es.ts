import { activity } from './es/activity.js';
import { credentialKinds, credentials } from './es/credentials.js';
import { desk } from './es/desk.js';
import { errors } from './es/errors.js';
import { fields } from './es/fields.js';
import { outcome } from './es/outcome.js';
import { panel } from './es/panel.js';
import { pipeline } from './es/pipeline.js';
import { queue } from './es/queue.js';
import { shared } from './es/shared.js';
import { stepper } from './es/stepper.js';
import { submission } from './es/submission.js';
import { testData } from './es/test-data.js';
import type { Language } from './language.js';

export const es: Language = {
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
