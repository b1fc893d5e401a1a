import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { chevronDownIcon, icon } from '../../ui/icon.js';
import { renderChoices } from './choice-box.view.js';
import { typedText } from './control.view.js';
import type { ControlModel } from './field.view.js';

/** More options than this are searched. */
const FEW = 12;

/** One of several. */
export function renderSelect(model: ControlModel): unknown {
  const { field, id, answer, problem, words, services, onEnter } = model;
  const { options = [], placeholder } = field;
  const isLong = options.length > FEW;
  const views = isLong ? services.lists.views : undefined;
  if (views) return views.combobox(model);
  const value = typedText(answer);
  const none = { value: '', label: placeholder ?? words.say('fields.choose') };
  return html`<span class="select-box"
    ><select
      class="input ${isLong ? 'long' : ''}"
      id=${id}
      autocomplete=${ifDefined(field.autocomplete as AutoFill | undefined)}
      aria-describedby=${ifDefined(model.describedBy)}
      aria-invalid=${problem ? 'true' : nothing}
      aria-required=${field.required ? 'true' : nothing}
      @change=${({ target }: Event) => onEnter((target as HTMLSelectElement).value)}
    >
      ${[none, ...options].map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === value)}>
            ${option.label}
          </option>`,
      )}</select
    >${icon(chevronDownIcon)}</span
  >`;
}

/** Some of several. */
export function renderBoxes(model: ControlModel) {
  const { options = [] } = model.field;
  if (options.length <= FEW) {
    return html`<div class="choices">${renderChoices(model, options)}</div>`;
  }
  const { views } = model.services.lists;
  return html`<div class="long">
    ${
      views
        ? views.searchedBoxes(model)
        : html`<div class="boxes">${renderChoices(model, options)}</div>`
    }
  </div>`;
}
