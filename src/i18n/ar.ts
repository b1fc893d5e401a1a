import { activity } from './ar/activity.js';
import { credentialKinds, credentials } from './ar/credentials.js';
import { desk } from './ar/desk.js';
import { errors } from './ar/errors.js';
import { fields } from './ar/fields.js';
import { outcome } from './ar/outcome.js';
import { panel } from './ar/panel.js';
import { pipeline } from './ar/pipeline.js';
import { queue } from './ar/queue.js';
import { shared } from './ar/shared.js';
import { stepper } from './ar/stepper.js';
import { submission } from './ar/submission.js';
import { testData } from './ar/test-data.js';
import type { Language } from './language.js';

export const ar: Language = {
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
