import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Answer, Field, ShowWhen } from '../../contract/index.js';
import { answerText, changeChip, dayText } from '../../ui/answer.js';
import { alertIcon, chevronDownIcon, commentIcon, icon, infoIcon } from '../../ui/icon.js';
import type { Change } from './form-state.js';
import type { SubmissionWords } from './submission.js';

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
  /** Depends on an answer in the same step. */
  isNested: boolean;
  words: SubmissionWords;
  onEnter: (answer: Answer) => void;
  onLeave: () => void;
}

/** One question: label, note, control, error, help. */
export function renderField(model: FieldModel) {
  const { field, id, answer, problem, change, note, words } = model;
  const { kind, label, help, maxLength } = field;
  const nested = model.isNested ? 'nested' : '';
  if (kind === 'info') {
    return html`<div class="notice slim info ${nested}">
      ${icon(infoIcon)}
      <div>
        <p>${label}</p>
        ${help && html`<p class="small muted">${help}</p>`}
      </div>
    </div>`;
  }
  const isOne = kind === 'boolean';
  const isGroup = kind === 'multi_select';
  const count = kind === 'textarea' ? maxLength : undefined;
  const about = [note && `${id}-note`, problem && `${id}-error`, help && `${id}-help`];
  const describedBy = about.filter(Boolean).join(' ') || undefined;
  const title = html`${label}${
    field.required || isOne
      ? nothing
      : html` <span class="optional">${words.say('submission.optional')}</span>`
  }${change && changeChip(change, words)}`;
  const noted =
    note &&
    html`<div class="field-note" id="${id}-note">
      ${icon(commentIcon)}
      <div>
        <p class="text">${note}</p>
        <p class="tiny muted">${model.noteBy}</p>
      </div>
    </div>`;
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) =>
    (currentTarget as Element).contains(relatedTarget as Element | null) || model.onLeave();
  return html`<div class="field ${nested}" part="field" @focusout=${onFocusOut}>
    ${isOne || isGroup ? nothing : html`<label class="label" for=${id}>${title}</label>`}
    ${isGroup ? nothing : noted}
    ${
      isGroup
        ? html`<fieldset aria-describedby=${ifDefined(describedBy)}>
            <legend class="label">${title}</legend>
            ${noted} ${renderChoices(model)}
          </fieldset>`
        : renderControl(model, describedBy, title)
    }
    ${
      problem &&
      html`<p class="error" id="${id}-error">
        ${icon(alertIcon, { size: 14 })}<span>${problem}</span>
      </p>`
    }
    ${
      help || count
        ? html`<p class="help">
            <span id="${id}-help">${help}</span>
            ${
              count &&
              html`<bdi class="num"
                >${words.say('submission.countOf', {
                  length: [...typedText(answer)].length,
                  max: count,
                })}</bdi
              >`
            }
          </p>`
        : nothing
    }
  </div>`;
}

function renderChoices({ field: { options = [] }, id, answer, problem, onEnter }: FieldModel) {
  const chosen = Array.isArray(answer) ? answer : [];
  return html`<div class="choices">
    ${options.map(
      ({ value, label }, index) =>
        html`<label class="choice">
          <input
            type="checkbox"
            id=${index ? nothing : id}
            aria-invalid=${problem ? 'true' : nothing}
            .checked=${live(chosen.includes(value))}
            @change=${({ target }: Event) => {
              const { checked } = target as HTMLInputElement;
              const all = options.map((option) => option.value);
              onEnter(all.filter((each) => (each === value ? checked : chosen.includes(each))));
            }}
          />
          <span>${label}</span>
        </label>`,
    )}
  </div>`;
}

/** A draft may hold anything; what can't be typed is not shown. */
const typedText = (answer: Answer | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? `${answer}` : '';

/** What a kind is typed with; all others are plain text. */
const inputs: Partial<Record<Field['kind'], { type: string; mode?: 'decimal' }>> = {
  number: { type: 'text', mode: 'decimal' },
  date: { type: 'date' },
  url: { type: 'url' },
  email: { type: 'email' },
  phone: { type: 'tel' },
};

function renderControl(
  { field, id, answer, problem, words, onEnter }: FieldModel,
  describedBy: string | undefined,
  title: unknown,
) {
  const { kind, placeholder, min, max } = field;
  const about = ifDefined(describedBy);
  const invalid = problem ? 'true' : nothing;
  const value = typedText(answer);
  const onInput = ({ target }: Event) => onEnter((target as HTMLInputElement).value);
  switch (kind) {
    case 'boolean':
      return html`<label class="choice">
        <input
          type="checkbox"
          id=${id}
          aria-describedby=${about}
          aria-invalid=${invalid}
          .checked=${live(answer === true)}
          @change=${({ target }: Event) => onEnter((target as HTMLInputElement).checked)}
        />
        <span class="label">${title}</span>
      </label>`;
    case 'file':
      return html`<output class="muted" id=${id} tabindex="-1" aria-describedby=${about}
        >${answerText(field, answer, words) ?? words.say('submission.fileUnsupported')}</output
      >`;
    case 'textarea':
      return html`<textarea
        class="input"
        id=${id}
        rows="4"
        placeholder=${ifDefined(placeholder)}
        aria-describedby=${about}
        aria-invalid=${invalid}
        .value=${live(value)}
        @input=${onInput}
      ></textarea>`;
    case 'select': {
      const none = { value: '', label: placeholder ?? words.say('submission.choose') };
      return html`<span class="select-box"
        ><select
          class="input"
          id=${id}
          aria-describedby=${about}
          aria-invalid=${invalid}
          @change=${onInput}
        >
          ${[none, ...(field.options ?? [])].map(
            (option) =>
              html`<option value=${option.value} .selected=${live(option.value === value)}>
                ${option.label}
              </option>`,
          )}</select
        >${icon(chevronDownIcon)}</span
      >`;
    }
    default: {
      const { type = 'text', mode } = inputs[kind] ?? {};
      // The browser knows what to fill in where the kind says it.
      const isKnown = ['url', 'email', 'tel'].includes(type);
      const isDate = type === 'date';
      return html`<input
        class="input ${type === 'url' ? 'mono' : ''}"
        id=${id}
        type=${type}
        inputmode=${ifDefined(mode ?? (isKnown ? type : undefined))}
        autocomplete=${isKnown ? type : nothing}
        min=${isDate ? ifDefined(min) : nothing}
        max=${isDate ? ifDefined(max) : nothing}
        placeholder=${ifDefined(placeholder)}
        aria-describedby=${about}
        aria-invalid=${invalid}
        .value=${live(value)}
        @input=${onInput}
      />`;
    }
  }
}

/** What is wrong with an answer, with the bound it broke. */
export function problemText(field: Field, code: string, words: SubmissionWords): string {
  const { kind, options, patternMessage } = field;
  const isDate = kind === 'date';
  const bounds: Record<string, [name: 'min' | 'max', value: number | string | undefined]> = {
    min: ['min', field.min],
    max: ['max', field.max],
    min_length: ['min', field.minLength],
    max_length: ['max', field.maxLength],
  };
  const [name, bound = 0] = (Object.hasOwn(bounds, code) && bounds[code]) || [];
  if (name) {
    if (name !== code) return words.say(`submission.${name}Length`, { count: bound });
    if (options) return words.say(`submission.${name}Choice`, { count: bound });
    return words.say(`submission.${name}${isDate ? 'Date' : ''}`, {
      bound: isDate ? dayText(String(bound), words) : bound,
    });
  }
  if (code === 'pattern' && patternMessage) return patternMessage;
  if (code !== 'required') {
    return words.sayCode('submission', `error_${code === 'type' ? kind : code}`);
  }
  if (options) return words.say('submission.requiredChoice');
  return words.say(
    kind === 'boolean' || kind === 'file' ? `submission.required_${kind}` : 'submission.required',
  );
}

/** Whether a condition asks for one of these fields. */
export function asksFor(when: ShowWhen | undefined, fields: readonly Field[]): boolean {
  if (!when) return false;
  if ('field' in when) return fields.some(({ id }) => id === when.field);
  return ('all' in when ? when.all : when.any).some((each) => asksFor(each, fields));
}
