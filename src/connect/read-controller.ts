import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPipelineError, type PipelineError, type ReadOptions } from '../adapter/index.js';
import type { PipelineStore } from '../store/index.js';

/** What a read depends on: the store first. A change of any of it reads again. */
export type ReadArgs = readonly [store: PipelineStore | undefined, ...unknown[]];

type Read<T> = (store: PipelineStore, options: ReadOptions) => Promise<T | undefined> | undefined;

/**
 * A read that one element makes for itself, outside the store. Its value stays when it is read again,
 * also where that fails, for it is of use even where it may be out of date.
 */
export class ReadController<T> implements ReactiveController {
  /** The last answer of the present store; an element may add to it. */
  value: T | undefined;
  /** Of the last read that ended; it stays while another one is tried. */
  error: PipelineError | undefined;
  isLoading = false;
  #host: ReactiveControllerHost;
  #args: () => ReadArgs;
  #read: Read<T>;
  #last: ReadArgs | undefined;
  #flight: AbortController | undefined;

  /** @param read Gives undefined where there is nothing to read now: the value stays then. */
  constructor(host: ReactiveControllerHost, args: () => ReadArgs, read: Read<T>) {
    this.#host = host;
    this.#args = args;
    this.#read = read;
    host.addController(this);
  }

  hostUpdate() {
    const last = this.#last;
    const args = this.#args();
    if (last && args.every((each, index) => each === last[index])) return;
    this.#last = args;
    if (args[0] !== last?.[0]) this.value = this.error = undefined;
    void this.run();
  }

  /** Reads again. Resolves when that ended, however it did. */
  async run(): Promise<void> {
    const store = this.#last?.[0];
    this.#flight?.abort();
    const { signal } = (this.#flight = new AbortController());
    this.isLoading = store !== undefined;
    if (!store) return;
    this.#host.requestUpdate();
    let value: T | undefined;
    let error: PipelineError | undefined;
    try {
      value = await this.#read(store, { signal });
    } catch (thrown) {
      error = toPipelineError(thrown);
    }
    if (signal.aborted) return;
    if (error) store.report(error);
    this.error = error;
    this.value = value ?? this.value;
    this.isLoading = false;
    this.#host.requestUpdate();
  }
}
