import type { ReactiveControllerHost } from 'lit';
import { OnDemand } from '../../connect/on-demand.js';
import type { PipelineStore } from '../../store/index.js';
import type * as acts from './acts-part.js';
import type { Verb } from './lane-slice.js';

interface Wanted {
  verb: Verb;
  act: () => void;
  /** It only asks, and nothing is under way yet. */
  asks: boolean;
}

interface Options {
  /** Told of a failure that somebody waits for. */
  store: () => Pick<PipelineStore, 'report'> | undefined;
  onLoaded: (module: typeof acts) => void;
}

/** Fetches what a card acts with: when a press comes near, at the latest when it is there. */
export class ActsLoader extends OnDemand<typeof acts> {
  /** What was pressed before it could be done. */
  #wanted: Wanted | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    { store, onLoaded }: Options,
    fetch = () => import('./acts-part.js'),
  ) {
    super(host, fetch, {
      onLoaded: (module) => {
        onLoaded(module);
        const wanted = this.#wanted;
        this.forget();
        wanted?.act();
      },
      onFailed: (error) => this.#wanted && store()?.report(error),
    });
  }

  /** Does it once that can be done. */
  before(wanted: Wanted) {
    if (this.part) return wanted.act();
    this.#wanted = wanted;
    this.load();
    this.host.requestUpdate();
  }

  /** For another lane or store. */
  forget() {
    this.#wanted = undefined;
  }

  /** The act that waits for it. */
  get pending(): Verb | undefined {
    return this.isLoading && !this.#wanted?.asks ? this.#wanted?.verb : undefined;
  }

  /** Why an act did not begin, and how to try again. */
  get failure() {
    const wanted = this.#wanted;
    const { error } = this;
    if (!wanted || !error) return undefined;
    const { verb } = wanted;
    return { verb, error, pending: this.isLoading, onRetry: () => this.before(wanted) };
  }
}
