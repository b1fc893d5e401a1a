import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { FiltersChangedEvent, SubmissionSelectEvent } from '../../connect/events.js';
import { adoptStyles, OnDemand } from '../../connect/on-demand.js';
import { StoreController } from '../../connect/store-controller.js';
import { StoreElement } from '../../connect/store-element.js';
import { WordsController } from '../../connect/words-controller.js';
import type { QueueFilters } from '../../contract/index.js';
import { reviewErrors as errors } from '../../i18n/en/review-errors.js';
import { queue } from '../../i18n/en/queue.js';
import { shared } from '../../i18n/en/shared.js';
import type { PipelineStore } from '../../store/index.js';
import { share } from '../../store/share.js';
import { Announcer } from '../../ui/announcer.js';
import { MinuteTicker } from '../../ui/minute-ticker.js';
import { TabInSight } from '../../ui/tab-in-sight.js';
import type { Bulk } from './bulk.js';
import { asAsked, soundFilters, tabOf } from './queue-filters.js';
import { createQueueWindow, presentIn } from './queue-window.js';
import { reviewQueueStyles } from './review-queue.styles.js';
import { renderBulkFailure, renderQueue } from './review-queue.view.js';
import { RowKeys } from './row-keys.js';
import { Selecting } from './selecting.js';
import { NOTHING_SELECTED } from './selection.js';

/** How long a pause in typing ends a search, in milliseconds. */
const PAUSE = 250;

/**
 * @summary The submissions of all developers: those waiting, and those decided. It follows the host
 *   without moving a row under the reviewer's hands, reads fifty at a time, tells which one the
 *   reviewer chose, and decides several at once.
 *
 * @fires {ActionEvent} golive-action - Before several are decided at once; may be prevented
 * @fires {SubmissionSelectEvent} golive-submission-select - A reviewer chose a submission
 * @fires {FiltersChangedEvent} golive-filters-changed - A reviewer chose other filters
 *
 * @csspart tabs - The states to choose from
 * @csspart tab - One state with its count
 * @csspart filters - Search, plan, age and order
 * @csspart list - The table of submissions
 * @csspart row - One submission
 * @csspart bulk - What can be done with the selected ones, and what came of it
 * @csspart dialog - The question before several are decided
 * @csspart error - What could not be loaded, and why
 */
export class ReviewQueue extends StoreElement {
  static override styles = reviewQueueStyles;

  /** What to show and in which order: what is waiting, oldest first, unless it says otherwise. */
  @property({ attribute: false }) filters: QueueFilters = {};
  /** Plans to choose from, beside those of the submissions that were shown. */
  @property({ attribute: false }) plans: readonly string[] = [];
  /** The id of the submission that is open. */
  @property() selected?: string | undefined;
  /** Hours after which a waiting submission is late. */
  @property({ type: Number, attribute: 'target-hours' }) targetHours = 48;

  #slice = new StoreController(
    this,
    ({ queueChanges, decided }) => ({ queueChanges, decided }),
    (store) => this.#open(store),
  );
  #words = new WordsController(this, { queue, shared, errors });
  #announcer = new Announcer(this);
  #ticker = new MinuteTicker(this);
  #tabs = new TabInSight(this);
  // A key that is held asks no host for what has just failed: there is a button for that.
  #keys = new RowKeys(this, () => this.#window?.view.failed !== 'more' && void this.#onMore());
  #selecting = new Selecting(this);
  /** What several are decided with; undefined until something was selected. */
  #bulk: Bulk | undefined;
  #loader = new OnDemand(this, () => import('./bulk-part.js'), {
    onLoaded: ({ Bulk, bulkStyles }) => {
      adoptStyles(this, bulkStyles);
      this.#bulk = new Bulk(this, {
        words: this.#words,
        store: () => this.#slice.store,
        selection: () => this.#selecting.value,
        onSelection: (selection) => (this.#selecting.value = selection),
        announce: (text) => this.#announcer.announce(text),
      });
    },
  });
  #window: ReturnType<typeof createQueueWindow> | undefined;
  #opened: PipelineStore | undefined;
  #seenChanges = 0;
  /** How many new ones were announced. */
  #toldNews = 0;
  #seenPlans = new Set<string>();
  #typed: QueueFilters = {};
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('filters')) {
      this.filters = soundFilters(this.filters);
      this.#keys.forget();
    }
    // What an attribute says may be no number, and from a very old time no date can be made.
    if (!(this.targetHours >= 0 && this.targetHours < 1e6)) this.targetHours = 48;
    if (this.hasSelection && !this.#loader.error) this.#loader.load();
  }

  protected override update(changed: PropertyValues) {
    const { queueChanges = 0, decided } = this.#slice.value ?? {};
    void this.#window?.show(this.filters);
    if (queueChanges !== this.#seenChanges) {
      if (decided) this.#selecting.drop(decided);
      void this.#window?.reload();
    }
    this.#seenChanges = queueChanges;
    const { news = 0 } = this.#window?.view ?? {};
    if (news > this.#toldNews)
      this.#announcer.announce(this.#words.say('queue.newsCame', { count: news }));
    this.#toldNews = news;
    super.update(changed);
  }

  /** Whether any submission is selected. */
  get hasSelection(): boolean {
    return this.#selecting.value.size > 0;
  }

  /** Leads to the search. */
  focusSearch() {
    this.#find('input[type=search]')?.focus();
  }

  /**
   * Leads to the next or the previous submission; from elsewhere to the open one, to what is in its
   * place once it left, else to the first. Whether there is one.
   */
  move(by: 1 | -1): boolean {
    return this.#keys.move(by);
  }

  /** Selects the focused submission, or takes it out of the selection. Whether it could. */
  toggleSelected(): boolean {
    return this.#keys.toggle();
  }

  /** Leads to what can be done with what is selected. */
  focusSelection() {
    this.#find('#bulk')?.focus();
  }

  /** Selects nothing any more. Whether anything was. */
  clearSelection(): boolean {
    const { hasSelection } = this;
    this.#selecting.value = NOTHING_SELECTED;
    return hasSelection;
  }

  /** Closes the question before several are decided; what was written stays for the next one. */
  async leaveQuestion(): Promise<void> {
    if (!this.#bulk?.asked) return;
    this.#bulk.ask(undefined);
    await this.updateComplete;
  }

  override render() {
    const view = this.#window?.view ?? {};
    for (const { planName } of view.items ?? []) this.#seenPlans.add(planName);
    const { plan } = this.filters;
    return [
      renderQueue({
        view,
        filters: this.filters,
        tab: tabOf(this.filters),
        plans: [...new Set(this.plans.concat([...this.#seenPlans], plan || []))].sort(),
        selected: this.selected,
        selection: this.#selecting.value,
        now: this.#slice.store?.now() ?? 0,
        targetHours: this.targetHours,
        words: this.#words,
        onFilter: this.#onFilter,
        onSearch: this.#onSearch,
        onClear: this.#onClear,
        onSelect: this.#onSelect,
        // A row that was not drawn again still has the first of these: what is shown is asked for anew.
        onCheck: (item, isRange) => this.#selecting.toggle(item, isRange, this.#present),
        onCheckAll: () => this.#selecting.toggleAll(this.#present),
        onNews: this.#onNews,
        onMore: this.#onMore,
        onReload: this.#onReload,
      }),
      this.#bulk?.render(),
      this.#loader.error &&
        renderBulkFailure(this.#words, this.#loader.error, () => this.#loader.load()),
      this.#announcer.render(),
    ];
  }

  get #present() {
    return presentIn(this.#window?.view ?? {});
  }

  #open(store: PipelineStore) {
    if (this.#opened !== store) this.#forget();
    this.#opened = store;
    const close = store.openQueue();
    this.#seenChanges = store.state.queueChanges;
    this.#window = createQueueWindow({
      read: store.readQueue,
      onChange: () => this.requestUpdate(),
      onError: store.report,
      isOwn: (submissionId) => store.state.decided.has(submissionId),
    });
    return () => {
      close();
      this.#window?.stop();
      this.#window = undefined;
    };
  }

  /** Nothing that was chosen in the queue of one store is meant for that of another. */
  #forget() {
    this.#selecting.value = NOTHING_SELECTED;
    this.#bulk?.forget();
    this.#seenPlans.clear();
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
    this.focusSearch();
  };

  async #apply(filters: QueueFilters) {
    clearTimeout(this.#pause);
    this.#typed = {};
    for (const name of ['q', 'plan', 'submittedBefore'] as const)
      if (!filters[name]) delete filters[name];
    const asked = asAsked(this.filters);
    // Whoever asks for the same list again wants to see it as it is now.
    if (share(asked, asAsked(filters)) === asked) return void this.#window?.settle();
    this.filters = filters;
    this.dispatchEvent(new FiltersChangedEvent(filters));
    if (await this.#window?.show(this.filters)) void this.#announceShown();
  }

  #onSelect = (submissionId: string) => {
    this.selected = submissionId;
    this.dispatchEvent(new SubmissionSelectEvent(submissionId));
  };

  #onNews = async () => {
    const first = this.#window?.settle();
    await this.#announceShown();
    this.#keys.goTo(first);
  };

  #onMore = async () => {
    const before = this.#window?.view.items?.length ?? 0;
    const { row } = this.#keys;
    if (!(await this.#window?.more())) return;
    await this.#announceShown();
    const { activeElement } = this.shadowRoot!;
    // What was pressed may be gone; the reviewer goes on where the new rows start.
    const isThere = row ? this.#keys.row === row : activeElement?.matches('.more *');
    const next = this.#window?.view.items?.[before];
    if (!activeElement || isThere) this.#keys.goTo(next?.submissionId);
  };

  #onReload = async () => {
    if (!(await this.#window?.reload())) return;
    await this.updateComplete;
    if (!this.shadowRoot!.activeElement) this.#find('#list')?.focus();
  };

  async #announceShown() {
    await this.updateComplete;
    this.#announcer.announce(this.#find('#shown')?.textContent?.trim() ?? '');
  }

  #find = (selector: string) => this.shadowRoot!.querySelector<HTMLElement>(selector);
}
