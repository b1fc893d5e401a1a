// Fetched before anything is done or asked; nothing but the loader may import it.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adoptStyles } from '../../connect/on-demand.js';
import type { StoreController, WordsController } from '../../connect/index.js';
import type { Credential, Lane } from '../../contract/index.js';
import { credentialActs } from '../../i18n/en/credential-acts.js';
import type { PipelineStore } from '../../store/index.js';
import type { Announcer } from '../../ui/announcer.js';
import type { Copier } from '../../ui/copier.js';
import { Modal } from '../../ui/modal.js';
import { actsPartStyles } from './acts-part.styles.js';
import type { ActQuestion, ActsWords, CardModel, CardSections, Question } from './card-parts.js';
import { inputOf } from './confirmation.js';
import { renderQuestion } from './confirmation.view.js';
import { Countdown } from './countdown.js';
import { CredentialActs } from './credential-acts.js';
import type { LaneSlice, Verb } from './lane-slice.js';
import type { LaneWatch } from './lane-watch.js';
import { renderNotice } from './notice.view.js';
import { renderReveal } from './reveal.view.js';
import { REVEALED } from './secret-holder.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  lane: Lane;
  hideAfter: number;
}

interface Options {
  slice: StoreController<LaneSlice>;
  words: WordsController<CardSections>;
  announcer: Announcer;
  watch: LaneWatch;
  copier: Copier;
}

/**
 * What a card does without until something is pressed: its acts, what comes of them, and the dialogs that
 * ask and reveal. A secret is never asked for before what shows it is there, as both come together.
 */
export class ActsPart implements ReactiveController {
  #host: Host;
  #words: ActsWords;
  #copier: Copier;
  #acts: CredentialActs;
  #countdown: Countdown;
  // A question may stand over the secret, so it has to close first.
  #questionModal: Modal;
  #revealModal: Modal;
  #copiedName = '';

  constructor(host: Host, { words, copier, ...options }: Options) {
    adoptStyles(host, actsPartStyles);
    this.#host = host;
    this.#words = words.add({ credentials: credentialActs });
    this.#copier = copier;
    this.#acts = new CredentialActs(host, { ...options, words: this.#words });
    this.#countdown = new Countdown(host);
    this.#questionModal = new Modal(host);
    this.#revealModal = new Modal(host);
    host.addController(this);
  }

  hostUpdate() {
    this.#acts.look();
    // What was selected in a dialog is gone with it.
    if (!this.#acts.holder.about && this.#copier.blocked?.startsWith(REVEALED)) {
      this.#copier.blocked = undefined;
    }
  }

  /** To be called with each store; what it gives, on leaving it. */
  follow = (store: PipelineStore): (() => void) => this.#acts.follow(store);

  /** For another lane. */
  forget() {
    this.#acts.forget();
  }

  run(verb: Verb) {
    void this.#acts.run(verb);
  }

  ask(question: ActQuestion) {
    this.#acts.confirmation.ask(question);
  }

  /** Whether a secret that nobody confirmed to have is not lost: it is on its way, shown, or saved. */
  has = (credential: Credential): boolean => this.#acts.has(credential);

  /** What the card shows of it. */
  get said(): Pick<CardModel, 'failures' | 'loss' | 'notice'> {
    const { failures, loss, notice, minutes } = this.#acts;
    return {
      failures,
      loss: loss && this.#words.say(`credentials.lost${loss}`),
      notice: notice && renderNotice(notice, this.#words, minutes),
    };
  }

  /** To be rendered always at the same place. */
  render(model: CardModel) {
    return [this.#renderReveal(model), this.#renderQuestion(model)];
  }

  #renderReveal(model: CardModel) {
    const { holder } = this.#acts;
    const { about, secret } = holder;
    if (!about || !secret) return this.#revealModal.render(undefined);
    const { minutes } = this.#acts;
    return this.#revealModal.render({
      labelledBy: 'reveal',
      describedBy: 'once',
      onCancel: () => this.#acts.confirmation.ask({ verb: 'close', held: about.verb }),
      content: renderReveal({
        ...model,
        words: this.#words,
        secret,
        about,
        minutes,
        hiddenIn: this.#countdown.left(holder.end, Date.now()),
        copiedName: this.#copiedName,
        isExtended: holder.isExtended,
        onCopy: (id, name, value) => this.#copy(id, name, value),
        onDownload: (text) => holder.download(text, `${model.lane}.env`),
        onExtend: () => holder.extend(minutes * 60_000),
        onSaved: () => this.#acts.save(),
      }),
    });
  }

  #renderQuestion(model: CardModel) {
    const { confirmation } = this.#acts;
    const { question, answers } = confirmation;
    if (!question || !this.#isOpen(question, model)) return this.#questionModal.render(undefined);
    const onCancel = () => confirmation.ask();
    return this.#questionModal.render({
      labelledBy: 'question',
      describedBy: 'question-text fate',
      alert: question.verb === 'close',
      onCancel,
      content: renderQuestion(question, {
        ...model,
        words: this.#words,
        answers,
        onAnswer: (change) => confirmation.answer(change),
        onCancel,
        onConfirm: () => {
          if (question.verb === 'close') this.#acts.close();
          else void this.#acts.run(question.verb, inputOf(question, model, answers));
        },
        onMistyped: () => {
          confirmation.answer({ isMistyped: true });
          this.#questionModal.focus('#word');
        },
      }),
    });
  }

  /** Whether what is asked about is still there. */
  #isOpen(question: Question, { slice, overlaps }: CardModel): boolean {
    if (question.verb === 'close') return this.#acts.holder.about !== undefined;
    if (question.verb === 'retire_secret') {
      return overlaps.some(({ id }) => id === question.secret.id);
    }
    return !!slice.credential;
  }

  /** The dialog says itself what came of it: what stands outside of it is not read out. */
  #copy(id: string, name: string, value: string) {
    this.#copiedName = name;
    void this.#copier.copy(id, value, () => this.#host.shadowRoot!.getElementById(id));
  }
}
