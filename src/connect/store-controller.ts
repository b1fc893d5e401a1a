import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PipelineStore, StoreState } from '../store/index.js';
import { ensureContextRoot, storeContext } from './context.js';
import { checkProperties } from './misuse.js';

/** An element that reads from a store: its own one, else the nearest provider's. */
export interface StoreHost extends ReactiveControllerHost, HTMLElement {
  store?: PipelineStore | undefined;
}

/**
 * Gives an element its slice of the store. The element renders again only when a part of the slice
 * is another one; parts that did not change keep their identity in the store.
 */
export class StoreController<T extends object> implements ReactiveController {
  /** Undefined while there is no store. */
  value: T | undefined;
  #host: StoreHost;
  #select: (state: StoreState) => T;
  #onStore: ((store: PipelineStore) => () => void) | undefined;
  #provided: PipelineStore | undefined;
  #store: PipelineStore | undefined;
  #leave: (() => void) | undefined;

  /**
   * @param select May read the host's own properties; it is asked again at each update.
   * @param onStore Called with each store that the element comes to follow; what it returns is
   *   called when it leaves it.
   */
  constructor(
    host: StoreHost,
    select: (state: StoreState) => T,
    onStore?: (store: PipelineStore) => () => void,
  ) {
    this.#host = host;
    this.#select = select;
    this.#onStore = onStore;
    host.addController(this);
    // The consumer would keep its last value where there is no provider any more, so it is kept here.
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#provided = store;
        this.#follow();
      },
    });
  }

  get store(): PipelineStore | undefined {
    return this.#store;
  }

  hostConnected() {
    ensureContextRoot();
    this.#follow();
  }

  hostDisconnected() {
    this.#provided = undefined;
    this.#follow();
  }

  hostUpdate() {
    this.#follow();
    this.#read();
  }

  #follow() {
    checkProperties(this.#host);
    const store = this.#host.isConnected ? (this.#host.store ?? this.#provided) : undefined;
    if (store === this.#store) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#store = store;
    if (store) {
      const leaveStore = store.subscribe(() => this.#read() && this.#host.requestUpdate());
      const leaveMore = this.#onStore?.(store);
      this.#leave = () => {
        leaveMore?.();
        leaveStore();
      };
    }
    if (this.#read()) this.#host.requestUpdate();
  }

  /** Whether the slice changed. */
  #read(): boolean {
    const before = this.value;
    const next = this.#store && this.#select(this.#store.state);
    if (isSame(before, next)) return false;
    this.value = next;
    return true;
  }
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  if (!one || !other) return one === other;
  const names = Object.keys(other) as never[];
  return (
    names.length === Object.keys(one).length &&
    names.every((name) => Object.is(one[name], other[name]))
  );
}
