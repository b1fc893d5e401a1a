import { html, nothing } from 'lit';
import type { Field } from '../../contract/index.js';
import { answerText, changeChip } from '../../ui/answer.js';
import { button } from '../../ui/button.js';
import { pencilIcon } from '../../ui/icon.js';
import {
  answerAt,
  changeOf,
  countChanges,
  goTo,
  previousAnswer,
  type OpenStep,
} from './form-state.js';
import type { FormModel } from './form.view.js';

/** Everything that will be sent, step by step. */
export const renderReview = (model: FormModel, steps: readonly OpenStep[]) =>
  steps.map(({ step, index, fields }) => {
    if (!step) return nothing;
    const { state, flow, words } = model;
    const { title } = step;
    const count = countChanges(state, fields);
    return html`<section class="answers" part="group">
      <header>
        <h4 class="strong">${title}</h4>
        ${
          count > 0
            ? html`<span class="small muted"
                >${words.say('submission.changedAnswers', { count })}</span
              >`
            : nothing
        }
        ${button({
          label: words.say('submission.edit'),
          name: words.say('submission.editNamed', { title }),
          shape: pencilIcon,
          look: 'compact quiet end',
          onPress: () => flow.change((now) => goTo(now, index), 'heading'),
        })}
      </header>
      <dl>
        ${fields.map((field) => (field.kind === 'info' ? nothing : renderAnswer(model, field)))}
      </dl>
    </section>`;
  });

function renderAnswer({ state, words }: FormModel, field: Field) {
  const text = answerText(field, answerAt(state, field), words);
  const change = changeOf(state, field);
  const look = field.kind === 'url' ? 'text mono' : 'text';
  return html`<div class="answer">
    <dt>${field.label}</dt>
    <dd>
      ${
        text === undefined
          ? html`<span class="muted">${words.say('shared.notAnswered')}</span>`
          : html`<bdi class=${look}>${text}</bdi>`
      }
      ${
        change === 'changed'
          ? html`<div class="was">
              <span class="hidden-visually">${words.say('submission.was')}</span>
              <s class=${look}
                >${answerText(field, previousAnswer(state.previous!, field), words)}</s
              >
            </div>`
          : nothing
      }
    </dd>
    ${change && html`<dd>${changeChip(change, words)}</dd>`}
  </div>`;
}
