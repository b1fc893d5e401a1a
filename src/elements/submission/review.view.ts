import { html, nothing } from 'lit';
import type { Answer, Field } from '../../contract/index.js';
import { answerText, changeChip } from '../../ui/answer.js';
import { button } from '../../ui/button.js';
import { pencilIcon } from '../../ui/icon.js';
import { mend } from './form-acts.js';
import { changeOf, countChanges, previousAnswer, removedAnswers } from './form-changes.js';
import { answerAt, type OpenStep } from './form-state.js';
import type { FormModel } from './form.view.js';
import type { SubmissionWords } from './submission.js';

/** Everything that will be sent, step by step, and what is sent no more. */
export const renderReview = (model: FormModel, steps: readonly OpenStep[]) => [
  ...steps.map(({ step, index, fields }) => {
    if (!step) return nothing;
    const { state, flow, words } = model;
    const { title } = step;
    const count = countChanges(state, fields);
    return html`<section class="answers" part="group">
      <header>
        <div>
          <h4 class="strong">${title}</h4>
          ${
            count > 0
              ? html`<span class="small muted"
                  >${words.say('submission.changedAnswers', { count })}</span
                >`
              : nothing
          }
        </div>
        ${button({
          label: words.say('submission.edit'),
          name: words.say('submission.editNamed', { title }),
          shape: pencilIcon,
          look: 'compact quiet end',
          onPress: () => flow.change((now) => mend(now, index), 'heading'),
        })}
      </header>
      <dl>
        ${fields.map((field) => (field.kind === 'info' ? nothing : renderAnswer(model, field)))}
      </dl>
    </section>`;
  }),
  renderRemoved(model),
];

function renderRemoved({ state, words }: FormModel) {
  const removed = removedAnswers(state);
  if (removed.length === 0) return nothing;
  return html`<section class="answers" part="group">
    <header><h4 class="strong">${words.say('submission.removed')}</h4></header>
    <dl>
      ${removed.map(
        ({ fieldId, field, answer }) =>
          html`<div class="answer">
            <dt>${field?.label ?? fieldId}</dt>
            <dd>${renderBefore(field, answer, words)}</dd>
            <dd>${changeChip('removed', words)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const lookOf = (field: Field | undefined) => (field?.kind === 'url' ? 'text mono' : 'text');

const renderBefore = (
  field: Field | undefined,
  answer: Answer | undefined,
  words: SubmissionWords,
) =>
  html`<div class="was">
    <span class="hidden-visually">${words.say('submission.was')}</span>
    <s class=${lookOf(field)}>${answerText(field, answer, words)}</s>
  </div>`;

function renderAnswer({ state, words }: FormModel, field: Field) {
  const text = answerText(field, answerAt(state, field), words);
  const change = changeOf(state, field);
  return html`<div class="answer">
    <dt>${field.label}</dt>
    <dd>
      ${
        text === undefined
          ? html`<span class="muted">${words.say('shared.notAnswered')}</span>`
          : html`<bdi class=${lookOf(field)}>${text}</bdi>`
      }
      ${
        change && change !== 'added'
          ? renderBefore(field, previousAnswer(state.previous!, field), words)
          : nothing
      }
    </dd>
    ${change && html`<dd>${changeChip(change, words)}</dd>`}
  </div>`;
}
