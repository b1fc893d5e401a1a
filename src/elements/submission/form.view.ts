import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, Review, Step } from '../../contract/index.js';
import { askedFor } from '../../contract/visibility.js';
import { joined } from '../../i18n/words.js';
import { button } from '../../ui/button.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import { alertIcon, arrowStartIcon, checkIcon, icon, spinnerIcon } from '../../ui/icon.js';
import type { DraftController } from './draft-controller.js';
import { problemText } from './field-problem.js';
import { renderField, type FieldServices } from './field.view.js';
import { back, controlId, enter, following, shownErrors } from './form-acts.js';
import { changeOf, countChanges, handle, isHandled, noteAt } from './form-changes.js';
import type { FormFilling } from './form-filling.js';
import type { FormFlow } from './form-flow.js';
import { stepsOf, type FieldError, type FormState, type OpenStep } from './form-state.js';
import { byline, renderMisfit, renderNewer, renderNotes, renderSummary } from './notices.view.js';
import { renderReview } from './review.view.js';
import { renderSteps, titleOf } from './steps.view.js';
import type { SubmissionWords } from './submission.js';

export interface FormModel {
  state: FormState;
  filling: FormFilling;
  flow: FormFlow;
  services: FieldServices;
  /** The reviewer's words on the last attempt. */
  review: Review | null | undefined;
  words: SubmissionWords;
  /** What failed, and how to try again. */
  problem: Omit<FailureOptions, 'words'> | undefined;
  isPending: boolean;
  /** Why it can't be submitted now. */
  refusal: string | undefined;
  onForward: () => void;
}

/** The form: its steps, the open one of them, and the bar to move on with. */
export function renderForm(model: FormModel) {
  const { state, flow, isPending } = model;
  const { typing } = model.filling;
  const steps = stepsOf(state);
  const here = steps.find(({ index }) => index === state.at)!;
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
    @keydown=${isPending ? nothing : typing.onKey}
    @change=${typing.onChange}
  >
    ${renderSteps(model, steps)}
    <div class="main" ?inert=${isPending} @input=${typing.onInput}>
      ${renderHead(model, steps, here)} ${renderNewer(model)} ${renderSummary(model, steps)}
      ${renderMisfit(model)} ${step ? renderNotes(model, steps) : nothing}
      <div class="fields" @input=${typing.onInputTaken}>
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
    </div>
    ${renderBar(model, here === steps[0])}
  </form>`;
}

function renderHead({ state, words }: FormModel, steps: OpenStep[], here: OpenStep) {
  const { previous } = state;
  const place = { step: steps.indexOf(here) + 1, steps: steps.length };
  return html`<header>
    <p class="small muted num">
      ${
        previous
          ? words.say('submission.stepOfAttempt', { ...place, attempt: previous.attempt + 1 })
          : words.say('submission.stepOf', place)
      }
    </p>
    <h3 id="heading" tabindex="-1">${titleOf(here, words)}</h3>
    <p class="muted">
      ${
        here.step
          ? html`<bdi>${here.step.description}</bdi>`
          : html`${words.say('submission.reviewWhy')}
            ${
              previous &&
              words.say('submission.changedSince', {
                count: steps.reduce((sum, { fields }) => sum + countChanges(state, fields), 0),
                attempt: previous.attempt,
              })
            }`
      }
    </p>
  </header>`;
}

function renderFieldOf(
  model: FormModel,
  { fields }: OpenStep,
  step: Step,
  field: Field,
  errors: FieldError[],
) {
  const { state, flow, review, words } = model;
  const { id, maxLength = 0 } = field;
  const code = errors.find((error) => error.field === field)?.code;
  const cut = state.cut === id ? words.say('submission.cut', { max: maxLength }) : undefined;
  const note = noteAt(review, field);
  return renderField({
    field,
    id: controlId(step, id),
    answer: state.typed.get(id),
    problem: code ? problemText(field, code, words, model.services.uploads.isPossible) : cut,
    change: changeOf(state, field),
    note,
    noteBy: review ? byline(review, words) : undefined,
    noteAct: note && renderHandled(model, field),
    isNested: askedFor(field.showWhen).some((asked) => fields.some((each) => each.id === asked)),
    words,
    services: model.services,
    onEnter: (answer) => flow.change((now) => enter(now, id, answer)),
    onLeave: () => flow.leave(id),
  });
}

/** A note is dealt with when its answer changed, or when the person says so. */
const renderHandled = ({ state, flow, words }: FormModel, field: Field) =>
  html`<label class="choice small handled">
    <input
      type="checkbox"
      aria-label=${words.say('submission.handledNamed', { label: field.label })}
      .checked=${isHandled(state, field)}
      @change=${({ target }: Event) =>
        flow.change((now) => handle(now, field, (target as HTMLInputElement).checked))}
    />
    <span>${words.say('submission.handled')}</span>
  </label>`;

function renderBar(model: FormModel, isFirst: boolean) {
  const { flow, filling, words, isPending, problem } = model;
  return html`<div class="bar">
    ${problem && failure({ words, ...problem })}
    ${
      isFirst
        ? nothing
        : button({
            label: words.say('submission.back'),
            shape: arrowStartIcon,
            flip: true,
            unavailable: isPending,
            onPress: () => flow.change(back, 'heading'),
          })
    }
    <div class="draft small muted">${renderDraft(filling.drafts, words)}</div>
    ${button({
      label: words.say('shared.cancel'),
      look: 'quiet',
      unavailable: isPending,
      onPress: filling.cancel,
    })}
    ${renderForward(model)}
  </div>`;
}

/** When the draft was kept, or that it was not. Said aloud elsewhere: once, not at every save. */
function renderDraft(drafts: DraftController, words: SubmissionWords) {
  const { hasFailed, refusal, savedAt } = drafts.kept ?? {};
  if (hasFailed) {
    const what = words.say(
      refusal || drafts.isAtRisk ? 'submission.draftNowhere' : 'submission.draftFailed',
    );
    return html`${icon(alertIcon, { size: 14 })}<span
        >${joined([refusal ? words.sayCode('errors', refusal) : '', what])}</span
      >
      ${button({
        label: words.say('submission.saveNow'),
        look: 'compact quiet',
        onPress: drafts.flush,
      })}`;
  }
  if (savedAt === undefined) return nothing;
  const time = words.format.time(savedAt);
  return html`${icon(checkIcon, { size: 14 })}${words.say('submission.draftAt', { time })}`;
}

/** A second click of a double click must not submit what the first one has only just opened. */
const ignoreSecondClick = (event: MouseEvent) => event.detail > 1 && event.preventDefault();

function renderForward({ state, words, isPending, refusal }: FormModel) {
  const next = following(state);
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
