import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import {
  NavigateEvent,
  StoreController,
  WordsController,
  type Strings,
} from '../../connect/index.js';
import type { Lane } from '../../contract/index.js';
import { credentialKinds, credentials } from '../../i18n/en/credentials.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { Modal } from '../../ui/modal.js';
import type { CardModel, Question } from './card-parts.js';
import { inputOf } from './confirmation.js';
import { Countdown } from './countdown.js';
import { CredentialActs } from './credential-acts.js';
import { credentialCardStyles } from './credential-card.styles.js';
import { renderCard } from './credential-card.view.js';
import { DialogsLoader } from './dialogs-loader.js';
import { NOTHING_KNOWN, selectLane } from './lane-slice.js';
import { LaneWatch, timesOf } from './lane-watch.js';
import { REVEALED } from './secret-holder.js';

/** A page may write anything. */
const toLane = (value: unknown): Lane => (value === 'production' ? value : 'sandbox');

/**
 * @summary The credentials of one lane: to be created, shown in full once, masked from then on; with
 *   Regenerate, Rotate Secret and a token where the host offers them. A lane that is closed says
 *   why, and what opens it.
 *
 * @fires golive-action - Before an act; may be prevented
 * @fires golive-changed - After an act
 * @fires golive-navigate - The person wants to edit the submission
 *
 * @csspart card - The card
 * @csspart title - Its heading
 * @csspart chip - The state beside the heading
 * @csspart rows - The list of values
 * @csspart row - One value with its label
 * @csspart actions - The buttons
 * @csspart dialog - The dialogs: what is shown once, and what is asked first
 * @csspart error - What failed, and why
 */
export class CredentialCard extends LitElement {
  static override styles = credentialCardStyles;

  /** Whose credentials it shows: `sandbox` or `production`. */
  @property({ converter: toLane }) lane: Lane = 'sandbox';
  /** Minutes after which a secret that is shown is hidden; an hour at most. */
  @property({ type: Number, attribute: 'hide-after' }) hideAfter = 5;
  /** The store to show; the nearest provider's when absent. */
  @property({ attribute: false }) store?: PipelineStore;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings;

  #slice = new StoreController(
    this,
    (state) => selectLane(state, toLane(this.lane)),
    (store) => this.#follow(store),
  );
  #words = new WordsController(this, { credentials, credentialKinds, shared, errors });
  #announcer = new Announcer(this);
  #watch = new LaneWatch(this, {
    slice: this.#slice,
    words: this.#words,
    announcer: this.#announcer,
  });
  #acts = new CredentialActs(this, {
    slice: this.#slice,
    words: this.#words,
    announcer: this.#announcer,
    watch: this.#watch,
  });
  #dialogs = new DialogsLoader(this, () => this.#slice.store);
  #countdown = new Countdown(this);
  #copier = new Copier(this);
  // A question may stand over the secret, so it has to close first.
  #questionModal = new Modal(this);
  #revealModal = new Modal(this);
  #copiedName = '';
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
    this.lane = toLane(this.lane);
    if (changed.has('lane') && this.hasUpdated) {
      this.#dialogs.forget();
      this.#acts.forget();
    }
    this.#acts.look();
    // What was selected in a dialog is gone with it.
    if (!this.#acts.holder.about && this.#copier.blocked?.startsWith(REVEALED)) {
      this.#copier.blocked = undefined;
    }
  }

  /** Leads here: whoever reads goes on at the title. */
  override focus(options?: FocusOptions) {
    this.shadowRoot?.getElementById('title')?.focus(options);
  }

  override render() {
    const model = this.#model();
    return html`${renderCard(model)}${this.#renderReveal(model)}${this.#renderQuestion(model)}
    ${this.#announcer.render()}`;
  }

  protected override updated() {
    if (this.#slice.value?.isKnown && !this.#slice.value.isClosed) this.#dialogs.expect();
    // When what had the focus is gone, it goes on where that is told, else at the title.
    if (this.#hadFocus && document.activeElement === document.body) {
      const root = this.shadowRoot!;
      const { news } = this.#watch;
      ((news && root.getElementById(`ended-${news.id}`)) ?? root.getElementById('title'))!.focus();
    }
  }

  /** Nothing that was pressed for one store is done for another. */
  #follow(store: PipelineStore) {
    const leave = this.#acts.follow(store);
    return () => {
      this.#dialogs.forget();
      leave();
    };
  }

  #model(): CardModel {
    const { store, value = NOTHING_KNOWN } = this.#slice;
    const dialogs = this.#dialogs;
    const slice = dialogs.pending ? { ...value, pending: dialogs.pending } : value;
    const { now, overlaps, ended } = this.#watch;
    const left = (time: string) => this.#countdown.left(Date.parse(time), now);
    // Whatever ends by itself is drawn again when it does.
    for (const end of timesOf(slice.credential)) left(end);
    return {
      lane: this.lane,
      slice,
      words: this.#words,
      copier: this.#copier,
      now,
      left,
      overlaps,
      ended,
      isLost: this.#acts.isLost(slice.credential),
      loss: this.#acts.loss,
      notice: this.#acts.notice,
      hideAfter: this.#acts.minutes,
      failures: this.#failures,
      onAct: (verb) => dialogs.before({ verb, asks: false, act: () => void this.#acts.run(verb) }),
      onAsk: (question) => this.#ask(question),
      onCopy: (id, name, value) => void this.#copy(id, name, value),
      onEditSubmission: () => this.dispatchEvent(new NavigateEvent({ target: 'submission' })),
      onReload: () => void store?.refresh(),
    };
  }

  get #failures(): CardModel['failures'] {
    const { failure } = this.#dialogs;
    if (!failure) return this.#acts.failures;
    return [{ ...failure, title: this.#words.say(`credentials.${failure.verb}Failed`) }];
  }

  #ask(question: Question) {
    const verb = question.verb === 'close' ? question.held : question.verb;
    this.#dialogs.before({ verb, asks: true, act: () => this.#acts.confirmation.ask(question) });
  }

  #renderReveal(model: CardModel) {
    const { holder } = this.#acts;
    const { about, secret } = holder;
    const { part } = this.#dialogs;
    if (!about || !secret || !part) return this.#revealModal.render(undefined);
    return this.#revealModal.render({
      labelledBy: 'reveal',
      describedBy: 'once',
      onCancel: () => this.#ask({ verb: 'close', held: about.verb }),
      content: part.renderReveal({
        ...model,
        secret,
        about,
        hiddenIn: this.#countdown.left(holder.end, Date.now()),
        copiedName: this.#copiedName,
        isExtended: holder.isExtended,
        onDownload: (text) => holder.download(text, `${this.lane}.env`),
        onExtend: () => holder.extend(model.hideAfter * 60_000),
        onSaved: () => this.#acts.save(),
      }),
    });
  }

  #renderQuestion(model: CardModel) {
    const { confirmation } = this.#acts;
    const { question, answers } = confirmation;
    const { part } = this.#dialogs;
    if (!question || !part || !this.#isOpen(question, model))
      return this.#questionModal.render(undefined);
    const isClosing = question.verb === 'close';
    const onCancel = () => confirmation.ask();
    return this.#questionModal.render({
      labelledBy: 'question',
      describedBy: 'question-text fate',
      alert: isClosing,
      onCancel,
      content: part.renderQuestion(question, {
        ...model,
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

  async #copy(id: string, name: string, value: string) {
    this.#copiedName = name;
    const isCopied = await this.#copier.copy(id, value, () => this.shadowRoot!.getElementById(id));
    // A dialog says it itself: what stands outside of it is not read out.
    if (this.#acts.holder.about) return;
    this.#announcer.announce(
      this.#words.say(isCopied ? 'shared.copiedNamed' : 'shared.copyBlocked', { name }),
    );
  }
}
