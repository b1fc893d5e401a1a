import { html, nothing } from 'lit';
import { icon, searchIcon } from './icon.js';

export interface SearchBoxOptions {
  label: string;
  placeholder: string;
  value: string;
  onInput: (text: string) => void;
  part?: string;
}

/** A search field with an icon; its label is for those who do not see the icon. */
export function searchBox({ label, placeholder, value, onInput, part }: SearchBoxOptions) {
  return html`<label class="search-box">
    ${icon(searchIcon)}
    <span class="hidden-visually">${label}</span>
    <input
      class="input"
      part=${part ?? nothing}
      type="search"
      placeholder=${placeholder}
      .value=${value}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />
  </label>`;
}
