import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../ui/button.js';
import { alertIcon, chevronDownIcon, icon, keyIcon, refreshIcon } from '../../ui/icon.js';
import {
  actButton,
  again,
  renderChecks,
  renderDialog,
  type ActsWords,
  type CardModel,
  type CardWords,
  type Question,
} from './card-parts.js';
import type { Answers } from './confirmation.js';
import { consequencesOf, fateOf } from './consequences.js';
import type { Verb } from './lane-slice.js';
import { chosenOverlap, overlapChoices } from './overlap.js';

export interface QuestionModel extends CardModel {
  words: ActsWords;
  answers: Answers;
  onAnswer: (answers: Partial<Answers>) => void;
  onCancel: () => void;
  onConfirm: () => void;
  /** It was confirmed with another word than the one that was asked for. */
  onMistyped: () => void;
}

const heads = {
  regenerate: [refreshIcon, 'Regenerate', 'danger solid'],
  rotate_secret: [keyIcon, 'Rotate', 'primary'],
  retire_secret: [keyIcon, 'Retire', 'primary'],
} as const;

/** Asks before something is done that can't be undone. */
export function renderQuestion(question: Question, model: QuestionModel) {
  if (question.verb === 'close') return renderClosing(question.held, model);
  const { slice, words, lane, answers, onConfirm, onMistyped } = model;
  const { verb } = question;
  const [shape, title, look] = heads[verb];
  const word = lane === 'production' ? words.say('credentials.productionWord') : '';
  const isTyped = isSameWord(answers.typed, word, words);
  const refusal = slice[verb];
  const why = refusal
    ? words.sayCode('errors', refusal)
    : isTyped
      ? ''
      : words.say('credentials.typeFirst', { word });
  const onEnter = () => {
    if (slice.pending || refusal) return;
    if (isTyped) onConfirm();
    else onMistyped();
  };
  const fate = fateOf(question, model);
  return renderDialog({
    id: 'question',
    shape,
    title: words.say(`credentials.${lane}${title}`),
    body: html`<div id="question-text">${renderChecks(consequencesOf(question, model))}</div>
      ${
        fate &&
        html`${fate.isChosen ? renderChoice(model) : nothing}
          <div id="fate" aria-live="polite">${renderChecks([fate.check])}</div>`
      }
      ${word ? renderWord(word, model, onEnter) : nothing}`,
    foot: html`${why ? html`<span class="small muted start" id="hold">${why}</span>` : nothing}
    ${button({ label: words.say('shared.cancel'), onPress: model.onCancel })}
    ${actButton(model, verb, {
      look,
      isHeld: !isTyped,
      describedBy: why ? 'hold' : undefined,
      onPress: onEnter,
      onRefused: onEnter,
    })}`,
  });
}

/** Whether a word was typed as it is asked for; its case may be any language's. */
function isSameWord(typed: string, word: string, { format }: CardWords): boolean {
  const cases = [format.fold, (text: string) => text.normalize().toUpperCase()];
  return cases.some((same) => same(typed.trim()) === same(word.trim()));
}

/** Production is named by hand, so that nobody takes it for the sandbox. */
function renderWord(
  word: string,
  { answers: { typed, isMistyped }, words, onAnswer }: QuestionModel,
  onEnter: () => void,
) {
  return html`<div class="field">
    <label class="label" for="word"
      ><span
        >${words.compose('credentials.typeWord', { word: html`<bdi class="mono">${word}</bdi>` })}</span
      ></label
    >
    <input
      class="input"
      id="word"
      type="text"
      autofocus
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      aria-invalid=${isMistyped ? 'true' : nothing}
      aria-describedby=${isMistyped ? 'mistyped' : nothing}
      .value=${live(typed)}
      @input=${({ target }: Event) => onAnswer({ typed: (target as HTMLInputElement).value, isMistyped: false })}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && onEnter()}
    />
    ${
      isMistyped
        ? html`<p class="error" id="mistyped" role="alert">
            ${icon(alertIcon)}${words.say('credentials.mistyped', { word })}
          </p>`
        : nothing
    }
  </div>`;
}

/** How long the old secret goes on. */
function renderChoice({ answers, slice, words, onAnswer }: QuestionModel) {
  const limit = slice.capabilities!.overlapSeconds;
  const chosen = chosenOverlap(answers.overlap, limit);
  return html`<div class="field">
    <label class="label" for="overlap">${words.say('credentials.overlap')}</label>
    <span class="select-box"
      ><select
        class="input"
        id="overlap"
        @change=${({ target }: Event) => onAnswer({ overlap: Number((target as HTMLSelectElement).value) })}
      >
        ${overlapChoices(limit).map(
          (seconds) =>
            html`<option value=${seconds} .selected=${live(seconds === chosen)}>
              ${
                seconds > 0
                  ? words.format.duration(seconds * 1_000, 'long')
                  : words.say('credentials.noOverlap')
              }
            </option>`,
        )}</select
      >${icon(chevronDownIcon)}</span
    >
  </div>`;
}

function renderClosing(held: Verb, { words, onCancel, onConfirm }: QuestionModel) {
  const act = words.say(`credentials.${again(held)}`);
  return renderDialog({
    id: 'question',
    shape: alertIcon,
    title: words.say('credentials.closeTitle'),
    body: html`<p id="question-text">${words.say('credentials.closeDetail', { act })}</p>`,
    foot: html`${button({ label: words.say('credentials.close'), onPress: onConfirm })}
    ${button({
      label: words.say('credentials.keepOpen'),
      look: 'primary',
      autofocus: true,
      onPress: onCancel,
    })}`,
  });
}
