import { PipelineStepper } from '../elements/stepper/stepper.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.stepper, PipelineStepper);

declare global {
  interface HTMLElementTagNameMap {
    'golive-stepper': PipelineStepper;
  }
}
