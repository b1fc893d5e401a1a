import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { ref, createRef } from 'lit/directives/ref.js';

export interface ModalOptions {
  /** The id of its title in the same root. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** For a question that must be answered. */
  alert?: boolean;
  content: unknown;
  /** Esc was pressed. It closes only when the element stops showing it. */
  onCancel: () => void;
}

/**
 * One native modal dialog of an element. Shown while `render` is given something; when it closes,
 * the focus returns to where it was. It closes on nothing but the element's word: no light dismiss,
 * and Esc only asks.
 */
export class Modal implements ReactiveController {
  #dialog = createRef<HTMLDialogElement>();
  #isShown = false;
  #opener: HTMLElement | null = null;
  #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (this.#isShown) this.#host.requestUpdate();
  }

  /** An open one that is moved would come back as a part of the page, above nothing. */
  hostDisconnected() {
    this.#dialog.value?.close();
  }

  hostUpdate() {
    if (!this.#isShown)
      this.#opener = (this.#host.shadowRoot?.activeElement as HTMLElement) ?? null;
    this.#isShown = false;
  }

  hostUpdated() {
    const dialog = this.#dialog.value;
    if (!dialog) return;
    if (this.#isShown && !dialog.open && dialog.isConnected) dialog.showModal();
    if (!this.#isShown && dialog.open) {
      dialog.close();
      this.#opener?.focus();
    }
  }

  /** Focuses something inside once it is drawn. */
  focus(selector: string) {
    this.#dialog.value?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** To be rendered always at the same place; undefined closes it. */
  render(options: ModalOptions | undefined) {
    this.#isShown = options !== undefined;
    // A second Esc closes a dialog without a `cancel` event in some browsers, so the key itself is
    // held back, and a dialog that closed all the same is shown again at the next update.
    const ask = (event: Event) => {
      event.preventDefault();
      if (!isComposing(event)) options?.onCancel();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') ask(event);
      else if (isHeldPress(event)) event.preventDefault();
    };
    return html`<dialog
      ${ref(this.#dialog)}
      part="dialog"
      role=${options?.alert ? 'alertdialog' : 'dialog'}
      aria-labelledby=${options?.labelledBy ?? nothing}
      aria-describedby=${options?.describedBy ?? nothing}
      @cancel=${ask}
      @keydown=${onKey}
      @close=${() => this.#host.requestUpdate()}
    >
      ${options?.content ?? nothing}
    </dialog>`;
  }
}

/** The key that ends a composition is no key of the dialog; Safari tells it by its code alone. */
const isComposing = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.isComposing || event.keyCode === 229);

/** A key that is held on what opened a dialog would press what has the focus in it, over and over. */
const isHeldPress = ({ key, repeat, target }: KeyboardEvent): boolean =>
  repeat && key === 'Enter' && (target as Element).matches('button');
