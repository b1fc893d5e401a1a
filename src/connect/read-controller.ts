import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { toPipelineError, type PipelineError, type ReadOptions } from '../adapter/index.js';
import type { PipelineStore } from '../store/index.js';

/** What a read depends on: the store first. A change of any of it reads again. */
export type ReadArgs = readonly [store: PipelineStore | undefined, ...unknown[]];

/**
 * A read that one element makes for itself, outside the store. A Task drops its value when it runs
 * again and fails; here it stays, for it is of use even where it may be out of date.
 */
export class ReadController<T> {
  /** The last answer of the present store; an element may add to it. */
  value: T | undefined;
  /** Of the last read that ended; it stays while another one is tried. */
  error: PipelineError | undefined;
  #store: PipelineStore | undefined;
  #task: Task<ReadArgs, void>;

  /** @param read Gives undefined where there is nothing to read now: the value stays then. */
  constructor(
    host: ReactiveControllerHost,
    args: () => ReadArgs,
    read: (store: PipelineStore, options: ReadOptions) => Promise<T | undefined> | undefined,
  ) {
    this.#task = new Task(host, {
      args,
      task: async ([store], { signal }) => {
        if (store !== this.#store) {
          this.#store = store;
          this.value = this.error = undefined;
        }
        if (!store) return;
        let value: T | undefined;
        let error: PipelineError | undefined;
        try {
          value = await read(store, { signal });
        } catch (thrown) {
          error = toPipelineError(thrown);
        }
        if (signal.aborted) return;
        if (error) store.report(error);
        this.error = error;
        this.value = value ?? this.value;
      },
    });
  }

  get isLoading(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Reads again. Resolves when that ended, however it did. */
  run(): Promise<void> {
    return this.#task.run();
  }
}
