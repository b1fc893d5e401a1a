import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, Review, Step } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import { alertIcon, arrowStartIcon, checkIcon, icon, spinnerIcon } from '../../ui/icon.js';
import type { DraftController } from './draft-controller.js';
import { asksFor, problemText, renderField } from './field.view.js';
import type { FormFlow } from './form-flow.js';
import {
  back,
  changeOf,
  controlId,
  countChanges,
  enter,
  shownErrors,
  stepsOf,
  type FieldError,
  type FormState,
  type OpenStep,
} from './form-state.js';
import { byline, noteAt, renderMisfit, renderNotes, renderSummary } from './notices.view.js';
import { renderReview } from './review.view.js';
import { renderSteps, titleOf } from './steps.view.js';
import type { SubmissionWords } from './submission.js';

export interface FormModel {
  state: FormState;
  flow: FormFlow;
  drafts: DraftController;
  /** The reviewer's words on the last attempt. */
  review: Review | null | undefined;
  words: SubmissionWords;
  /** What failed, and how to try again. */
  problem: Omit<FailureOptions, 'words'> | undefined;
  isPending: boolean;
  /** Why it can't be submitted now. */
  refusal: string | undefined;
  onForward: () => void;
  onCancel: () => void;
}

/** The form: its steps, the open one of them, and the bar to move on with. */
export function renderForm(model: FormModel) {
  const { state, flow, drafts, words, isPending, problem } = model;
  const steps = stepsOf(state);
  const at = steps.findIndex(({ index }) => index === state.at);
  const here = steps[at]!;
  const { step, fields } = here;
  const errors = shownErrors(state, here);
  return html`<form
    class="card form"
    part="form"
    aria-label=${state.form.title}
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!isPending) model.onForward();
    }}
    @pointerdown=${flow.press}
  >
    ${renderSteps(model, steps)}
    <div class="main" ?inert=${isPending}>
      <header>
        <p class="small muted num">
          ${words.say('submission.stepOf', { step: at + 1, steps: steps.length })}
        </p>
        <h3 id="heading" tabindex="-1">${titleOf(here, words)}</h3>
        <p class="muted">${step ? step.description : reviewText(model, steps)}</p>
      </header>
      ${state.isSummedUp && errors.length > 0 ? renderSummary(model, step!, errors) : nothing}
      ${renderMisfit(model)} ${step ? renderNotes(model, steps) : nothing}
      ${
        step
          ? repeat(
              fields,
              ({ id }) => id,
              (field) => renderFieldOf(model, here, step, field, errors),
            )
          : renderReview(model, steps)
      }
    </div>
    <div class="bar">
      ${problem && failure({ words, ...problem })}
      ${
        at > 0
          ? button({
              label: words.say('submission.back'),
              shape: arrowStartIcon,
              flip: true,
              unavailable: isPending,
              onPress: () => flow.change(back, 'heading'),
            })
          : nothing
      }
      <span class="draft small muted" role="status"
        >${
          drafts.hasFailed
            ? html`${icon(alertIcon, { size: 14 })}${words.say('submission.draftFailed')}`
            : drafts.savedAt &&
              html`${icon(checkIcon, { size: 14 })}${words.say('submission.draftAt', {
                time: words.format.time(drafts.savedAt),
              })}`
        }</span
      >
      <div class="end">
        ${button({
          label: words.say('shared.cancel'),
          look: 'quiet',
          unavailable: isPending,
          onPress: model.onCancel,
        })}
        ${renderForward(model, steps[at + 1])}
      </div>
    </div>
  </form>`;
}

/** A second click of a double click must not submit what the first one has only just opened. */
const ignoreSecondClick = (event: MouseEvent) => event.detail > 1 && event.preventDefault();

function renderForward({ words, isPending, refusal }: FormModel, next: OpenStep | undefined) {
  const isIdle = isPending || (!next && refusal !== undefined);
  return html`<button
      class="button primary"
      part="forward"
      aria-disabled=${isIdle ? 'true' : nothing}
      aria-describedby="why"
      @click=${ignoreSecondClick}
    >
      ${isPending ? icon(spinnerIcon, { spin: true }) : nothing}
      <span
        >${
          next
            ? words.say('submission.next', { title: titleOf(next, words) })
            : words.say('submission.title')
        }</span
      >
    </button>
    <p class="small muted" id="why" ?hidden=${refusal === undefined}>
      ${refusal && words.sayCode('errors', refusal)}
    </p>`;
}

function renderFieldOf(
  model: FormModel,
  { fields }: OpenStep,
  step: Step,
  field: Field,
  errors: FieldError[],
) {
  const { state, flow, review, words } = model;
  const { id } = field;
  const code = errors.find((error) => error.field === field)?.code;
  return renderField({
    field,
    id: controlId(step, id),
    answer: state.typed.get(id),
    problem: code && problemText(field, code, words),
    change: changeOf(state, field),
    note: noteAt(review, field),
    noteBy: review ? byline(review, words) : undefined,
    isNested: asksFor(field.showWhen, fields),
    words,
    onEnter: (answer) => flow.change((now) => enter(now, id, answer)),
    onLeave: () => flow.leave(id),
  });
}

function reviewText({ state, words }: FormModel, steps: OpenStep[]) {
  const why = words.say('submission.reviewWhy');
  if (!state.previous) return why;
  const count = steps.reduce((sum, { fields }) => sum + countChanges(state, fields), 0);
  const { attempt } = state.previous;
  return `${why} ${words.say('submission.changedSince', { count, attempt })}`;
}
