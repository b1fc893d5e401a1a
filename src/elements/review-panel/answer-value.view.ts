import { html, nothing } from 'lit';
import type { Field } from '../../contract/index.js';
import { answerText } from '../../ui/answer.js';
import type { ComparedAnswer } from './answers-diff.js';
import type { DetailWords } from './model.js';
import { renderTextChanges } from './text-changes.view.js';

/** An answer beside what it was: inside the text where that reads better, else one below the other. */
export function renderAnswerValue(compared: ComparedAnswer, words: DetailWords) {
  const { field, answer, fieldBefore, before, change } = compared;
  const changes = renderTextChanges(compared, words);
  if (changes) return renderText(field, changes);
  const now =
    answer === undefined
      ? html`<span class="muted">${words.say('shared.notAnswered')}</span>`
      : renderText(field, answerText(field, answer, words));
  return html`${
    change === 'removed' ? nothing : change && answer !== undefined ? html`<ins>${now}</ins>` : now
  }
  ${
    change && change !== 'added'
      ? html`<div>
          <span class="hidden-visually">${words.say('panel.before')}</span>
          <del>${renderText(fieldBefore, answerText(fieldBefore, before, words))}</del>
        </div>`
      : nothing
  }`;
}

/** Of a kind unknown to the form, as it was sent. */
const renderText = (field: Field | undefined, text: unknown) =>
  html`<bdi class="text ${field?.kind === 'url' ? 'mono' : ''}">${text}</bdi>`;
