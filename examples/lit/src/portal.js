import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { headers, readSubscriptions, reviewer, strings } from './backend.js';

class Portal extends LitElement {
  static properties = {
    role: { state: true },
    phase: { state: true },
    isFrozen: { state: true },
    log: { state: true },
    subscriptions: { state: true },
  };

  constructor() {
    super();
    this.role = 'developer';
    this.phase = '';
    this.isFrozen = false;
    this.log = [];
    this.subscriptions = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.subscriptions = await readSubscriptions();
    this.phase = this.subscriptions[0].snapshot.phase;
  }

  render() {
    return html`
      <button @click=${() => (this.role = 'developer')}>Developer</button>
      <button @click=${() => (this.role = 'reviewer')}>Reviewer</button>
      <p id="phase">${this.phase}</p>
      <p id="log">${this.log.join(', ')}</p>
      ${this.role === 'reviewer' ? this.#renderReviewer() : this.#renderDeveloper()}
    `;
  }

  #renderReviewer() {
    return html`<golive-review-desk
      .adapter=${reviewer}
      @golive-changed=${this.#onChanged}
    ></golive-review-desk>`;
  }

  #renderDeveloper() {
    return html`
      <label>
        <input
          type="checkbox"
          .checked=${this.isFrozen}
          @change=${({ target }) => (this.isFrozen = target.checked)}
        />Change freeze
      </label>
      <golive-provider
        base-url="/api"
        subscription="sub_1"
        .headers=${headers}
        .strings=${strings}
        @golive-action=${this.#onAction}
        @golive-changed=${this.#onChanged}
        @golive-error=${this.#onError}
      >
        <golive-stepper></golive-stepper>
        <golive-credential-card lane="sandbox"></golive-credential-card>
        <golive-submission></golive-submission>
        ${
          this.phase === 'production'
            ? html`<golive-credential-card lane="production"></golive-credential-card>`
            : ''
        }
      </golive-provider>
      <button @click=${() => (this.subscriptions = this.subscriptions.toReversed())}>
        Reverse
      </button>
      <ul>
        ${repeat(
          this.subscriptions,
          ({ snapshot }) => snapshot.id,
          ({ snapshot, store }) =>
            html`<li>${snapshot.name}<golive-stepper .store=${store}></golive-stepper></li>`,
        )}
      </ul>
    `;
  }

  #onChanged({ detail }) {
    this.phase = detail.phase;
  }

  #onError({ detail }) {
    this.log = [...this.log, `Error: ${detail.code}`];
  }

  #onAction(event) {
    if (!this.isFrozen) return;
    event.preventDefault();
    this.log = [...this.log, `Stopped: ${event.detail.action}`];
  }
}

customElements.define('acme-portal', Portal);
void import('./elements.js');
