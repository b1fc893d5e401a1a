import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { HeadersSource, PipelineAdapter } from '../../adapter/index.js';
import type { NavigateEvent } from '../../connect/events.js';
import type { Strings } from '../../connect/strings.js';
import type { PipelineStore } from '../../store/index.js';
import { Kin } from '../kin.js';
import { leadOn } from '../lead-on.js';
import { ProviderController } from '../provider-controller.js';
import { themeStyles, type Theme } from '../theme.styles.js';

/**
 * @summary Hands one store to every element inside it, wherever it stands in the page, and leads
 *   from one to another. Draws nothing itself. Everything may be set before or after it is in the page, in any order.
 *
 * @slot - The elements, among any markup of the page
 * @fires {PipelineErrorEvent} golive-error - Something failed; once for each error
 * @fires {AuthRequiredEvent} golive-auth-required - The person has to sign in again
 * @fires {ChangedEvent} golive-changed - Somebody else changed the subscription
 */
export class PipelineProvider extends LitElement {
  static override styles = [
    themeStyles,
    css`
      :host {
        display: contents;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  #kin = new Kin(this, 'provider');
  #provider = new ProviderController(this);

  /** Where the paths of the contract begin, such as `/api`. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;
  /** The id of the subscription; absent on a reviewers' page. */
  @property() subscription?: string | undefined;
  /** For a page whose `color-scheme` does not say that it is light or dark. */
  @property({ reflect: true, useDefault: true }) theme: Theme = 'auto';
  /** Headers for each request, or a function that is asked for them. Changing it takes effect at the next request. */
  @property({ attribute: false }) headers?: HeadersSource | undefined;
  /** Who is signed in, as any text that differs by account: tabs of one account then share one stream of events, and another account begins anew. Not needed where cookies alone sign in. */
  @property() account?: string | undefined;
  /** In place of the HTTP adapter for `base-url`. */
  @property({ attribute: false }) adapter?: PipelineAdapter | undefined;
  /** The page's own phrases. */
  @property({ attribute: false }) strings?: Strings | undefined;

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

  override render() {
    return html`<slot @golive-navigate=${this.#onNavigate}></slot>`;
  }

  #onNavigate = (event: NavigateEvent) => leadOn(event, this, this.#kin);
}
