import { html, nothing } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { checkIcon, chevronDownIcon, icon, xIcon } from '../../ui/icon.js';
import type { ControlModel } from './field.view.js';
import { matching, type Option } from './matching.js';
import { follow } from './popup.js';

/** One of many options: typed text narrows the list, arrows move in it, Enter takes one. */
class Combobox extends Directive {
  #model!: ControlModel;
  #box: Element | undefined;
  #isOpen = false;
  /** Undefined while the field shows its answer. */
  #text: string | undefined;
  /** Index of the option that Enter takes. */
  #at = -1;
  /** The person moved there, so leaving takes it too. */
  #isMoved = false;

  override update({ parentNode }: ChildPart, [model]: Parameters<this['render']>) {
    this.#box = parentNode as Element;
    return this.render(model);
  }

  render(model: ControlModel) {
    this.#model = model;
    const { field, id, answer, problem, words } = model;
    const found = this.#found;
    const isOpen = this.#isOpen;
    const { label, placeholder } = field;
    const isAnswered = typeof answer === 'string' && answer !== '';
    return html`<span class="select-box">
      <input
        class="input ${isAnswered ? 'clearable' : ''}"
        id=${id}
        role="combobox"
        autocomplete=${field.autocomplete ?? 'off'}
        autocapitalize="none"
        spellcheck="false"
        placeholder=${placeholder ?? words.say('fields.choose')}
        aria-autocomplete="list"
        aria-expanded=${String(isOpen)}
        aria-controls="${id}-list"
        aria-activedescendant=${isOpen && found[this.#at] ? `${id}-${this.#at}` : nothing}
        aria-describedby=${ifDefined(model.describedBy)}
        aria-invalid=${problem ? 'true' : nothing}
        aria-required=${field.required ? 'true' : nothing}
        .value=${live(this.#text ?? this.#answerText)}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @change=${this.#onLeave}
        @focusout=${this.#onLeave}
      />
      ${
        isAnswered
          ? html`<button
              type="button"
              class="icon-button"
              aria-label=${words.say('fields.clear', { label })}
              @click=${this.#onClear}
            >
              ${icon(xIcon)}
            </button>`
          : nothing
      }
      ${icon(chevronDownIcon)}
      <div class="popup" popover="manual" @mousedown=${(event: Event) => event.preventDefault()}>
        <ul id="${id}-list" role="listbox" aria-label=${label} ?hidden=${found.length === 0}>
          ${isOpen ? found.map((option, index) => this.#renderOption(option, index)) : nothing}
        </ul>
        ${found.length === 0 ? html`<p class="muted">${words.say('fields.noMatch')}</p>` : nothing}
      </div>
      <span class="hidden-visually" role="status"
        >${
          isOpen && this.#text
            ? found.length
              ? words.say('fields.matches', { count: found.length })
              : words.say('fields.noMatch')
            : nothing
        }</span
      >
    </span>`;
  }

  #renderOption(option: Option, index: number) {
    const { id, answer } = this.#model;
    const isChosen = option.value === answer;
    return html`<li
      class=${index === this.#at ? 'active' : ''}
      id="${id}-${index}"
      role="option"
      aria-selected=${String(isChosen)}
      @click=${() => this.#take(option)}
    >
      <span>${option.label}</span>${isChosen ? icon(checkIcon) : nothing}
    </li>`;
  }

  get #found(): Option[] {
    const { field, words } = this.#model;
    return matching(field.options!, this.#text ?? '', words.format.fold);
  }

  /** What an answer is called; one that is no option any more shows as it is. */
  get #answerText(): string {
    const { field, answer } = this.#model;
    const found = field.options!.find(({ value }) => value === answer);
    return found?.label ?? (typeof answer === 'string' ? answer : '');
  }

  #find = (selector: string) => this.#box!.querySelector<HTMLElement>(selector)!;

  async #update() {
    await this.#model.services.lists.update();
    const popup = this.#find('.popup');
    // It may have gone with its step.
    if (!popup?.isConnected) return;
    popup.togglePopover(this.#isOpen);
    follow(popup, this.#find('input'));
    popup.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  #open() {
    const { field, answer } = this.#model;
    this.#isOpen = true;
    this.#isMoved = false;
    this.#at = this.#text ? 0 : field.options!.findIndex(({ value }) => value === answer);
    void this.#update();
  }

  #close() {
    this.#isOpen = false;
    this.#text = undefined;
    void this.#update();
  }

  #take({ value }: Option) {
    this.#model.onEnter(value);
    this.#close();
  }

  #onInput = ({ target }: Event) => {
    this.#text = (target as HTMLInputElement).value;
    if (!this.#text) this.#model.onEnter('');
    this.#open();
  };

  #onKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const found = this.#found;
    const last = found.length - 1;
    const at = this.#at;
    const to = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[key];
    if (!this.#isOpen) {
      if (!key.startsWith('Arrow') || to === undefined) return;
      this.#open();
    } else if (to !== undefined) {
      this.#at = to;
      this.#isMoved = true;
      void this.#update();
    } else if (key === 'Enter') {
      if (found[at]) this.#take(found[at]);
    } else if (key === 'Escape') {
      // It closes the list, and nothing around it.
      event.stopPropagation();
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
  };

  #onClick = () => {
    if (!this.#isOpen) this.#open();
    else if (!this.#text) this.#close();
  };

  #onClear = () => {
    this.#find('input').focus();
    this.#model.onEnter('');
  };

  /**
   * Takes what the person moved to, the one that is named whole, or the only one that is left; else the
   * answer stays. A browser that fills it in comes and goes without the focus, and may know the value.
   */
  #onLeave = () => {
    if (!this.#isOpen) return;
    const text = this.#text;
    const found = this.#found;
    // What has the text in it and is no longer is the text.
    const named =
      text &&
      (this.#model.field.options!.find(({ value }) => value === text) ??
        found.find(({ label }) => !found[1] || label.length === text.length));
    const option = this.#isMoved ? found[this.#at] : named;
    if (option) this.#take(option);
    else this.#close();
  };
}

export const combobox = directive(Combobox);
