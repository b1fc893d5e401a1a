import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, Review, Step } from '../../contract/index.js';
import { answerText } from '../../ui/answer.js';
import { button } from '../../ui/button.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import {
  alertIcon,
  arrowStartIcon,
  checkCircleIcon,
  checkIcon,
  chevronDownIcon,
  commentIcon,
  eyeIcon,
  icon,
  infoIcon,
  listIcon,
  pencilIcon,
  pendingIcon,
  spinnerIcon,
  type Shape,
} from '../../ui/icon.js';
import { asksFor, problemText, renderField } from './field.view.js';
import {
  back,
  changeOf,
  countChanges,
  enter,
  goTo,
  shownErrors,
  stepsOf,
  type FieldError,
  type FormState,
  type OpenStep,
} from './form-state.js';
import { renderReview } from './review.view.js';
import type { SubmissionWords } from './submission.js';

export interface FormModel {
  state: FormState;
  /** The reviewer's words on the last attempt. */
  review: Review | null | undefined;
  words: SubmissionWords;
  /** When the draft was kept, or that it could not be. */
  draft: { savedAt: number | undefined; hasFailed: boolean };
  /** What failed, and how to try again. */
  problem: Omit<FailureOptions, 'words'> | undefined;
  isPending: boolean;
  /** Why it can't be submitted now. */
  refusal: string | undefined;
  isListOpen: boolean;
  /** Takes a change of the form, and the id of what gets the focus then. */
  change: (step: (state: FormState) => FormState, focus?: string) => void;
  onLeave: (fieldId: string) => void;
  onPress: () => void;
  onForward: () => void;
  onCancel: () => void;
  onToggleList: () => void;
}

/** The id of a field's control; a field's own id may be anything. */
export const controlId = (step: Step, fieldId: string): string =>
  `field-${step.fields.findIndex(({ id }) => id === fieldId)}`;

/** The form: its steps, the open one of them, and the bar to move on with. */
export function renderForm(model: FormModel) {
  const { state, words, isPending, problem, draft } = model;
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
    @pointerdown=${model.onPress}
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
              onPress: () => model.change(back, 'heading'),
            })
          : nothing
      }
      <span class="draft small muted" role="status"
        >${
          draft.hasFailed
            ? html`${icon(alertIcon, { size: 14 })}${words.say('submission.draftFailed')}`
            : draft.savedAt &&
              html`${icon(checkIcon, { size: 14 })}${words.say('submission.draftAt', {
                time: words.format.time(draft.savedAt),
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

const titleOf = ({ step }: OpenStep, words: SubmissionWords): string =>
  step ? step.title : words.say('submission.review');

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

function renderSteps(model: FormModel, steps: OpenStep[]) {
  const { state, words, isListOpen } = model;
  return html`<div class="now">
      ${button({
        label: html`${words.say('submission.allSteps', { count: steps.length })}
        ${icon(chevronDownIcon, { size: 14 })}`,
        shape: listIcon,
        flip: true,
        look: 'compact quiet',
        expanded: isListOpen,
        onPress: model.onToggleList,
      })}
    </div>
    <ol
      class="steps ${isListOpen ? 'shown' : ''}"
      aria-label=${words.say('submission.stepList')}
      ?inert=${model.isPending}
    >
      ${steps.map((each) => {
        const { index } = each;
        const [shape, tone, detail] = standingOf(model, each);
        const content = html`${icon(shape, { dashed: shape === pendingIcon })}<span
            >${titleOf(each, words)}</span
          ><span class="detail">${detail}</span>`;
        return html`<li>
          ${
            index <= state.seen || state.previous
              ? html`<button
                  type="button"
                  class="step ${tone}"
                  part="step"
                  aria-current=${index === state.at ? 'step' : nothing}
                  @click=${() => model.change((now) => goTo(now, index), 'heading')}
                >
                  ${content}
                </button>`
              : html`<span class="step" part="step">${content}</span>`
          }
        </li>`;
      })}
    </ol>`;
}

/** Where a step stands: an icon, a tone that repeats it, and words. */
function standingOf(
  { state, review, words }: FormModel,
  here: OpenStep,
): [shape: Shape, tone: string, text: string] {
  const { step, index, fields, errors } = here;
  if (!step) return [eyeIcon, '', words.say('submission.lastStep')];
  const wrong = shownErrors(state, here).length;
  if (wrong > 0) return [alertIcon, 'danger', words.say('submission.attention', { count: wrong })];
  const noted = fields.filter((field) => noteAt(review, field) && !changeOf(state, field)).length;
  if (noted > 0) return [commentIcon, 'warning', words.say('submission.notes', { count: noted })];
  if (index > state.seen) {
    const text = state.previous ? 'submission.doneLastTime' : 'submission.notStarted';
    return [pendingIcon, '', words.say(text)];
  }
  if (errors.length > 0) return [pencilIcon, '', words.say('submission.inProgress')];
  const count = countChanges(state, fields);
  const text = count
    ? words.say('submission.changedAnswers', { count })
    : words.say('submission.done');
  return [checkCircleIcon, 'success', text];
}

/** Says something about the open step as a whole; it can take the focus. */
const renderNotice = (tone: string, shape: Shape, id: string, title: string, content: unknown) =>
  html`<section
    class="notice slim ${tone}"
    id=${id}
    part=${id}
    tabindex="-1"
    role="group"
    aria-labelledby="${id}-title"
  >
    ${icon(shape)}
    <div>
      <p class="title" id="${id}-title">${title}</p>
      ${content}
    </div>
  </section>`;

/** What keeps the person from going on, each with the way to it. */
function renderSummary({ words, change }: FormModel, step: Step, errors: FieldError[]) {
  const items = errors.map(({ field, code }) => {
    const problem = problemText(field, code, words);
    const onPress = () => change((now) => now, controlId(step, field.id));
    return html`<li>
      <button type="button" class="link" @click=${onPress}>
        ${words.say('submission.attentionAt', { label: field.label, problem })}
      </button>
    </li>`;
  });
  return renderNotice(
    'danger',
    alertIcon,
    'summary',
    words.say('submission.attention', { count: errors.length }),
    html`<ul class="small">
      ${items}
    </ul>`,
  );
}

/** Answers that the form of now can't take, in their old words, so that nothing is lost. */
function renderMisfit({ state: { misfit }, words }: FormModel) {
  if (!misfit) return nothing;
  const { fits: count, rest } = misfit;
  return renderNotice(
    'info',
    infoIcon,
    'changed',
    words.say('submission.formChanged'),
    html`<p class="small muted">
        ${words.say(rest.length ? 'submission.formFitsPartly' : 'submission.formFits', { count })}
      </p>
      <dl class="small">
        ${rest.map(
          ({ fieldId, field, answer }) =>
            html`<dt class="strong">${field?.label ?? fieldId}</dt>
              <dd class="text">${answerText(field, answer, words)}</dd>`,
        )}
      </dl>`,
  );
}

const noteAt = (review: Review | null | undefined, field: Field): string | undefined =>
  review?.fieldNotes.find(({ fieldId }) => fieldId === field.id)?.note;

/** The notes on the whole, and those at fields that are not shown any more. */
function renderNotes({ review, words }: FormModel, steps: OpenStep[]) {
  if (!review) return nothing;
  const shown = steps.flatMap(({ fields }) => fields.map(({ id }) => id));
  const lost = review.fieldNotes.filter(({ fieldId }) => !shown.includes(fieldId));
  const texts = [review.notes, ...lost.map(({ note }) => note)].filter((text) => text?.trim());
  if (texts.length === 0) return nothing;
  return html`<details class="field-note" part="notes" open>
    <summary class="strong">${words.say('submission.reviewerNotes')}</summary>
    ${texts.map((text) => html`<p class="text">${text}</p>`)}
    <p class="tiny muted">${byline(review, words)}</p>
  </details>`;
}

function byline({ reviewer, decidedAt }: Review, words: SubmissionWords) {
  const date = words.format.date(decidedAt);
  return reviewer ? words.say('submission.noteBy', { name: reviewer, date }) : date;
}

function renderFieldOf(
  model: FormModel,
  { fields }: OpenStep,
  step: Step,
  field: Field,
  errors: FieldError[],
) {
  const { state, review, words } = model;
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
    onEnter: (answer) => model.change((now) => enter(now, id, answer)),
    onLeave: () => model.onLeave(id),
  });
}

function reviewText({ state, words }: FormModel, steps: OpenStep[]) {
  const why = words.say('submission.reviewWhy');
  if (!state.previous) return why;
  const count = steps.reduce((sum, { fields }) => sum + countChanges(state, fields), 0);
  const { attempt } = state.previous;
  return `${why} ${words.say('submission.changedSince', { count, attempt })}`;
}
