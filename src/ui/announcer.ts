import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** The polite live region of an element. Never give it a secret. */
export class Announcer implements ReactiveController {
  #host: ReactiveControllerHost;
  #text = '';
  /** A no-break space more or less makes a repeated sentence a new one. */
  #isOdd = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#text = '';
  }

  announce(text: string) {
    this.#isOdd = !this.#isOdd;
    this.#text = text + (this.#isOdd ? '\u00a0' : '');
    this.#host.requestUpdate();
  }

  /** To be rendered once, always at the same place of the element. */
  render() {
    return html`<div class="hidden-visually" role="status">${this.#text}</div>`;
  }
}
