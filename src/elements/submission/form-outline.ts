// Fetched with a form; nothing but the reader may import it.
import { PipelineError } from '../../adapter/index.js';
import { checkForm } from '../../contract/form-check.js';
import type { Draft, Form } from '../../contract/index.js';
import { openForm } from './form-opening.js';
import { stepsOf } from './form-state.js';

/** What the card says of a form before it is opened. */
export interface Outline {
  /** Those that are asked, without the review at the end. */
  steps: number;
  /** How many of them were come to. */
  reached: number;
  fields: number;
}

export type Outliner = (draft: Draft | undefined) => Outline;

/** @throws PipelineError `form_invalid`, for a form that can't be shown. */
export function outlinerOf(form: Form): Outliner {
  try {
    checkForm(form);
  } catch (thrown) {
    throw new PipelineError('form_invalid', { detail: (thrown as Error).message });
  }
  return (draft) => {
    const state = openForm({ form, draft });
    const steps = stepsOf(state).filter(({ step }) => step);
    return {
      steps: steps.length,
      reached: steps.filter(({ index }) => index <= state.at).length,
      fields: steps.flatMap((step) => step.fields).length,
    };
  };
}
