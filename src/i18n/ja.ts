import { activity } from './ja/activity.js';
import { credentialKinds, credentials } from './ja/credentials.js';
import { desk } from './ja/desk.js';
import { errors } from './ja/errors.js';
import { fields } from './ja/fields.js';
import { outcome } from './ja/outcome.js';
import { panel } from './ja/panel.js';
import { pipeline } from './ja/pipeline.js';
import { queue } from './ja/queue.js';
import { shared } from './ja/shared.js';
import { stepper } from './ja/stepper.js';
import { submission } from './ja/submission.js';
import { testData } from './ja/test-data.js';
import type { Language } from './language.js';

export const ja: Language = {
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
