import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { NavigateEvent, StoreController, WordsController } from '../../connect/index.js';
import { StoreElement } from '../../connect/store-element.js';
import type { Lane } from '../../contract/index.js';
import { credentialKinds, credentials } from '../../i18n/en/credentials.js';
import { developerErrors as errors } from '../../i18n/en/developer-errors.js';
import { shared } from '../../i18n/en/shared.js';
import { isUndelivered } from '../../rules/transitions.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { ActsLoader } from './acts-loader.js';
import type { ActsPart } from './acts-part.js';
import type { CardModel } from './card-parts.js';
import { Countdown } from './countdown.js';
import { credentialCardStyles } from './credential-card.styles.js';
import { renderCard } from './credential-card.view.js';
import { NOTHING_KNOWN, selectLane } from './lane-slice.js';
import { LaneWatch, timesOf } from './lane-watch.js';

/** A page may write anything. */
const toLane = (value: unknown): Lane => (value === 'production' ? value : 'sandbox');

/**
 * @summary The credentials of one lane: to be created, shown in full once, masked from then on; with
 *   Regenerate, Rotate Secret and a token where the host offers them. A lane that is closed says
 *   why, and what opens it.
 *
 * @fires {ActionEvent} golive-action - Before an act; may be prevented
 * @fires {ChangedEvent} golive-changed - After an act
 * @fires {NavigateEvent} golive-navigate - The person wants to edit the submission
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
export class CredentialCard extends StoreElement {
  static override styles = credentialCardStyles;

  /** Whose credentials it shows: `sandbox` or `production`. */
  @property({ converter: toLane, reflect: true }) lane: Lane = 'sandbox';
  /** Minutes after which a secret that is shown is hidden; an hour at most. */
  @property({ type: Number, attribute: 'hide-after' }) hideAfter = 5;

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
  #load = new LoadNotice(this, this.#slice, this.#words);
  #countdown = new Countdown(this);
  #copier = new Copier(this);
  #loader = new ActsLoader(this, {
    store: () => this.#slice.store,
    onLoaded: (module) => this.#add(module),
  });
  /** Undefined until it is fetched. */
  #acts: ActsPart | undefined;
  #leave: (() => void) | undefined;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
    this.lane = toLane(this.lane);
    if (changed.has('lane') && this.hasUpdated) {
      this.#loader.forget();
      this.#watch.forget();
      this.#acts?.forget();
    }
  }

  /** Leads here: whoever reads goes on at the title. */
  override focus(options?: FocusOptions) {
    this.shadowRoot?.getElementById('title')?.focus(options);
  }

  override render() {
    const model = this.#model();
    return html`${renderCard(model)}${this.#acts?.render(model)}${this.#announcer.render()}`;
  }

  protected override updated() {
    if (this.#slice.value?.isKnown && !this.#slice.value.isClosed) this.#loader.expect();
    // When what had the focus is gone, it goes on where that is told, else at the title.
    if (this.#hadFocus && document.activeElement === document.body) {
      const root = this.shadowRoot!;
      const { news } = this.#watch;
      ((news && root.getElementById(`ended-${news.id}`)) ?? root.getElementById('title'))!.focus();
    }
  }

  /** Nothing that was pressed for one store is done for another. */
  #follow(store: PipelineStore) {
    this.#leave = this.#acts?.follow(store);
    return () => {
      this.#loader.forget();
      this.#watch.forget();
      this.#leave?.();
    };
  }

  /** It can be acted now. */
  #add(module: { ActsPart: typeof ActsPart }) {
    this.#acts = new module.ActsPart(this, {
      slice: this.#slice,
      words: this.#words,
      announcer: this.#announcer,
      watch: this.#watch,
      copier: this.#copier,
    });
    if (this.#slice.store) this.#leave = this.#acts.follow(this.#slice.store);
  }

  #model(): CardModel {
    const { value = NOTHING_KNOWN } = this.#slice;
    const loader = this.#loader;
    const acts = this.#acts;
    const slice = loader.pending ? { ...value, pending: loader.pending } : value;
    const { credential } = slice;
    const { now, overlaps, ended } = this.#watch;
    const left = (time: string) => this.#countdown.left(Date.parse(time), now);
    // Whatever ends by itself is drawn again when it does.
    for (const end of timesOf(credential)) left(end);
    return {
      lane: this.lane,
      slice,
      words: this.#words,
      copier: this.#copier,
      now,
      left,
      overlaps,
      ended,
      isLost: !!credential && isUndelivered(credential) && !acts?.has(credential),
      failures: this.#failures,
      ...acts?.said,
      onAct: (verb) => loader.before({ verb, asks: false, act: () => this.#acts!.run(verb) }),
      onAsk: (question) =>
        loader.before({ verb: question.verb, asks: true, act: () => this.#acts!.ask(question) }),
      onCopy: (id, name, value) => void this.#copy(id, name, value),
      onEditSubmission: () => this.dispatchEvent(new NavigateEvent({ target: 'submission' })),
      load: this.#load,
    };
  }

  /** Why nothing could be done yet. */
  get #failures(): CardModel['failures'] {
    const { failure } = this.#loader;
    if (!failure) return [];
    return [{ ...failure, title: this.#words.say(`credentials.${failure.verb}Failed`) }];
  }

  async #copy(id: string, name: string, value: string) {
    const isCopied = await this.#copier.copy(id, value, () => this.shadowRoot!.getElementById(id));
    this.#announcer.announce(
      this.#words.say(isCopied ? 'shared.copiedNamed' : 'shared.copyBlocked', { name }),
    );
  }
}
