import { html } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { searchBox } from '../../ui/search-box.js';
import { chosenOf, renderChoices } from './choice-box.view.js';
import type { ControlModel } from './field.view.js';
import { matching, type Option } from './matching.js';

/** Boxes of many options: typed text narrows the list, and the chosen ones come first. */
class SearchedBoxes extends Directive {
  #text = '';
  /** Stays as it is while boxes are ticked: none may move from under the pointer. */
  #shown: Option[] | undefined;

  render(model: ControlModel) {
    const { field, words, services } = model;
    const { label, options } = field;
    const chosen = chosenOf(model);
    const all = options!.length;
    this.#shown ??= matching(options!, this.#text, words.format.fold).sort(
      (a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)),
    );
    const search = (text: string) => {
      this.#text = text;
      this.#shown = undefined;
      void services.lists.update();
    };
    const onKey = (event: KeyboardEvent) => {
      // Neither goes on with the form: one searches already, the other ends the search.
      const isMine = event.key === 'Enter' || (event.key === 'Escape' && this.#text);
      if (!isMine || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') search('');
    };
    const count = this.#shown.length;
    return html`<div
        @keydown=${(event: KeyboardEvent) => (event.target as Element).matches('[type=search]') && onKey(event)}
      >
        ${searchBox({
          label: words.say('fields.searchNamed', { label }),
          placeholder: words.say('fields.search'),
          value: this.#text,
          onInput: search,
        })}
      </div>
      <div class="boxes">
        ${count ? renderChoices(model, this.#shown) : html`<p class="muted">${words.say('fields.noMatch')}</p>`}
      </div>
      <p class="small muted num" role="status">
        ${words.say('fields.chosen', { count: chosen.length, all })}${
          this.#text && html` · ${words.say('fields.matches', { count })}`
        }
      </p>`;
  }
}

export const searchedBoxes = directive(SearchedBoxes);
