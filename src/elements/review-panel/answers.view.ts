import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { changeChip } from '../../ui/answer.js';
import { button } from '../../ui/button.js';
import { chevronDownIcon, commentIcon, icon } from '../../ui/icon.js';
import { renderAnswerValue } from './answer-value.view.js';
import type { ComparedAnswer } from './answers-diff.js';
import type { DetailModel } from './model.js';
import { renderLimit } from './writing.view.js';
import { isTooLong, noteAt, withNoteAt } from './notes-keeper.js';
import { isDecidable } from './sight.js';

export function renderAnswers(model: DetailModel, detail: ReviewDetail) {
  const { words, groups, onlyChanges, written, change } = model;
  const { previous, submission } = detail;
  const all = groups.flatMap(({ answers }) => answers);
  const changed = all.filter((each) => each.change).length;
  // A note of the last time or of now counts: whether the field changed is what one wants to see.
  const isShown = (each: ComparedAnswer) =>
    !previous ||
    !onlyChanges ||
    each.change ||
    noteAt(written, each.fieldId) ||
    [previous.review, submission.review].some((review) => review && noteAt(review, each.fieldId));
  const hidden = all.filter((each) => !isShown(each)).length;
  return html`<section class="part">
    <header class="line">
      <h3 class="title" id="answers" tabindex="-1">${words.say('panel.answers')}</h3>
      ${
        previous && all.length > 0
          ? html`<span class="small muted num"
                >${words.say('panel.changes', {
                  count: changed,
                  total: all.length,
                  attempt: previous.attempt,
                })}</span
              >
              <label class="choice end"
                ><input
                  type="checkbox"
                  .checked=${onlyChanges}
                  @change=${() => change({ onlyChanges: !onlyChanges })}
                />${words.say('panel.onlyChanges')}</label
              >`
          : nothing
      }
    </header>
    ${detail.submission.form ? nothing : html`<p class="muted">${words.say('panel.noForm')}</p>`}
    ${groups.map(({ step, answers }) => {
      return html`<section class="answers ${lookOf(answers.some(isShown))}">
        <header>
          <h4 class="strong">${step ? step.title : words.say('panel.others')}</h4>
          ${
            step
              ? html`<span class="small muted"
                  >${words.say('panel.step', { number: step.number })}</span
                >`
              : nothing
          }
        </header>
        <dl>${answers.map((each) => renderAnswer(model, detail, each, lookOf(isShown(each))))}</dl>
      </section>`;
    })}
    ${
      hidden > 0
        ? html`<div>
            ${button({
              label: words.say('panel.unchanged', { count: hidden }),
              shape: chevronDownIcon,
              look: 'compact quiet',
              onPress: () => change({ onlyChanges: false }, 'answers'),
            })}
          </div>`
        : nothing
    }
  </section>`;
}

/** On paper all of them stand. */
const lookOf = (isShown: unknown) => (isShown ? '' : 'paper');

function renderAnswer(
  model: DetailModel,
  detail: ReviewDetail,
  compared: ComparedAnswer,
  look: string,
) {
  const { words, written, composing, sending, change } = model;
  const { fieldId, label, change: kind } = compared;
  const { previous, submission } = detail;
  const isComposing = composing === fieldId;
  const earlier = previous?.review ? noteAt(previous.review, fieldId) : '';
  const sent = submission.review ? noteAt(submission.review, fieldId) : '';
  const own = noteAt(written, fieldId);
  return html`<div class="answer ${look}">
    <dt>
      <bdi>${label}</bdi>
      ${kind ? html`<div>${changeChip(kind, words)}</div>` : nothing}
    </dt>
    <dd>${renderAnswerValue(compared, words)}</dd>
    <dd>
      ${
        isDecidable(detail)
          ? button({
              id: `note:${fieldId}`,
              label: words.say('panel.note'),
              name: words.say('panel.noteAt', { field: label }),
              shape: commentIcon,
              look: 'compact quiet',
              expanded: isComposing,
              onPress: () =>
                isComposing
                  ? change({ composing: undefined })
                  : change({ composing: fieldId }, 'note'),
            })
          : nothing
      }
    </dd>
    ${
      earlier
        ? renderNote(earlier, words.say('panel.noteOn', { attempt: previous!.attempt }))
        : nothing
    }
    ${sent ? renderNote(sent) : nothing}
    ${
      isComposing
        ? renderComposer(model, compared, sending !== undefined)
        : own && isDecidable(detail)
          ? renderNote(own)
          : nothing
    }
  </div>`;
}

const renderNote = (note: string, of?: string) =>
  html`<dd class="field-note full ${of ? 'earlier' : ''}">
    ${icon(commentIcon)}
    <div>${of ? html`<span class="muted">${of}</span> ` : nothing}<bdi>${note}</bdi></div>
  </dd>`;

function renderComposer(
  { words, written, write, change }: DetailModel,
  { fieldId, label }: ComparedAnswer,
  isSending: boolean,
) {
  const note = noteAt(written, fieldId);
  const close = () => change({ composing: undefined }, `note:${fieldId}`);
  return html`<dd class="field full">
    <label class="small muted" for="note">${words.say('panel.noteAt', { field: label })}</label>
    <textarea
      class="input"
      id="note"
      dir="auto"
      rows="2"
      .value=${note}
      ?readonly=${isSending}
      aria-invalid=${isTooLong(note) ? 'true' : 'false'}
      aria-describedby="note-error note-length"
      @input=${(event: Event) =>
        write(withNoteAt(written, fieldId, (event.target as HTMLTextAreaElement).value))}
    ></textarea>
    ${renderLimit('note', note, words)}
    <div class="actions">
      ${button({ label: words.say('panel.keepNote'), look: 'compact', onPress: close })}
      ${button({
        label: words.say('panel.discardNote'),
        look: 'compact quiet',
        onPress: () => {
          write(withNoteAt(written, fieldId, ''));
          close();
        },
      })}
    </div>
  </dd>`;
}
