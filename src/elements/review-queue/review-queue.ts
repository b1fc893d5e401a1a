import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { FiltersChangedEvent, SubmissionSelectEvent } from '../../connect/events.js';
import { StoreController } from '../../connect/store-controller.js';
import type { Strings } from '../../connect/strings.js';
import { WordsController } from '../../connect/words-controller.js';
import type { QueueFilters } from '../../contract/index.js';
import { errors } from '../../i18n/en/errors.js';
import { queue } from '../../i18n/en/queue.js';
import { shared } from '../../i18n/en/shared.js';
import type { PipelineStore } from '../../store/index.js';
import { share } from '../../store/share.js';
import { Announcer } from '../../ui/announcer.js';
import { MinuteTicker } from '../../ui/minute-ticker.js';
import { createQueueWindow } from './queue-window.js';
import { reviewQueueStyles } from './review-queue.styles.js';
import { renderQueue } from './review-queue.view.js';

/** How long a pause in typing ends a search, in milliseconds. */
const PAUSE = 250;

/**
 * @summary The submissions of all developers: those waiting, and those decided. It follows the host,
 *   reads fifty at a time, and tells which one the reviewer chose.
 *
 * @fires golive-submission-select - A reviewer chose a submission; `detail.submissionId`
 * @fires golive-filters-changed - A reviewer chose other filters; `detail.filters`
 *
 * @csspart tabs - The states to choose from
 * @csspart tab - One state with its count
 * @csspart filters - Search and order
 * @csspart list - The list of submissions
 * @csspart row - One submission
 * @csspart error - What could not be loaded, and why
 */
export class ReviewQueue extends LitElement {
  static override styles = reviewQueueStyles;

  /** The store to show; the nearest provider's when absent. */
  @property({ attribute: false }) store?: PipelineStore;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings;
  /** What to show and in which order: what is waiting, oldest first, unless it says otherwise. */
  @property({ attribute: false }) filters: QueueFilters = {};
  /** The id of the submission that is open. */
  @property() selected?: string;
  /** Hours after which a waiting submission is late. */
  @property({ type: Number, attribute: 'target-hours' }) targetHours = 48;

  #slice = new StoreController(
    this,
    ({ queueChanges }) => ({ queueChanges }),
    (store) => this.#open(store),
  );
  #words = new WordsController(this, { queue, shared, errors });
  #announcer = new Announcer(this);
  #ticker = new MinuteTicker(this);
  #window: ReturnType<typeof createQueueWindow> | undefined;
  #seenChanges = 0;
  #typed: QueueFilters = {};
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override update(changed: PropertyValues<this>) {
    const { queueChanges = 0 } = this.#slice.value ?? {};
    void this.#window?.show(this.filters);
    if (queueChanges !== this.#seenChanges) void this.#window?.reload();
    this.#seenChanges = queueChanges;
    super.update(changed);
  }

  override render() {
    return [
      renderQueue({
        view: this.#window?.view ?? {},
        filters: this.filters,
        selected: this.selected,
        now: this.#slice.store?.now() ?? 0,
        targetHours: this.targetHours,
        words: this.#words,
        onFilter: this.#onFilter,
        onSearch: this.#onSearch,
        onClear: this.#onClear,
        onSelect: this.#onSelect,
        onMore: this.#onMore,
        onReload: this.#onReload,
      }),
      this.#announcer.render(),
    ];
  }

  #open(store: PipelineStore) {
    const close = store.openQueue();
    this.#seenChanges = store.state.queueChanges;
    this.#window = createQueueWindow(
      (filters, options) => store.adapter.getQueue(filters, options),
      () => this.requestUpdate(),
      store.report,
    );
    return () => {
      close();
      this.#window?.stop();
      this.#window = undefined;
    };
  }

  #onSearch = (q: string) => {
    clearTimeout(this.#pause);
    this.#typed = { q };
    this.#pause = setTimeout(() => this.#onFilter({}), PAUSE);
  };

  /** What was typed counts at once when anything else is chosen. */
  #onFilter = (change: QueueFilters) => {
    void this.#apply({ ...this.filters, ...this.#typed, ...change });
  };

  #onClear = () => {
    const { state, sort } = this.filters;
    void this.#apply({ ...(state && { state }), ...(sort && { sort }) });
    this.#find('input')?.focus();
  };

  async #apply(filters: QueueFilters) {
    clearTimeout(this.#pause);
    this.#typed = {};
    if (!filters.q) delete filters.q;
    if (share(this.filters, filters) === this.filters) return;
    this.filters = filters;
    this.dispatchEvent(new FiltersChangedEvent(filters));
    if (await this.#window?.show(this.filters)) void this.#announceShown();
  }

  #onSelect = (submissionId: string) => {
    this.selected = submissionId;
    this.dispatchEvent(new SubmissionSelectEvent(submissionId));
  };

  #onMore = async () => {
    const before = this.#window?.view.items?.length ?? 0;
    if (!(await this.#window?.more())) return;
    await this.#announceShown();
    this.#goTo(`li:nth-child(${before + 1}) .row`);
  };

  #onReload = async () => {
    if (!(await this.#window?.reload())) return;
    await this.updateComplete;
    this.#goTo('#list');
  };

  /** What was pressed may be gone; the reviewer goes on where the new content starts. */
  #goTo(selector: string) {
    const { activeElement } = this.shadowRoot!;
    if (!activeElement || activeElement.matches('.more *')) this.#find(selector)?.focus();
  }

  async #announceShown() {
    await this.updateComplete;
    this.#announcer.announce(this.#find('#shown')?.textContent?.trim() ?? '');
  }

  #find = (selector: string) => this.shadowRoot!.querySelector<HTMLElement>(selector);
}
