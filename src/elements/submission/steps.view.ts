import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import {
  alertIcon,
  checkCircleIcon,
  chevronDownIcon,
  commentIcon,
  eyeIcon,
  icon,
  listIcon,
  pencilIcon,
  pendingIcon,
  type Shape,
} from '../../ui/icon.js';
import { shownErrors } from './form-acts.js';
import { countChanges, countNotes } from './form-changes.js';
import { goTo, type OpenStep } from './form-state.js';
import type { FormModel } from './form.view.js';
import type { SubmissionWords } from './submission.js';

export const titleOf = ({ step }: OpenStep, words: SubmissionWords): string =>
  step ? step.title : words.say('submission.review');

/** The list of steps, each with where it stands; behind a button when narrow. */
export function renderSteps(model: FormModel, steps: OpenStep[]) {
  const { state, flow, words } = model;
  return html`<div class="now">
      ${button({
        label: html`${words.say('submission.allSteps', { count: steps.length })}
        ${icon(chevronDownIcon, { size: 14 })}`,
        shape: listIcon,
        flip: true,
        look: 'compact quiet',
        expanded: flow.isListOpen,
        onPress: flow.toggleList,
      })}
    </div>
    <ol
      class="steps ${flow.isListOpen ? 'shown' : ''}"
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
                  @click=${() => flow.change((now) => goTo(now, index), 'heading')}
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
  const noted = countNotes(state, review, fields);
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
