import type { ReactiveControllerHost } from 'lit';
import type * as part from './panel-part.js';

export type PanelPart = typeof part;

/**
 * Fetches what a submission can be read without for a moment: the differences inside its texts, what
 * stands below its answers, what helps to write.
 */
export class PartLoader {
  hasFailed = false;
  #host: ReactiveControllerHost & HTMLElement;
  #fetch: () => Promise<PanelPart>;
  #part: PanelPart | undefined;
  #isAsked = false;

  constructor(host: ReactiveControllerHost & HTMLElement, fetch = () => import('./panel-part.js')) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Undefined until it is there. */
  get part(): PanelPart | undefined {
    if (!this.#isAsked) this.load();
    return this.#part;
  }

  /** Fetches it, also where that failed before; some browsers need the page to be loaded anew. */
  load = () => {
    this.#isAsked = true;
    this.#fetch().then(
      (part) => {
        this.#part = part;
        this.#host.shadowRoot!.adoptedStyleSheets.push(
          ...part.panelPartStyles.map(({ styleSheet }) => styleSheet!),
        );
        this.#end(false);
      },
      () => this.#end(true),
    );
  };

  #end(hasFailed: boolean) {
    this.hasFailed = hasFailed;
    this.#host.requestUpdate();
  }
}
