import { DeveloperPipeline } from '../composed/pipeline/pipeline.js';
import { PipelineProvider } from '../composed/provider/provider.js';
import { ReviewDesk } from '../composed/review-desk/review-desk.js';
import { ActivityLog } from '../elements/activity/activity.js';
import { CredentialCard } from '../elements/credential-card/credential-card.js';
import { OutcomeNotice } from '../elements/outcome/outcome.js';
import { ReviewPanel } from '../elements/review-panel/review-panel.js';
import { ReviewQueue } from '../elements/review-queue/review-queue.js';
import { PipelineStepper } from '../elements/stepper/stepper.js';
import { SubmissionForm } from '../elements/submission/submission.js';
import { TestData } from '../elements/test-data/test-data.js';
import { define } from './define.js';
import { tags } from './tags.js';

const elements: Record<keyof typeof tags, CustomElementConstructor> = {
  provider: PipelineProvider,
  stepper: PipelineStepper,
  credentialCard: CredentialCard,
  testData: TestData,
  submission: SubmissionForm,
  outcome: OutcomeNotice,
  activity: ActivityLog,
  reviewQueue: ReviewQueue,
  reviewPanel: ReviewPanel,
  pipeline: DeveloperPipeline,
  reviewDesk: ReviewDesk,
};

export interface DefineOptions {
  /** In place of `golive` in every name. */
  prefix?: string;
  /** In place of the page's own. */
  registry?: CustomElementRegistry;
}

/** Registers every element, under another prefix or in another registry. */
export function defineAll({ prefix = 'golive', registry }: DefineOptions = {}): void {
  for (const name of Object.keys(tags) as (keyof typeof tags)[]) {
    define(tags[name].replace('golive', prefix), elements[name], registry);
  }
}
