import { html, nothing } from 'lit';
import type { Outcome, ReviewDetail } from '../../contract/index.js';
import { outcomeByAction } from '../../contract/words.js';
import { button } from '../../ui/button.js';
import { chevronDownIcon, eyeIcon, icon, plusIcon, returnIcon } from '../../ui/icon.js';
import { outcomeNotice, outcomeTitle } from '../../ui/outcome-notice.js';
import type { DetailModel } from './model.js';
import { filledNotes } from './notes-keeper.js';
import { decisions } from './sight.js';
import { labelOf } from './written-text.js';

/** What helps to write the notes. */
export function renderWritingTools(model: DetailModel) {
  const { words, written, previewed, templates, showsTemplates = false, undo } = model;
  const { sending, change, write } = model;
  // What is on its way is not written to.
  const isFixed = sending !== undefined && sending !== 'other';
  return html`${button({
    label: words.say('panel.preview'),
    shape: eyeIcon,
    look: 'compact quiet',
    expanded: previewed !== undefined,
    onPress: () => change({ previewed: previewed ? undefined : 'changes_requested' }),
  })}
  ${
    undo === undefined
      ? nothing
      : button({
          label: words.say('panel.undoTemplate'),
          shape: returnIcon,
          flip: true,
          look: 'compact quiet',
          onPress: () => {
            write({ ...written, notes: undo });
            change({}, 'notes');
          },
        })
  }
  ${
    templates.length > 0 && !isFixed
      ? button({
          id: 'templates-button',
          label: words.say('panel.templates'),
          shape: plusIcon,
          look: 'compact quiet',
          expanded: showsTemplates,
          onPress: () => change({ showsTemplates: !showsTemplates }),
        })
      : nothing
  }`;
}

/** The notice as the developer gets it, but for the ways on from there. */
export function renderPreview(model: DetailModel, detail: ReviewDetail, outcome: Outcome) {
  const { words, written, now, change } = model;
  const choose = (event: Event) =>
    change({ previewed: (event.target as HTMLSelectElement).value as Outcome });
  return html`<div class="preview">
    <label class="line small"
      ><span class="muted">${words.say('panel.previewOf')}</span>
      <span class="select-box"
        ><select class="input quiet" id="previewed" @change=${choose}>
          ${decisions.map((act) => {
            const each = outcomeByAction[act];
            return html`<option value=${each} ?selected=${each === outcome}>
              ${outcomeTitle(each, words)}
            </option>`;
          })}</select
        >${icon(chevronDownIcon)}</span
      ></label
    >
    <div
      class="quote"
      id="preview"
      role="region"
      tabindex="0"
      aria-label=${words.say('panel.preview')}
    >
      ${outcomeNotice({
        ...{ words, outcome, attempt: detail.submission.attempt },
        review: {
          notes: written.notes,
          fieldNotes: filledNotes(written),
          decidedAt: new Date(now).toISOString(),
          // Nobody tells who the reviewer is, and a host may hide it.
          reviewer: null,
        },
        titleId: 'preview-title',
        renderField: (fieldId) => html`<bdi>${labelOf(model, fieldId)}</bdi>`,
      })}
    </div>
  </div>`;
}
