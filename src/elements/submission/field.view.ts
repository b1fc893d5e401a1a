import { html, nothing } from 'lit';
import type { Answer, Field } from '../../contract/index.js';
import { changeChip } from '../../ui/answer.js';
import { alertIcon, commentIcon, icon, infoIcon } from '../../ui/icon.js';
import { renderBoxes, renderSelect } from './choice.view.js';
import { renderControl, typedText } from './control.view.js';
import { problemText } from './field-problem.js';
import { renderFile } from './file.view.js';
import type { Change } from './form-state.js';
import type { LongLists } from './long-lists.js';
import type { SubmissionWords } from './submission.js';
import type { UploadController } from './upload-controller.js';

/** What fields need of the element they stand in. */
export interface FieldServices {
  uploads: UploadController;
  lists: LongLists;
  /** Focuses what has this id now. */
  focus: (id: string) => void;
}

export interface FieldModel {
  field: Field;
  /** Of its control, or of the first one. */
  id: string;
  answer: Answer | undefined;
  /** What is wrong, once it may be said. */
  problem: string | undefined;
  change: Change | undefined;
  /** A reviewer's words at this field. */
  note: string | undefined;
  /** Who wrote the note, and when. */
  noteBy: string | undefined;
  /** What a person can do about the note. */
  noteAct?: unknown;
  /** Depends on an answer in the same step. */
  isNested: boolean;
  words: SubmissionWords;
  services: FieldServices;
  onEnter: (answer: Answer) => void;
  onLeave: () => void;
}

/** A field with what its control needs to be told. */
export interface ControlModel extends FieldModel {
  /** The ids of what describes it. */
  describedBy: string | undefined;
  /** Its label, with marks. */
  title: unknown;
}

/** One question: label, note, control, error, help. */
export function renderField(model: FieldModel) {
  const { field, id, change, note, words, services } = model;
  const { kind, label, required } = field;
  const upload = services.uploads.at(field.id);
  // What became of a file is said at once, for nobody leaves a field in between.
  const problem =
    model.problem ?? (upload && !upload.stop ? problemText(field, upload.code, words) : undefined);
  const nested = model.isNested ? 'nested' : '';
  if (kind === 'info') return renderInfo(field, nested);
  const isOne = kind === 'boolean';
  const isGroup = kind === 'multi_select';
  const help = renderHelp(model, problem);
  const about = [note && `${id}-note`, problem && `${id}-error`, help !== nothing && `${id}-help`];
  const describedBy = about.filter(Boolean).join(' ') || undefined;
  const title = html`${label}${
    required || isOne
      ? nothing
      : html` <span class="optional">${words.say('fields.optional')}</span>`
  }${change && changeChip(change, words)}`;
  const noted =
    note &&
    html`<div class="field-note">
      ${icon(commentIcon)}
      <div>
        <div id="${id}-note">
          <p class="text"><bdi>${note}</bdi></p>
          <p class="tiny muted">${model.noteBy}</p>
        </div>
        ${model.noteAct}
      </div>
    </div>`;
  const control: ControlModel = { ...model, problem, describedBy, title };
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) =>
    (currentTarget as Element).contains(relatedTarget as Element | null) || model.onLeave();
  return html`<div class="field ${nested}" part="field" @focusout=${onFocusOut}>
    ${isOne || isGroup ? nothing : html`<label class="label" for=${id}>${title}</label>`}
    ${isGroup ? nothing : noted}
    ${
      isGroup
        ? html`<fieldset aria-describedby=${describedBy ?? nothing}>
            <legend class="label">${title}</legend>
            ${noted} ${renderBoxes(control)}
          </fieldset>`
        : kind === 'select'
          ? renderSelect(control)
          : kind === 'file'
            ? renderFile(control)
            : renderControl(control)
    }
    ${
      problem &&
      html`<p class="error" id="${id}-error">
        ${icon(alertIcon, { size: 14 })}<span>${problem}</span>
      </p>`
    }
    ${help}
  </div>`;
}

/** A text to read: a heading with more under it, or just a sentence. */
const renderInfo = ({ label, help }: Field, nested: string) =>
  html`<div class="notice slim info ${nested}">
    ${icon(infoIcon)}
    <div>
      ${
        help
          ? html`<h4 class="title">${label}</h4>
              <p class="small muted text"><bdi>${help}</bdi></p>`
          : html`<p class="text"><bdi>${label}</bdi></p>`
      }
    </div>
  </div>`;

/** How many characters may still come are told aloud no sooner than this. */
const FEW = [0, 5, 10, 20];

function renderHelp({ field, id, answer, words }: FieldModel, problem?: string) {
  const { kind, help, maxLength, min, max } = field;
  const most = kind === 'textarea' ? maxLength : undefined;
  const limits = kind === 'multi_select' ? rangeText(min, max, words) : undefined;
  // What went wrong may say the same already.
  const range = limits === problem ? undefined : limits;
  if (!help && !range && most === undefined) return nothing;
  const length = most === undefined ? 0 : [...typedText(answer)].length;
  const few = most === undefined ? undefined : FEW.find((count) => most - length <= count);
  return html`<div class="help">
    <span id="${id}-help"><bdi>${help}</bdi> ${range}</span>
    ${
      most === undefined
        ? nothing
        : html`<bdi class="num ${length > most ? 'over' : ''}"
              >${words.say('fields.countOf', { length, max: most })}</bdi
            >
            <span class="hidden-visually" role="status"
              >${
                few === undefined
                  ? nothing
                  : length > most
                    ? words.say('fields.tooLong')
                    : words.say('fields.left', { count: few })
              }</span
            >`
    }
  </div>`;
}

/** How many answers one may choose. */
function rangeText(min: Field['min'], max: Field['max'], words: SubmissionWords) {
  if (min && max) return words.say('fields.choiceRange', { min, max });
  if (min) return words.say('fields.minChoice', { count: min });
  return max && words.say('fields.maxChoice', { count: max });
}
