import { activity } from './de/activity.js';
import { credentialKinds, credentials } from './de/credentials.js';
import { desk } from './de/desk.js';
import { errors } from './de/errors.js';
import { fields } from './de/fields.js';
import { outcome } from './de/outcome.js';
import { panel } from './de/panel.js';
import { pipeline } from './de/pipeline.js';
import { queue } from './de/queue.js';
import { shared } from './de/shared.js';
import { stepper } from './de/stepper.js';
import { submission } from './de/submission.js';
import { testData } from './de/test-data.js';
import type { Language } from './language.js';

export const de: Language = {
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
