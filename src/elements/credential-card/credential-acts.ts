import type { ReactiveControllerHost } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import { ActController, type StoreController } from '../../connect/index.js';
import type {
  Credential,
  IssuedCredential,
  IssuedToken,
  Lane,
  Retirement,
  Rotation,
} from '../../contract/index.js';
import { hasSecret, isUndelivered } from '../../rules/transitions.js';
import type { PipelineStore } from '../../store/index.js';
import type { Announcer } from '../../ui/announcer.js';
import type { ActsWords, CardModel, Notice } from './card-parts.js';
import { Confirmation } from './confirmation.js';
import { Deliveries } from './deliveries.js';
import { ofCredential, ofToken } from './issued.js';
import type { LaneSlice, Verb } from './lane-slice.js';
import type { LaneWatch } from './lane-watch.js';
import { SecretHolder, type About, type Secret } from './secret-holder.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  lane: Lane;
  hideAfter: number;
}

interface Options {
  slice: StoreController<LaneSlice>;
  words: ActsWords;
  announcer: Announcer;
  watch: LaneWatch;
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
  readonly confirmation: Confirmation;
  notice: Notice | undefined;
  /** How it was lost, where that is known. */
  loss: 'Dropped' | 'Closed' | undefined;
  #host: Host;
  #options: Options;
  #acts: ActController;
  #asked: Asked | undefined;
  #deliveries: Deliveries;
  /** What is shown, once the state knows of it. */
  #inUse: About | undefined;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#acts = new ActController(host, () => options.slice.store);
    this.confirmation = new Confirmation(host);
    this.#deliveries = new Deliveries(host, options.slice);
    this.holder = new SecretHolder(host, ({ verb }) => this.#tell('hidden', verb));
  }

  /** Minutes that a secret is shown for. */
  get minutes(): number {
    const { hideAfter } = this.#host;
    return hideAfter > 0 ? Math.min(hideAfter, 60) : 5;
  }

  /** To be called with each store; what it gives, on leaving it. Nothing is shown across stores. */
  follow(store: PipelineStore): () => void {
    const leave = store.onError(({ error }) => {
      if (error.code === 'not_signed_in' || error.status === 401) this.#hide('signedOut');
    });
    return () => {
      leave();
      this.forget();
    };
  }

  /** Before each drawing: what was replaced meanwhile, here or elsewhere, is of no use to anybody. */
  look() {
    const { about } = this.holder;
    const credential = this.#options.slice.value?.credential;
    if (!about || credential === undefined) return;
    const works =
      credential?.id === about.credentialId &&
      about.secretIds.every((id) => credential?.secrets.some((secret) => secret.id === id));
    if (works) this.#inUse = about;
    // Before that the state had not caught up with it.
    else if (this.#inUse === about) this.#hide('replaced');
  }

  /** For another lane or store. */
  forget() {
    this.holder.wipe();
    this.confirmation.ask();
    this.notice = this.loss = this.#asked = this.#deliveries.untold = undefined;
    this.#acts.dismiss();
  }

  async run(verb: Verb, input?: Rotation | Retirement, error?: PipelineError) {
    const { lane } = this.#host;
    const { store, value: slice } = this.#options.slice;
    if (slice?.pending || this.#asked?.isOpen) return;
    const asked = { verb, input, credential: slice?.credential, isOpen: true, error };
    this.#asked = asked;
    this.confirmation.ask();
    this.#options.watch.clear();
    this.notice = this.#deliveries.untold = undefined;
    if (issues(verb)) this.loss = undefined;
    const result = await this.#acts.run(`${verb}:${lane}`, input);
    asked.isOpen = false;
    // Whoever asked looks elsewhere now: what came is dropped, and shows as lost where it belongs.
    if (this.#host.lane !== lane || this.#options.slice.store !== store) {
      this.#acts.dismiss();
    } else if (result?.ok) {
      this.#receive(asked, result.value);
    } else if (result) {
      this.#fail(asked, result.error);
    }
    this.#host.requestUpdate();
  }

  /** The person has it: it goes from here, and the host is told. */
  save() {
    const { about } = this.holder;
    this.holder.wipe();
    if (about?.delivery) void this.#deliveries.tell(about.delivery);
  }

  /** The person lets it go. */
  close() {
    this.confirmation.ask();
    if (this.holder.about?.delivery) this.loss = 'Closed';
    this.holder.wipe();
  }

  /** Whether the secret that nobody confirmed to have is shown, on its way, or saved. */
  has(credential: Credential): boolean {
    const isShown = this.holder.about?.delivery !== undefined;
    const isComing = this.#asked?.isOpen && this.#asked.credential !== credential;
    return isShown || isComing || this.#deliveries.has(credential);
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
      error?.outcomeUnknown &&
      credential !== asked?.credential &&
      (isRetired(asked, credential) ||
        (credential && isUndelivered(credential) && !this.has(credential)));
    if (error && asked && !isTold) {
      failures.push({
        error,
        title: words.say(`credentials.${asked.verb}Failed`),
        isAct: true,
        pending: asked.isOpen,
        onRetry: () => void this.run(asked.verb, asked.input, error),
      });
    }
    const { untold } = this.#deliveries;
    if (untold) {
      failures.push({
        ...untold,
        title: words.say('credentials.deliveryFailed'),
        isAct: true,
        onRetry: () => void this.#deliveries.tell(untold.delivery),
      });
    }
    return failures;
  }

  #receive(asked: Asked, answer: IssuedCredential | IssuedToken | undefined) {
    const { verb } = asked;
    if (answer && 'accessToken' in answer) return this.#receiveToken(verb, answer);
    this.#announce(`${verb}Done`);
    if (!answer) this.#retire(asked);
    if (answer?.replayed) this.loss = 'Dropped';
    else if (answer && answer.revealed.length > 0 && hasSecret(answer.credential)) {
      this.#hold(ofCredential(verb, answer));
    }
  }

  #receiveToken(verb: Verb, token: IssuedToken) {
    const { words, slice } = this.#options;
    if (token.accessToken === null) return this.#tell('tokenLost', verb);
    this.#announce(`${verb}Done`);
    const { links, credential } = slice.value ?? {};
    const label = words.say('credentials.accessToken');
    const endpoint = links?.[`${this.#host.lane}Endpoint`];
    this.#hold(ofToken(verb, token, { label, endpoint, credentialId: credential?.id }));
  }

  #hold([secret, about]: [Secret, About]) {
    this.holder.hold(secret, about, this.minutes * 60_000);
  }

  #fail(asked: Asked, error: PipelineError) {
    const { verb } = asked;
    if (error.code === 'secret_missing') {
      // It is what was asked for.
      this.#acts.dismiss();
      this.#announce(`${verb}Done`);
      return this.#retire(asked);
    }
    if (error.outcomeUnknown && issues(verb)) this.loss = 'Dropped';
    // The alert was there before, so it does not speak again on its own.
    if (asked.error) this.#announce(`${verb}Failed`);
  }

  #retire({ input }: Asked) {
    if (input && 'secretId' in input) this.#options.watch.retire(input.secretId);
  }

  #hide(what: 'signedOut' | 'replaced') {
    const { about } = this.holder;
    if (!about) return;
    this.holder.wipe();
    this.confirmation.ask();
    this.#tell(what, about.verb);
  }

  #announce(phrase: `${Verb}${'Done' | 'Failed'}`) {
    this.#options.announcer.announce(this.#options.words.say(`credentials.${phrase}`));
  }

  #tell(what: Notice['what'], verb: Verb) {
    const { minutes } = this;
    this.notice = { what, verb };
    const { announcer, words } = this.#options;
    announcer.announce(words.say(`credentials.${what}Title`, { count: minutes }));
    this.#host.requestUpdate();
  }
}

/** Whether an act makes credentials or a secret that are lost with its answer. */
const issues = (verb: Verb) => verb !== 'retire_secret' && verb !== 'generate_token';

/** Whether the secret that was to be retired works no more. */
const isRetired = (asked: Asked | undefined, credential: LaneSlice['credential']) =>
  asked?.input !== undefined &&
  'secretId' in asked.input &&
  !credential?.secrets.some(({ id }) => id === (asked.input as Retirement).secretId);
