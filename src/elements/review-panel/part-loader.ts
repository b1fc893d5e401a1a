import type { ReactiveControllerHost } from 'lit';
import type * as part from './panel-part.js';

export type PanelPart = typeof part;

/**
 * Fetches what a panel can do without for a moment: differences inside texts, templates, what lies
 * behind the short facts. Where that fails the panel does without, until something else is opened.
 */
export class PartLoader {
  #host: ReactiveControllerHost & HTMLElement;
  #fetch: () => Promise<PanelPart>;
  #part: PanelPart | undefined;
  #askedFor: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, fetch = () => import('./panel-part.js')) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Undefined until it is there; asked for once a submission. */
  partFor(submissionId: string): PanelPart | undefined {
    if (!this.#part && this.#askedFor !== submissionId) {
      this.#askedFor = submissionId;
      this.#fetch().then(
        (part) => {
          this.#part = part;
          this.#host.shadowRoot!.adoptedStyleSheets.push(part.panelPartStyles.styleSheet!);
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#part;
  }
}
