import type { ReactiveControllerHost } from 'lit';
import type { PipelineError } from '../adapter/index.js';
import type { Snapshot } from '../contract/index.js';
import type { Act, ActAnswer, ActInput, PipelineStore, Result } from '../store/index.js';
import { ActionEvent, ChangedEvent } from './events.js';

interface Failure {
  act: Act;
  error: PipelineError;
}

/**
 * Lets an element act: asks the page first, runs the act once, keeps its error for the place where
 * it was pressed, and tells the page afterwards. What becomes of an act is told with the store that it
 * was for: the element may show another one by then.
 */
export class ActController {
  #pending = new WeakMap<PipelineStore, Act>();
  #failures = new WeakMap<PipelineStore, Failure>();
  #host: ReactiveControllerHost & HTMLElement;
  #store: () => PipelineStore | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, store: () => PipelineStore | undefined) {
    this.#host = host;
    this.#store = store;
  }

  /** The act under way that this element started. */
  get pending(): Act | undefined {
    return at(this.#pending, this.#store());
  }

  /** The last act's error, until the next act or until it is dismissed. */
  get failure(): Failure | undefined {
    return at(this.#failures, this.#store());
  }

  /**
   * Undefined when the page stopped the act, or when it is under way already. `before` gives what it
   * waits for, if there is something.
   */
  async run<A extends Act>(
    act: A,
    input: ActInput<A>,
    before?: () => Promise<void> | undefined,
  ): Promise<Result<ActAnswer<A>> | undefined> {
    const store = this.#store();
    if (!store || this.pending === act) return undefined;
    if (!this.#host.dispatchEvent(new ActionEvent({ action: act, input }))) return undefined;
    this.#failures.delete(store);
    this.#pending.set(store, act);
    this.#host.requestUpdate();
    const earlier = before?.();
    if (earlier) await earlier;
    const result = await store.run(act, input);
    this.#pending.delete(store);
    if (!result.ok) this.#failures.set(store, { act, error: result.error });
    this.#host.requestUpdate();
    if (result.ok) {
      // The answer itself must not wait here until the state has caught up: it may hold a secret.
      const answered = snapshotIn(result.value);
      void result.settled.then(() => this.#tell(act, answered ?? store.state.snapshot.value));
    }
    return result;
  }

  dismiss() {
    const store = this.#store();
    if (store) this.#failures.delete(store);
    this.#host.requestUpdate();
  }

  #tell(action: Act, snapshot: Snapshot | undefined) {
    if (!snapshot) return;
    const { phase, version } = snapshot;
    this.#host.dispatchEvent(new ChangedEvent({ action, phase, version }));
  }
}

const at = <T>(map: WeakMap<PipelineStore, T>, store: PipelineStore | undefined): T | undefined =>
  store && map.get(store);

/** Where the subscription stands after an act, where its answer says so. */
const snapshotIn = (answer: unknown): Snapshot | undefined =>
  (answer as { snapshot?: Snapshot } | undefined)?.snapshot;
