import { html, nothing, type LitElement } from 'lit';
import type { Missing } from '../connect/missing.js';
import { OneVoice } from '../connect/one-voice.js';
import type { StoreController } from '../connect/store-controller.js';
import { failure, retryButton, type FailureWords } from './failure.js';
import { keepFocus } from './keep-focus.js';

/** Milliseconds after which nobody believes any more that it is on its way. */
const LONG = 8_000;

/**
 * Speaks for an element that has nothing to show. What holds for all elements of a store is said by
 * one of them: that it takes long, or why nothing could be read.
 */
export class LoadNotice {
  #host: LitElement;
  #slice: StoreController<Partial<Missing>>;
  #words: FailureWords;
  #slow: OneVoice;
  #failed: OneVoice;

  /** @param isWaiting Whether skeletons are shown. */
  constructor(
    host: LitElement,
    slice: StoreController<Partial<Missing>>,
    words: FailureWords,
    isWaiting = () => !slice.value?.isKnown && !slice.value?.error,
  ) {
    this.#host = host;
    this.#slice = slice;
    this.#words = words;
    this.#slow = new OneVoice(host, () => isWaiting() && slice.store, LONG);
    this.#failed = new OneVoice(host, () => slice.value?.error);
  }

  /** Whether it is for this element to say why there is nothing. */
  get speaks(): boolean {
    return this.#failed.speaks;
  }

  /** Belongs beside skeletons, not into what is `aria-busy`: nothing in there is read out. */
  waiting() {
    const words = this.#words;
    const { speaks } = this.#slow;
    return html`<span class="hidden-visually">${words.say('shared.loading')}</span>
      <p class=${speaks ? 'slow small muted' : 'hidden-visually'} role="status">
        ${speaks ? words.say('shared.slow') : nothing}
      </p>`;
  }

  /** @param title What is missing, in words. */
  failed(title: string) {
    const { error, isRetrying } = this.#slice.value!;
    const options = {
      words: this.#words,
      error: error!,
      title,
      pending: isRetrying,
      onRetry: () => void this.#retry(),
    };
    return this.speaks
      ? failure(options)
      : html`<div class="actions" part="error">
          <p class="small muted">${title}</p>
          ${retryButton(options)}
        </div>`;
  }

  async #retry() {
    await this.#slice.store?.refresh();
    await keepFocus(this.#host, '.title, .steps');
  }
}
