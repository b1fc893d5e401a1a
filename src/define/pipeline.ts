import { DeveloperPipeline } from '../composed/pipeline/pipeline.js';
import './activity.js';
import './credential-card.js';
import { define } from './define.js';
import './outcome.js';
import './stepper.js';
import './submission.js';
import { tags } from './tags.js';
import './test-data.js';

define(tags.pipeline, DeveloperPipeline);

declare global {
  interface HTMLElementTagNameMap {
    'golive-pipeline': DeveloperPipeline;
  }
}
