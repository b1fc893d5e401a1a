import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { StoreProvider } from '../store-provider.js';
import { SubmissionSelectEvent, type FiltersChangedEvent } from '../../connect/events.js';
import { OnDemand } from '../../connect/on-demand.js';
import { WordsController } from '../../connect/words-controller.js';
import type { QueueFilters } from '../../contract/index.js';
import type { ReviewPanel, ReviewTemplate } from '../../elements/review-panel/review-panel.js';
import type { ReviewQueue } from '../../elements/review-queue/review-queue.js';
import { desk } from '../../i18n/en/desk.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import { Kin } from '../kin.js';
import { NarrowController } from '../narrow-controller.js';
import { DeskKeys } from './desk-keys.js';
import type { KeysList } from './keys-part.js';
import { PaneRoom } from './pane-room.js';
import { reviewDeskStyles } from './review-desk.styles.js';
import { renderDesk } from './review-desk.view.js';

/** In `em`: below, the queue or a submission. */
const ROOM_FOR_PANES = 64.28;

/**
 * @summary The reviewers' page, whole: the queue, and the submission that was chosen from it. Where
 *   there is no room for both it shows one of them, with a way back.
 *
 * @fires {ActionEvent} golive-action - Before an act; a page may prevent it
 * @fires {ChangedEvent} golive-changed - The server's word after an act
 * @fires {PipelineErrorEvent} golive-error - Something failed; once for each error
 * @fires {AuthRequiredEvent} golive-auth-required - The person has to sign in again
 * @fires {SubmissionSelectEvent} golive-submission-select - A submission was chosen; none, by an
 *   empty id, on the way back
 * @fires {FiltersChangedEvent} golive-filters-changed - Other filters were chosen; a page may keep
 *   them in its address
 *
 * @csspart desk - The box around both
 * @csspart queue - The side of the queue; the parts of the queue can be reached too
 * @csspart panel - The side of the submission; the parts of the panel can be reached too
 * @csspart keys - The button that lists the keys
 * @csspart dialog - The list of the keys
 * @csspart error - Why the list could not be loaded
 */
export class ReviewDesk extends StoreProvider {
  static override styles = reviewDeskStyles;

  #kin = new Kin(this, 'review-desk');
  #words = new WordsController(this, { desk, shared, errors });
  #width = new NarrowController(this, ROOM_FOR_PANES);
  #room = new PaneRoom(this);
  #keys = new DeskKeys(this, () => ({
    queue: this.#queue,
    panel: this.#kin.find(this.shadowRoot!, 'review-panel') as ReviewPanel,
    isQueueShown: !(this.#width.isNarrow && this.submission),
    focused: this.shadowRoot!.activeElement?.closest('.pane')?.id as 'queue' | 'panel' | undefined,
    leavePanel: () => this.#onBack(),
  }));
  #loader = new OnDemand(this, () => import('./keys-part.js'), {
    onLoaded: (part) => {
      this.#keysList = new part.KeysList(this, this.#keys, this.#words);
    },
  });
  /** Undefined until it is fetched. */
  #keysList: KeysList | undefined;
  /** What the person came from, to be found again on the way back. */
  #origin: Element | null = null;

  /** The id of the submission that is open. */
  @property() submission?: string | undefined;
  /** What the queue shows, and in which order. */
  @property({ attribute: false }) filters: QueueFilters = {};

  /** Hours after which a waiting submission is late. */
  @property({ type: Number, attribute: 'target-hours' }) targetHours = 48;
  /** The names of all plans, to filter by; those seen in the queue when absent. */
  @property({ attribute: false }) plans: readonly string[] = [];
  /** Texts of the page's own to begin notes with. */
  @property({ attribute: false }) templates: readonly ReviewTemplate[] = [];
  /** Whether single keys act while the focus is inside; the person can turn them off too. */
  @property() shortcuts: 'on' | 'off' = 'on';

  protected override update(changed: PropertyValues) {
    const pane = this.shadowRoot!.activeElement?.closest('.pane');
    if (this.#keys.isListShown && !this.#loader.error) this.#loader.load();
    super.update(changed);
    void this.#leadOn(pane);
  }

  protected override updated() {
    if (this.#keys.isOffered) this.#loader.expect();
  }

  override render() {
    const keys = this.#keys;
    const { error, isLoading } = this.#loader;
    return [
      renderDesk({
        page: this,
        kin: this.#kin,
        isNarrow: this.#width.isNarrow,
        hasUnseen: this.shadowRoot!.querySelector('.panel > :state(unseen)') !== null,
        words: this.#words,
        keys,
        isListPending: isLoading && keys.isListShown,
        listFailure: error && keys.isListShown ? { error, onRetry: this.#load } : undefined,
        onLeaveQueue: this.#onLeaveQueue,
        onSelect: this.#onSelect,
        onFilters: this.#onFilters,
        onBack: this.#onBack,
        onUnseen: () => this.requestUpdate(),
      }),
      this.#keysList?.render(),
    ];
  }

  #load = () => {
    this.#loader.load();
    this.requestUpdate();
  };

  /** A side that goes out of sight, as a window gets narrower or a page shows another, keeps nobody. */
  async #leadOn(pane: Element | null | undefined) {
    const isQueueAway = this.#width.isNarrow && Boolean(this.submission);
    // The question would keep the whole page from being used, and nobody could see it.
    if (isQueueAway) await this.#queue.leaveQuestion();
    if (!(pane as HTMLElement | undefined)?.hidden) return;
    const at = this.shadowRoot!.activeElement?.closest('.pane');
    if (at === pane || document.activeElement === document.body)
      this.#focus(isQueueAway ? 'panel' : 'queue');
  }

  #onLeaveQueue = ({ target }: SubmissionSelectEvent) => {
    this.#origin = (target as Element).shadowRoot!.activeElement;
  };

  #onSelect = async ({ detail }: SubmissionSelectEvent) => {
    this.submission = detail.submissionId;
    await this.updateComplete;
    this.#focus('panel');
  };

  #onFilters = ({ detail }: FiltersChangedEvent) => {
    this.filters = detail.filters;
  };

  /** Where there is room for both, what is open stays open. */
  #onBack = async () => {
    if (this.#width.isNarrow && this.submission) {
      this.submission = undefined;
      this.dispatchEvent(new SubmissionSelectEvent(''));
    }
    await this.updateComplete;
    if (this.#origin?.isConnected) (this.#origin as HTMLElement).focus();
    // The row has left, as it was decided: on to the one in its place.
    else if (!this.#origin || !this.#queue.move(1)) this.#focus('queue');
  };

  #focus(pane: 'queue' | 'panel') {
    this.shadowRoot!.getElementById(pane)!.focus();
  }

  get #queue(): ReviewQueue {
    return this.#kin.find(this.shadowRoot!, 'review-queue') as ReviewQueue;
  }
}
