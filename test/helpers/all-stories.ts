import * as activity from '../../stories/activity.stories.js';
import * as credentialActs from '../../stories/credential-card-acts.stories.js';
import * as credentialCard from '../../stories/credential-card.stories.js';
import * as formField from '../../stories/form-field.stories.js';
import * as formFile from '../../stories/form-file.stories.js';
import * as outcome from '../../stories/outcome.stories.js';
import * as pipeline from '../../stories/pipeline.stories.js';
import * as reviewDesk from '../../stories/review-desk.stories.js';
import * as reviewPanel from '../../stories/review-panel.stories.js';
import * as reviewQueue from '../../stories/review-queue.stories.js';
import * as stepper from '../../stories/stepper.stories.js';
import * as submission from '../../stories/submission.stories.js';
import * as testData from '../../stories/test-data.stories.js';
import type { StoryFile } from './draw-story.js';

/** Every story that draws an element, by its file. */
export const storyFiles: Record<string, StoryFile> = {
  activity: activity,
  'credential-card': credentialCard,
  'credential-card-acts': credentialActs,
  'form-field': formField,
  'form-file': formFile,
  outcome: outcome,
  pipeline: pipeline,
  'review-desk': reviewDesk,
  'review-panel': reviewPanel,
  'review-queue': reviewQueue,
  stepper: stepper,
  submission: submission,
  'test-data': testData,
};
