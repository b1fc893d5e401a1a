import type { ReactiveControllerHost } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import { ActController, type StoreController } from '../../connect/index.js';
import type {
  Credential,
  Delivery,
  IssuedCredential,
  IssuedToken,
  Lane,
  Retirement,
  Rotation,
} from '../../contract/index.js';
import { hasSecret } from '../../rules/transitions.js';
import type { PipelineStore } from '../../store/index.js';
import type { Announcer } from '../../ui/announcer.js';
import type { CardModel, CardWords, Notice, Question } from './card-parts.js';
import { curlLine } from './curl-line.js';
import {
  deliveryOf,
  isSameDelivery,
  isUndelivered,
  type LaneSlice,
  type Verb,
} from './lane-slice.js';
import { SecretHolder, type About, type Secret } from './secret-holder.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  lane: Lane;
  hideAfter: number;
}

interface Options {
  slice: StoreController<LaneSlice>;
  words: CardWords;
  announcer: Announcer;
}

/** An act that was asked for here. */
interface Asked {
  verb: Verb;
  input: Rotation | Retirement | undefined;
  /** The credential as it was before. */
  credential: Credential | null | undefined;
  /** Its answer has not been dealt with yet. */
  isOpen: boolean;
  /** Why it failed, while it is tried again. */
  error: PipelineError | undefined;
}

/** Does what a card can do, and follows each secret that comes of it to where it ends. */
export class CredentialActs {
  readonly holder: SecretHolder;
  /** What is asked now. */
  question: Question | undefined;
  notice: Notice | undefined;
  loss: CardModel['loss'];
  #host: Host;
  #options: Options;
  #acts: ActController;
  #asked: Asked | undefined;
  /** What was saved here, whatever the snapshot knows of it yet. */
  #saved: Delivery | undefined;
  /** A delivery that the host could not be told of. */
  #untold: { delivery: Delivery; error: PipelineError; pending: boolean } | undefined;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#acts = new ActController(host, () => options.slice.store);
    this.holder = new SecretHolder(host, ({ verb }) => this.#tell({ what: 'hidden', verb }));
  }

  /** Minutes that a secret is shown for. */
  get minutes(): number {
    const { hideAfter } = this.#host;
    return hideAfter > 0 ? Math.min(hideAfter, 60) : 5;
  }

  /** To be called with each store; what it gives, on leaving it. Nothing is shown across stores. */
  follow(store: PipelineStore): () => void {
    const leave = store.onError(({ error }) => {
      const { about } = this.holder;
      if (!about || (error.code !== 'not_signed_in' && error.status !== 401)) return;
      this.holder.wipe();
      this.#tell({ what: 'signedOut', verb: about.verb });
    });
    return () => {
      leave();
      this.forget();
    };
  }

  /** For another lane or store. */
  forget() {
    this.holder.wipe();
    this.question = this.notice = this.loss = this.#asked = this.#untold = undefined;
    this.#acts.dismiss();
  }

  /** Nothing, to take a question back. */
  ask(question?: Question) {
    this.question = question;
    this.#host.requestUpdate();
  }

  async run(verb: Verb, input?: Rotation | Retirement, error?: PipelineError) {
    const { lane } = this.#host;
    const { store, value: slice } = this.#options.slice;
    if (slice?.pending || this.#asked?.isOpen) return;
    const asked = { verb, input, credential: slice?.credential, isOpen: true, error };
    this.#asked = asked;
    this.question = this.notice = this.loss = this.#untold = undefined;
    const result = await this.#acts.run(`${verb}:${lane}`, input);
    asked.isOpen = false;
    // Whoever asked looks elsewhere now: what came is dropped, and shows as lost where it belongs.
    if (this.#host.lane !== lane || this.#options.slice.store !== store) {
      this.#acts.dismiss();
    } else if (result?.ok) {
      this.#receive(verb, result.value);
    } else if (result) {
      this.#fail(verb, result.error, error !== undefined);
    }
    this.#host.requestUpdate();
  }

  /** The person has it: it goes from here, and the host is told. */
  save() {
    const { about } = this.holder;
    this.holder.wipe();
    if (about?.delivery) void this.#deliver(about.delivery);
  }

  /** The person lets it go. */
  close() {
    this.question = undefined;
    if (this.holder.about?.delivery) this.loss = 'Closed';
    this.holder.wipe();
  }

  /** Whether it exists and nobody has its secret. */
  isLost(credential: Credential | null | undefined): boolean {
    if (!credential || !isUndelivered(credential) || this.holder.about?.delivery) return false;
    // Its answer is on the way.
    if (this.#asked?.isOpen && this.#asked.credential !== credential) return false;
    return !isSameDelivery(this.#saved, deliveryOf(credential));
  }

  /** What failed, to be shown at the buttons. */
  get failures(): CardModel['failures'] {
    const { words, slice } = this.#options;
    const failures: CardModel['failures'] = [];
    const asked = this.#asked;
    const error = this.#acts.failure?.error ?? (asked?.isOpen ? asked.error : undefined);
    const credential = slice.value?.credential;
    // When the act was done all the same, the card says what became of it.
    const isTold =
      error?.outcomeUnknown && credential !== asked?.credential && this.isLost(credential);
    if (error && asked && !isTold) {
      failures.push({
        error,
        title: words.say(`credentials.${asked.verb}Failed`),
        pending: asked.isOpen,
        onRetry: () => void this.run(asked.verb, asked.input, error),
      });
    }
    const untold = this.#untold;
    if (untold) {
      failures.push({
        ...untold,
        title: words.say('credentials.deliveryFailed'),
        onRetry: () => void this.#deliver(untold.delivery),
      });
    }
    return failures;
  }

  #receive(verb: Verb, answer: IssuedCredential | IssuedToken | undefined) {
    if (answer && 'accessToken' in answer) return this.#receiveToken(verb, answer);
    this.#announce(`${verb}Done`);
    if (answer?.replayed) this.loss = 'Dropped';
    else if (answer && answer.revealed.length > 0 && hasSecret(answer.credential)) {
      this.#hold({ values: answer.revealed }, { verb, delivery: deliveryOf(answer.credential) });
    }
  }

  #receiveToken(verb: Verb, { accessToken, tokenType, expiresAt, curl }: IssuedToken) {
    const { words, slice } = this.#options;
    if (accessToken === null) return this.#tell({ what: 'tokenLost', verb });
    const endpoint = slice.value?.links?.[`${this.#host.lane}Endpoint`];
    const label = words.say('credentials.accessToken');
    this.#announce(`${verb}Done`);
    this.#hold(
      {
        values: [{ name: 'access_token', label, value: accessToken }],
        curl: curl ?? curlLine(endpoint, tokenType, accessToken),
      },
      { verb, expiresAt },
    );
  }

  #hold(secret: Secret, about: About) {
    this.holder.hold(secret, about, this.minutes * 60_000);
  }

  #fail(verb: Verb, error: PipelineError, isAgain: boolean) {
    if (error.code === 'secret_missing') {
      // It is what was asked for.
      this.#acts.dismiss();
      this.#announce(`${verb}Done`);
      return;
    }
    if (error.outcomeUnknown) this.loss = 'Dropped';
    // The alert was there before, so it does not speak again on its own.
    if (isAgain) this.#announce(`${verb}Failed`);
  }

  async #deliver(delivery: Delivery) {
    const { lane } = this.#host;
    const { store } = this.#options.slice;
    if (!store || this.#untold?.pending) return;
    if (this.#untold) this.#untold = { ...this.#untold, pending: true };
    this.#saved = delivery;
    this.#host.requestUpdate();
    const result = await store.confirmDelivery(lane, delivery);
    if (this.#host.lane !== lane || this.#options.slice.store !== store) return;
    this.#untold = result.ok ? undefined : { delivery, error: result.error, pending: false };
    if (!result.ok && !result.error.canRetry) {
      // They are others by now.
      this.#saved = undefined;
      void store.refresh();
    }
    this.#host.requestUpdate();
  }

  #announce(phrase: `${Verb}${'Done' | 'Failed'}`) {
    this.#options.announcer.announce(this.#options.words.say(`credentials.${phrase}`));
  }

  #tell(notice: Notice) {
    this.notice = notice;
    const count = this.minutes;
    const { announcer, words } = this.#options;
    announcer.announce(words.say(`credentials.${notice.what}Title`, { count }));
    this.#host.requestUpdate();
  }
}
