import { html, noChange, nothing } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Answer, Field } from '../../contract/index.js';
import { isIsoDay } from '../../contract/words.js';
import type { Format } from '../../i18n/format.js';
import type { ControlModel } from './field.view.js';
import { readNumber, writeNumber } from './read-number.js';

/** A draft may hold anything; what can't be typed is not shown. */
export const typedText = (answer: Answer | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? `${answer}` : '';

/** A day of which only some parts are typed. The browser keeps them to itself. */
const HALF_A_DAY = '…';

/** What kinds are typed with; all others are plain text. */
const types: Partial<Record<Field['kind'], string>> = { email: 'email', url: 'url', phone: 'tel' };

const valueOf = ({ target }: Event) => (target as HTMLInputElement).value;

export function renderControl(model: ControlModel) {
  const { field, id, answer, problem, words, onEnter } = model;
  const { kind, placeholder } = field;
  const about = ifDefined(model.describedBy);
  const invalid = problem ? 'true' : nothing;
  const required = field.required ? 'true' : nothing;
  const autocomplete = ifDefined(field.autocomplete as AutoFill | undefined);
  const onInput = (event: Event) => onEnter(valueOf(event));
  switch (kind) {
    case 'boolean':
      return html`<label class="choice">
        <input
          type="checkbox"
          id=${id}
          aria-describedby=${about}
          aria-invalid=${invalid}
          aria-required=${required}
          .checked=${live(answer === true)}
          @change=${({ target }: Event) => onEnter((target as HTMLInputElement).checked)}
        />
        <span class="label">${model.title}</span>
      </label>`;
    case 'textarea':
      return html`<textarea
        class="input"
        id=${id}
        rows="4"
        placeholder=${ifDefined(placeholder)}
        autocomplete=${autocomplete}
        aria-describedby=${about}
        aria-invalid=${invalid}
        aria-required=${required}
        .value=${live(typedText(answer))}
        @input=${onInput}
      ></textarea>`;
    case 'date': {
      const { min, max } = field;
      const value = typedText(answer);
      const onTyped = ({ target }: Event) => {
        const input = target as HTMLInputElement;
        const now = input.value || (input.validity.badInput ? HALF_A_DAY : '');
        if (now !== value) onEnter(now);
      };
      return html`<input
        class="input"
        id=${id}
        type="date"
        min=${ifDefined(min)}
        max=${ifDefined(max)}
        autocomplete=${autocomplete}
        aria-describedby=${about}
        aria-invalid=${invalid}
        aria-required=${required}
        .value=${live(isIsoDay(value) ? value : '')}
        @input=${onTyped}
        @keyup=${onTyped}
        @focusout=${onTyped}
      />`;
    }
    case 'number': {
      const { format } = words;
      const unit = field.unit && `${id}-unit`;
      return html`<span class="beside">
        <input
          class="input num"
          id=${id}
          inputmode=${field.integer && !(Number(field.min ?? -1) < 0) ? 'numeric' : 'decimal'}
          enterkeyhint="next"
          placeholder=${ifDefined(placeholder)}
          autocomplete=${autocomplete}
          spellcheck="false"
          aria-describedby=${[unit, model.describedBy].filter(Boolean).join(' ') || nothing}
          aria-invalid=${invalid}
          aria-required=${required}
          .value=${typedNumber(answer, format)}
          @input=${(event: Event) => {
            const text = valueOf(event);
            onEnter(readNumber(text, format) ?? text);
          }}
        />
        ${unit && html`<span class="muted" id=${unit}>${field.unit}</span>`}
      </span>`;
    }
    default: {
      const type = types[kind] ?? 'text';
      // What a machine reads is spelt as it is.
      const isExact = type !== 'text' || field.pattern !== undefined;
      return html`<input
        class="input ${type === 'url' ? 'mono' : ''}"
        id=${id}
        type=${type}
        inputmode=${type}
        enterkeyhint="next"
        placeholder=${ifDefined(placeholder)}
        autocomplete=${autocomplete}
        autocapitalize=${isExact ? 'none' : nothing}
        spellcheck=${isExact ? 'false' : nothing}
        aria-describedby=${about}
        aria-invalid=${invalid}
        aria-required=${required}
        .value=${live(typedText(answer))}
        @input=${onInput}
      />`;
    }
  }
}

/** Leaves what was typed alone as long as it says the same number. */
class TypedNumber extends Directive {
  render(answer: Answer | undefined, format: Format) {
    return typeof answer === 'number' ? writeNumber(answer, format) : typedText(answer);
  }

  override update({ element }: PropertyPart, [answer, format]: Parameters<this['render']>) {
    const { value } = element as HTMLInputElement;
    const isSame = value === answer || readNumber(value, format) === answer;
    return value && isSame ? noChange : this.render(answer, format);
  }
}
const typedNumber = directive(TypedNumber);
