import type { CSSResult, ReactiveControllerHost } from 'lit';
import { PipelineError } from '../adapter/index.js';

export interface OnDemandHooks<T> {
  /** It is there, before the element renders. */
  onLoaded?: (part: T) => void;
  onFailed?: (error: PipelineError) => void;
}

/** A module that an element fetches once it is needed, and does without until then. */
export class OnDemand<T> {
  /** Undefined until it is there. */
  part: T | undefined;
  /** Of the last try that ended; it stays while another one is made. */
  error: PipelineError | undefined;
  isLoading = false;
  protected readonly host: ReactiveControllerHost & HTMLElement;
  #isExpected = false;
  #isAwaited = false;
  #fetch: () => Promise<T>;
  #hooks: OnDemandHooks<T>;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    fetch: () => Promise<T>,
    hooks: OnDemandHooks<T> = {},
  ) {
    this.host = host;
    this.#fetch = fetch;
    this.#hooks = hooks;
  }

  /** Fetches it when the page has nothing better to do. */
  expect() {
    if (this.#isExpected) return;
    this.#isExpected = true;
    // Safari has no idle callbacks.
    const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
    whenIdle(() => {
      if (this.host.isConnected) this.#begin();
      else this.#isExpected = false;
    });
  }

  /**
   * Fetches it now, also where that failed before.
   * Some browsers keep a failed import for as long as the page lives, and a module has but one
   * address through every bundler: there another try fails at once, and only a reload helps.
   */
  load() {
    this.#isAwaited = true;
    this.#begin();
  }

  #begin() {
    if (this.isLoading || this.part) return;
    this.isLoading = true;
    this.#fetch().then(
      (part) => {
        this.part = part;
        this.#end();
        this.#hooks.onLoaded?.(part);
      },
      (thrown: unknown) => {
        const error = new PipelineError('network', { detail: String(thrown) });
        this.#end(error);
        this.#hooks.onFailed?.(error);
      },
    );
  }

  #end(error?: PipelineError) {
    this.isLoading = false;
    this.error = error;
    // What was only expected changes nothing that is shown.
    if (this.#isAwaited) this.host.requestUpdate();
  }
}

/** Puts the styles of what was fetched behind those that the element has. */
export function adoptStyles(host: Element, styles: readonly CSSResult[]) {
  host.shadowRoot!.adoptedStyleSheets.push(...styles.map(({ styleSheet }) => styleSheet!));
}
