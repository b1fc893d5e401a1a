import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ControlModel } from './field.view.js';

/** The values that are chosen; a draft may hold anything. */
export const chosenOf = ({ answer }: Pick<ControlModel, 'answer'>): string[] =>
  Array.isArray(answer) ? answer : [];

/** Some or all options of a field, each with its box. */
export function renderChoices(
  model: ControlModel,
  options: readonly { value: string; label: string }[],
) {
  const { field, id, problem, onEnter } = model;
  const chosen = chosenOf(model);
  return options.map(
    ({ value, label }, index) =>
      html`<label class="choice">
        <input
          type="checkbox"
          id=${index ? nothing : id}
          aria-invalid=${problem ? 'true' : nothing}
          .checked=${live(chosen.includes(value))}
          @change=${({ target }: Event) => {
            const { checked } = target as HTMLInputElement;
            // In the order of the form.
            const all = field.options!.map((option) => option.value);
            onEnter(all.filter((each) => (each === value ? checked : chosen.includes(each))));
          }}
        />
        <span>${label}</span>
      </label>`,
  );
}
