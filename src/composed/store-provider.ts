import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { HeadersSource, PipelineAdapter } from '../adapter/index.js';
import type { Strings } from '../connect/strings.js';
import type { PipelineStore } from '../store/index.js';
import { ProviderController, type ProviderOptions } from './provider-controller.js';
import type { Theme } from './theme.styles.js';

/** An element that a page tells where its data is, for all that is inside it. */
export class StoreProvider extends LitElement {
  #provider: ProviderController;

  /** Where the paths of the contract begin, such as `/api`. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;
  /** For a page whose `color-scheme` does not say that it is light or dark. */
  @property({ reflect: true, useDefault: true }) theme: Theme = 'auto';
  /** Headers for each request, or a function that is asked for them. Changing it takes effect at the next request. */
  @property({ attribute: false }) headers?: HeadersSource | undefined;
  /** Who is signed in, as any text that differs by account: tabs of one account then share one stream of events, and another account begins anew. Not needed where cookies alone sign in. */
  @property() account?: string | undefined;
  /** In place of the HTTP adapter for `base-url`. */
  @property({ attribute: false }) adapter?: PipelineAdapter | undefined;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings | undefined;

  constructor(options?: ProviderOptions) {
    super();
    this.#provider = new ProviderController(this, options);
  }

  /** The store in use. One that is set wins over one made from the other properties. */
  @property({ attribute: false })
  get store(): PipelineStore | undefined {
    return this.#provider.store;
  }
  set store(store: PipelineStore | undefined) {
    this.#provider.given = store;
  }

  /** Reads everything anew, for instance once the person has signed in again. */
  refresh(): Promise<void> {
    return this.#provider.refresh();
  }
}
