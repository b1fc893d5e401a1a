import type { ReactiveControllerHost } from 'lit';
import { PipelineError } from '../../adapter/index.js';
import type * as form from './form-part.js';

export interface LoaderHooks {
  /** It is there, before the element renders. */
  onLoaded: (part: typeof form) => void;
  onFailed: (error: PipelineError) => void;
}

/** Fetches what an open form needs: once it is likely to be opened, at the latest when it is. */
export class FormLoader {
  /** Of the last try that ended; it stays while another one is made. */
  error: PipelineError | undefined;
  isLoading = false;
  #host: ReactiveControllerHost & HTMLElement;
  #hooks: LoaderHooks;
  #fetch: () => Promise<typeof form>;
  #isExpected = false;
  #isLoaded = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    hooks: LoaderHooks,
    fetch = () => import('./form-part.js'),
  ) {
    this.#host = host;
    this.#hooks = hooks;
    this.#fetch = fetch;
  }

  /** Fetches it when the page has nothing better to do. */
  expect() {
    if (this.#isExpected) return;
    this.#isExpected = true;
    // Safari has no idle callbacks.
    const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
    whenIdle(() => {
      if (this.#host.isConnected) this.load();
      else this.#isExpected = false;
    });
  }

  /**
   * Fetches it now, also where that failed before.
   * Some browsers keep a failed import for as long as the page lives, and a module has but one
   * address through every bundler: there another try fails at once, and only a reload helps.
   */
  load() {
    if (this.isLoading || this.#isLoaded) return;
    this.isLoading = true;
    this.#fetch().then(
      (part) => {
        this.#isLoaded = true;
        this.#end();
        this.#hooks.onLoaded(part);
      },
      (thrown: unknown) => {
        this.#end(new PipelineError('network', { detail: String(thrown) }));
        this.#hooks.onFailed(this.error!);
      },
    );
    this.#host.requestUpdate();
  }

  #end(error?: PipelineError) {
    this.isLoading = false;
    this.error = error;
    this.#host.requestUpdate();
  }
}
