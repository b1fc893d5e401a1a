import type { ReactiveControllerHost } from 'lit';
import { adoptStyles, OnDemand } from '../../connect/on-demand.js';
import type { PipelineStore } from '../../store/index.js';
import type * as dialogs from './dialogs-part.js';
import type { Verb } from './lane-slice.js';

interface Wanted {
  verb: Verb;
  act: () => void;
  /** It only asks, and nothing is under way yet. */
  asks: boolean;
}

/** Fetches what asks and reveals: when a press comes near, at the latest before anything is sent. */
export class DialogsLoader extends OnDemand<typeof dialogs> {
  /** What was pressed before they were there. */
  #wanted: Wanted | undefined;

  /** @param store Told of a failure that somebody waits for. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: () => Pick<PipelineStore, 'report'> | undefined,
    fetch = () => import('./dialogs-part.js'),
  ) {
    super(host, fetch, {
      onLoaded: ({ dialogsPartStyles }) => {
        adoptStyles(host, dialogsPartStyles);
        const wanted = this.#wanted;
        this.forget();
        wanted?.act();
      },
      onFailed: (error) => this.#wanted && store()?.report(error),
    });
  }

  /** Acts once they are there: a secret that comes is never without its dialog. */
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

  /** The act that waits for them. */
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
