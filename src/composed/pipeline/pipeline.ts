import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StoreProvider } from '../store-provider.js';
import type { NavigateEvent } from '../../connect/events.js';
import { selectMissing } from '../../connect/missing.js';
import { StoreController } from '../../connect/store-controller.js';
import { WordsController } from '../../connect/words-controller.js';
import type { Lane } from '../../contract/index.js';
import type { CredentialCard } from '../../elements/credential-card/credential-card.js';
import { errors } from '../../i18n/en/errors.js';
import { pipeline } from '../../i18n/en/pipeline.js';
import { shared } from '../../i18n/en/shared.js';
import { isInReview, isLocked, leadingLane, outcomeOf } from '../../rules/journey.js';
import type { StoreState } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { keepFocus } from '../../ui/keep-focus.js';
import { Kin } from '../kin.js';
import { leadOn } from '../lead-on.js';
import { NarrowController } from '../narrow-controller.js';
import { pipelineStyles } from './pipeline.styles.js';
import { renderPipeline } from './pipeline.view.js';

/** In `em`: below, one lane at a time. */
const ROOM_FOR_LANES = 45.7;

const select = ({ snapshot, snapshot: { value } }: StoreState) => ({
  ...selectMissing(snapshot),
  hasPipeline: value?.plan.hasPipeline,
  leading: value && leadingLane(value),
  hasNews: value && outcomeOf(value) !== undefined,
  isInReview: value && isInReview(value),
  isUnlocked: value && !isLocked(value, 'production'),
});
export type PipelineSlice = ReturnType<typeof select>;

/**
 * @summary The developer's page, whole: progress, outcome, both lanes, submission and activity. It
 *   opens on the sandbox lane; production stands beneath it, or behind a tab where there is no room,
 *   and comes first once the integration is approved.
 *
 * @fires {ActionEvent} golive-action - Before an act; a page may prevent it
 * @fires {ChangedEvent} golive-changed - The server's word after an act, or after somebody else's
 * @fires {NavigateEvent} golive-navigate - A button leads to another element; a page may prevent it
 * @fires {PipelineErrorEvent} golive-error - Something failed; once for each error
 * @fires {AuthRequiredEvent} golive-auth-required - The person has to sign in again
 *
 * @csspart stepper - The element of that name; the parts of each of them can be reached too
 * @csspart outcome - The element of that name
 * @csspart sandbox - The credential card of the sandbox
 * @csspart production - The credential card of production
 * @csspart test-data - The element of that name
 * @csspart submission - The element of that name
 * @csspart activity - The element of that name
 * @csspart tabs - The tabs of the lanes, where there is no room for both
 * @csspart tab - One of them
 * @csspart error - Why nothing could be loaded
 */
export class DeveloperPipeline extends StoreProvider {
  static override styles = pipelineStyles;

  #kin = new Kin(this, 'pipeline');
  #slice = new StoreController(this, select, (store) =>
    store.onChange(() => this.#tellNews(select(store.state))),
  );
  #words = new WordsController(this, { pipeline, shared, errors });
  #announcer = new Announcer(this);
  #width = new NarrowController(this, ROOM_FOR_LANES);
  /** The lane that led when it was drawn last. */
  #lead: Lane = 'sandbox';

  /** The id of the subscription. */
  @property() subscription?: string | undefined;

  /** The lane that the person chose, where there is room for one only. */
  @state() private chosenLane: Lane | undefined;

  constructor() {
    super({ needsSubscription: true });
  }

  protected override update(changed: PropertyValues) {
    this.#followLead();
    super.update(changed);
  }

  override render() {
    return [
      renderPipeline({
        slice: this.#slice.value,
        kin: this.#kin,
        words: this.#words,
        isNarrow: this.#width.isNarrow,
        lane: this.chosenLane ?? this.#lead,
        isFormOpen: this.shadowRoot!.querySelector('[part=submission]:state(open)') !== null,
        onFormToggle: () => this.requestUpdate(),
        onSelectLane: this.#onSelectLane,
        onNavigate: this.#onNavigate,
        onRetry: () => void this.#retry(),
      }),
      this.#announcer.render(),
    ];
  }

  /** Another lane leads: it is shown, unless the person is at work in the present one. */
  #followLead() {
    const lead = this.#slice.value?.leading;
    if (!lead || lead === this.#lead) return;
    const shown = this.chosenLane ?? this.#lead;
    this.chosenLane = this.#isAtWork(shown) && this.#width.isNarrow ? shown : undefined;
    this.#lead = lead;
    // The production card is drawn anew at its new place.
    if (this.#isAtWork('production')) void this.#goToProduction();
  }

  #isAtWork(lane: Lane): boolean {
    const panel = this.shadowRoot!.getElementById(lane);
    return panel?.contains(this.shadowRoot!.activeElement) ?? false;
  }

  async #goToProduction() {
    await this.updateComplete;
    const card = this.shadowRoot!.querySelector<CredentialCard>('[part=production]')!;
    await card.updateComplete;
    card.focus();
  }

  async #retry() {
    await this.refresh();
    await keepFocus(this, '.page');
  }

  #onSelectLane = (lane: Lane) => {
    this.chosenLane = lane;
  };

  #onNavigate = (event: NavigateEvent) =>
    leadOn(event, this.shadowRoot!, this.#kin, async (target) => {
      if (target === 'production-credentials') this.chosenLane = 'production';
      await this.updateComplete;
    });

  /** Decisions are the outcome's to tell, and what this person does that of the element pressed. */
  #tellNews(now: PipelineSlice) {
    const before = this.#slice.value;
    if (!before) return;
    if (now.isInReview && !before.isInReview) {
      this.#announcer.announce(this.#words.say('pipeline.nowInReview'));
    } else if (now.isUnlocked && !before.isUnlocked && before.leading === now.leading) {
      this.#announcer.announce(this.#words.say('pipeline.nowUnlocked'));
    }
  }
}
