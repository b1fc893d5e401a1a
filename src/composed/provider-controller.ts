import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createHttpAdapter, type HeadersSource, type PipelineAdapter } from '../adapter/index.js';
import { ensureContextRoot, storeContext, stringsContext } from '../connect/context.js';
import { AuthRequiredEvent, ChangedEvent, PipelineErrorEvent } from '../connect/events.js';
import { checkProperties } from '../connect/misuse.js';
import type { Strings } from '../connect/strings.js';
import { createStore, type PipelineStore } from '../store/index.js';

/** An element that a page tells where its data is. */
export interface ProviderHost extends ReactiveControllerHost, HTMLElement {
  baseUrl?: string | undefined;
  subscription?: string | undefined;
  headers?: HeadersSource | undefined;
  account?: string | undefined;
  adapter?: PipelineAdapter | undefined;
  store?: PipelineStore | undefined;
  strings?: Strings | undefined;
}

export interface ProviderOptions {
  /** Whether there is nothing to show without a subscription. */
  needsSubscription?: boolean;
}

/**
 * Makes an element the source of the store and the phrases for all that is inside it, in its
 * children as in its own shadow tree. What the page does not give comes from a provider around.
 */
export class ProviderController implements ReactiveController {
  /** The page's own store; it wins over one made here. */
  given: PipelineStore | undefined;
  #host: ProviderHost;
  #needsSubscription: boolean;
  #made: PipelineStore | undefined;
  #madeOf: readonly unknown[] = [];
  #account: string | undefined;
  #headers: HeadersSource | undefined;
  /** Something was refused since the page last gave headers. */
  #isSignedOut = false;
  #told: PipelineStore | undefined;
  #leave: (() => void) | undefined;
  #store: ContextProvider<typeof storeContext>;
  #strings: ContextProvider<typeof stringsContext>;
  #outerStore: ContextConsumer<typeof storeContext, ProviderHost>;
  #outerStrings: ContextConsumer<typeof stringsContext, ProviderHost>;

  constructor(host: ProviderHost, { needsSubscription = false }: ProviderOptions = {}) {
    this.#host = host;
    this.#needsSubscription = needsSubscription;
    host.addController(this);
    this.#store = new ContextProvider(host, { context: storeContext });
    this.#strings = new ContextProvider(host, { context: stringsContext });
    this.#outerStore = new ContextConsumer(host, { context: storeContext, subscribe: true });
    this.#outerStrings = new ContextConsumer(host, { context: stringsContext, subscribe: true });
  }

  /** The store that the element's content lives on. */
  get store(): PipelineStore | undefined {
    return this.given ?? this.#made;
  }

  hostConnected() {
    ensureContextRoot();
    checkProperties(this.#host);
    this.#tellOf(this.store);
  }

  hostDisconnected() {
    this.#tellOf(undefined);
  }

  /** An update gathers all that the page sets at once, so one store comes of it. */
  hostUpdate() {
    checkProperties(this.#host);
    this.#make();
    this.#tryAgain();
    if (this.#host.isConnected) this.#tellOf(this.store);
    this.#store.setValue(this.store ?? this.#outerStore.value);
    this.#strings.setValue(this.#host.strings ?? this.#outerStrings.value);
  }

  /** Reads everything anew, the queue included. */
  async refresh(): Promise<void> {
    const store = this.#store.value;
    store?.touchQueue();
    await store?.refresh();
  }

  #make() {
    const host = this.#host;
    const subscription = host.subscription || undefined;
    const isComplete = subscription !== undefined || !this.#needsSubscription;
    // An attribute that is taken away is null.
    const given = host.adapter ?? host.baseUrl ?? undefined;
    const source = this.given || !isComplete ? undefined : given;
    // Whoever comes after somebody else begins anew; a name that only comes late changes nobody.
    const account = host.account || this.#account;
    const isOther = this.#account !== undefined && account !== this.#account;
    this.#account = account;
    if (source === this.#madeOf[0] && subscription === this.#madeOf[1] && !isOther) return;
    this.#madeOf = [source, subscription];
    this.#made =
      source === undefined
        ? undefined
        : createStore({ adapter: adapterOf(source, host), subscription });
  }

  /** Headers that come late, or anew, are what a page that is signed out has been waiting for. */
  #tryAgain() {
    const { headers } = this.#host;
    if (headers === this.#headers) return;
    this.#headers = headers;
    if (!this.#isSignedOut) return;
    this.#isSignedOut = false;
    void this.refresh();
  }

  /** Tells the page what becomes known through a store of its own; a provider around tells of others. */
  #tellOf(store: PipelineStore | undefined) {
    if (store === this.#told) return;
    this.#leave?.();
    this.#told = store;
    this.#leave = store && this.#listen(store);
  }

  #listen(store: PipelineStore): () => void {
    const host = this.#host;
    const leaveErrors = store.onError(({ error, action }) => {
      host.dispatchEvent(new PipelineErrorEvent(error, action));
      if (error.code !== 'not_signed_in') return;
      this.#isSignedOut = true;
      host.dispatchEvent(new AuthRequiredEvent());
    });
    const leaveChanges = store.onChange((change) => host.dispatchEvent(new ChangedEvent(change)));
    return () => {
      leaveErrors();
      leaveChanges();
    };
  }
}

function adapterOf(source: PipelineAdapter | string, host: ProviderHost): PipelineAdapter {
  if (typeof source !== 'string') return source;
  return createHttpAdapter({
    baseUrl: source,
    // Asked for at each request, so that others need no new store.
    get headers() {
      return host.headers;
    },
    get account() {
      return host.account;
    },
  });
}
