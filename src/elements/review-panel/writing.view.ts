import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { NOTES_LIMIT } from '../../contract/review.js';
import { alertIcon, icon } from '../../ui/icon.js';
import type { DetailModel, DetailWords } from './model.js';
import { isTooLong, lengthOf } from './notes-keeper.js';
import { renderPreview, renderWritingTools } from './preview.view.js';
import { renderTemplates } from './templates.view.js';

/** The notes, with what helps to write them, and what the developer will see of them. */
export function renderWriting(model: DetailModel, detail: ReviewDetail) {
  const { words, written, isMissing = false, sending, isUnkept, previewed } = model;
  const { showsTemplates, write } = model;
  const { notes } = written;
  return html`<div class="field">
      <div class="line">
        <label class="label" for="notes"
          >${words.say('panel.notes')}
          <span class="optional">${words.say('panel.notesRequired')}</span></label
        >
        <div class="actions end">${renderWritingTools(model)}</div>
      </div>
      ${showsTemplates ? renderTemplates(model) : nothing}
      <textarea
        class="input"
        id="notes"
        dir="auto"
        rows="2"
        .value=${notes}
        ?readonly=${sending !== undefined && sending !== 'other'}
        aria-invalid=${isMissing || isTooLong(notes) ? 'true' : 'false'}
        aria-describedby="notes-error notes-length notes-unkept"
        @input=${(event: Event) =>
          write({ ...written, notes: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${renderLimit('notes', notes, words, isMissing)}
      ${
        isUnkept
          ? html`<p class="help" id="notes-unkept">${words.say('panel.notKept')}</p>`
          : nothing
      }
    </div>
    ${previewed ? renderPreview(model, detail, previewed) : nothing}`;
}

/** What is wrong with a note, and how long it is once it nears the limit. */
export function renderLimit(id: string, note: string, words: DetailWords, isMissing = false) {
  const limit = NOTES_LIMIT;
  const length = lengthOf(note);
  const isLong = isTooLong(note);
  return html`${
    isLong || isMissing
      ? html`<p class="error" id="${id}-error">
          ${icon(alertIcon, { size: 14 })}
          ${isLong ? words.say('panel.tooLong', { limit }) : words.say('panel.required')}
        </p>`
      : nothing
  }
  ${
    length > limit * 0.9
      ? html`<p class="help num" id="${id}-length">
          ${words.say('panel.length', { count: words.format.number(length), limit })}
        </p>`
      : nothing
  }`;
}
