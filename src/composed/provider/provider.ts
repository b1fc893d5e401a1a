import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { StoreProvider } from '../store-provider.js';
import type { NavigateEvent } from '../../connect/events.js';
import { Kin } from '../kin.js';
import { leadOn } from '../lead-on.js';
import { themeStyles } from '../theme.styles.js';

/**
 * @summary Hands one store to every element inside it, wherever it stands in the page, and leads
 *   from one to another. Draws nothing itself. Everything may be set before or after it is in the page, in any order.
 *
 * @slot - The elements, among any markup of the page
 * @fires {PipelineErrorEvent} golive-error - Something failed; once for each error
 * @fires {AuthRequiredEvent} golive-auth-required - The person has to sign in again
 * @fires {ChangedEvent} golive-changed - Somebody else changed the subscription
 */
export class PipelineProvider extends StoreProvider {
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

  /** The id of the subscription; absent on a reviewers' page. */
  @property() subscription?: string | undefined;

  override render() {
    return html`<slot @golive-navigate=${this.#onNavigate}></slot>`;
  }

  #onNavigate = (event: NavigateEvent) => leadOn(event, this, this.#kin);
}
