import type { ReactiveControllerHost } from 'lit';
import type * as views from './long-list.view.js';

type Views = typeof views;

/** Fetches what long lists of options are drawn with, the first time that one is shown. */
export class LongLists {
  #host: ReactiveControllerHost & HTMLElement;
  #isAsked = false;
  #views: Views | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Undefined until it is there; the browser's own controls do as well. */
  get views(): Views | undefined {
    if (!this.#isAsked) void this.#fetch();
    return this.#views;
  }

  /** Draws anew, and waits for it. */
  update = (): Promise<boolean> => {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  };

  async #fetch() {
    this.#isAsked = true;
    const views = await import('./long-list.view.js').catch(() => undefined);
    const show = () => {
      const inUse = this.#host.shadowRoot?.activeElement?.closest('.long');
      // Nothing is taken from under the hands of whoever chooses already.
      if (inUse) inUse.addEventListener('focusout', () => setTimeout(show), { once: true });
      else this.#views = views;
      void this.update();
    };
    show();
  }
}
