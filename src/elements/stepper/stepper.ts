import { StoreController, WordsController } from '../../connect/index.js';
import { selectMissing } from '../../connect/missing.js';
import { StoreElement } from '../../connect/store-element.js';
import { readErrors as errors } from '../../i18n/en/read-errors.js';
import { shared } from '../../i18n/en/shared.js';
import { stepper } from '../../i18n/en/stepper.js';
import type { StoreState } from '../../store/index.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { stepperStyles } from './stepper.styles.js';
import { renderStepper } from './stepper.view.js';

const select = ({ snapshot, snapshot: { value } }: StoreState) => ({
  ...selectMissing(snapshot),
  hasPipeline: value?.plan.hasPipeline,
  phase: value?.phase,
  changesRequested: value?.changesRequested,
  submission: value?.submission,
  review: value?.review,
  locks: value?.locks.production,
});
export type StepperSlice = ReturnType<typeof select>;

/**
 * @summary The road of one subscription in three steps: Sandbox, In Review, Production. The review
 *   step is marked Rejected when a submission was turned down, Sandbox is flagged Changes Requested
 *   when it came back. Shows nothing for a plan without a pipeline.
 *
 * @csspart list - The list of steps
 * @csspart step - One step
 * @csspart mark - The round mark of a step
 * @csspart label - The name of a step
 * @csspart detail - The line under the name
 * @csspart error - Why it could not be loaded
 */
export class PipelineStepper extends StoreElement {
  static override styles = stepperStyles;

  #slice = new StoreController(this, select);
  #words = new WordsController(this, { stepper, shared, errors });

  #load = new LoadNotice(this, this.#slice, this.#words);

  override render() {
    return renderStepper({
      slice: this.#slice.value,
      words: this.#words,
      load: this.#load,
    });
  }
}
