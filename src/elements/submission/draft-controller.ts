import type { ReactiveControllerHost } from 'lit';
import { toPipelineError } from '../../adapter/error.js';
import type { StoreController } from '../../connect/store-controller.js';
import type { Draft, DraftBody } from '../../contract/form.js';
import { pageSurroundings } from '../../store/surroundings.js';
import { DraftKeeper } from './draft-keeper.js';
import { isSameDraft, type Drafts } from './drafts-of-tabs.js';
import { pageStorage } from '../../connect/page-storage.js';
import { draftKey } from './resting-draft.js';
import type { SubmissionSlice } from './submission-slice.js';

export interface DraftHooks {
  /** Whether the form is open. */
  isOpen: () => boolean;
  /** To be said politely, once for each turn. */
  say: (phrase: 'draftKept' | 'draftFailed' | 'draftNowhere' | 'newerDraft') => void;
  /** Another tab has kept one, and nothing stands against it here. */
  onDraft: (draft: Draft) => void;
  /** This one is kept now. */
  onSaved: (draft: Draft) => void;
}

/** Keeps the draft of the form that is open, whatever happens to the page or in another tab. */
export class DraftController {
  /** A newer one of another tab, until the person has chosen. */
  newer: Draft | undefined;
  #host: ReactiveControllerHost;
  #slice: StoreController<SubmissionSlice>;
  #hooks: DraftHooks;
  #keeper: DraftKeeper | undefined;
  /** What the host has, as far as this page knows. */
  #known: DraftBody | undefined;
  #said: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    slice: StoreController<SubmissionSlice>,
    hooks: DraftHooks,
  ) {
    this.#host = host;
    this.#slice = slice;
    this.#hooks = hooks;
  }

  /** How its keeping stands. */
  get kept(): Pick<DraftKeeper, 'savedAt' | 'hasFailed' | 'refusal'> | undefined {
    return this.#keeper;
  }

  /** The newest one here, kept or not. */
  get draft(): Draft | undefined {
    return this.#keeper?.draft;
  }

  /** Whether something that was typed is kept nowhere at all. */
  get isAtRisk(): boolean {
    return Boolean(this.#keeper?.isUnsaved && !this.#keeper.isCopied);
  }

  /** Follows the page while the element follows a store. */
  follow(): () => void {
    addEventListener('pagehide', this.#onHide);
    addEventListener('beforeunload', this.#onUnload);
    const leaveHide = pageSurroundings.onHide(this.#onHide);
    const leaveWake = pageSurroundings.onWake(() => void this.#look());
    this.flush();
    return () => {
      // While there still is a store to save with.
      this.flush();
      this.#keeper?.stop();
      removeEventListener('pagehide', this.#onHide);
      removeEventListener('beforeunload', this.#onUnload);
      leaveHide();
      leaveWake();
    };
  }

  /** Begins with what the form is opened with. */
  open({ draft, newer, atHost }: Drafts) {
    if (this.#keeper) return;
    const { adapter, subscriptionId = '', now, report } = this.#slice.store!;
    this.#known = atHost ?? undefined;
    const keeper = new DraftKeeper({
      key: draftKey(subscriptionId),
      now,
      storage: pageStorage,
      save: () =>
        this.#slice.value?.mayKeepDraft
          ? (body) => adapter.saveDraft(subscriptionId, body)
          : undefined,
      onChange: () => this.#tell(),
      onSaved: (saved) => {
        // It was dropped for another subscription's, which this is not about.
        if (keeper !== this.#keeper) return;
        this.#known = saved;
        this.#hooks.onSaved(saved);
      },
      onError: (thrown) => report(toPipelineError(thrown)),
    });
    keeper.draft = draft;
    this.#keeper = keeper;
    if (newer) this.#offer(newer);
  }

  change(body: DraftBody) {
    this.#keeper!.change(body);
  }

  flush = () => this.#keeper?.flush();

  /** Keeps what is typed in this tab alone, while the answers themselves are on their way. */
  pause = () => this.#keeper?.pause();

  resume = () => this.#keeper?.resume();

  /** Takes the newer one; what the form held gives way to it. */
  useNewer(): Draft {
    const newer = this.newer!;
    this.#settle();
    this.#keeper!.adopt(newer);
    return newer;
  }

  /** Keeps this one, in place of the newer one. */
  keepMine(body: DraftBody) {
    this.#settle();
    this.change(body);
    this.flush();
  }

  /** Ends it, once the draft has become a submission. */
  clear() {
    this.#keeper?.clear();
    this.drop();
  }

  drop() {
    this.#settle();
    this.#keeper?.stop();
    this.#keeper = this.#said = undefined;
  }

  #settle() {
    this.newer = undefined;
    if (this.#keeper) this.#keeper.heldBy = undefined;
    this.#host.requestUpdate();
  }

  #offer(newer: Draft) {
    if (!this.newer) this.#hooks.say('newerDraft');
    this.newer = this.#known = newer;
    this.#keeper!.heldBy = Date.parse(newer.updatedAt);
    this.#host.requestUpdate();
  }

  /** A draft that this page did not keep: told, and never overwritten unasked. */
  meet(draft: Draft) {
    const keeper = this.#keeper;
    if (keeper && (keeper.isUnsaved || this.#hooks.isOpen())) {
      if (isSameDraft(keeper.draft, draft)) this.#known = draft;
      else this.#offer(draft);
      return;
    }
    this.#known = draft;
    keeper?.adopt(draft);
    this.#hooks.onDraft(draft);
  }

  /** Looks whether the host was given another one, once the person is back. */
  async #look() {
    const keeper = this.#keeper;
    const { store, value } = this.#slice;
    if (!keeper || !store || !value?.mayKeepDraft || keeper.isBusy) return;
    keeper.heldBy = Infinity;
    // Where it can't be read, the next save will tell.
    const found = await store.adapter.getDraft(store.subscriptionId!).catch(() => undefined);
    if (keeper !== this.#keeper || keeper.heldBy !== Infinity) return;
    keeper.heldBy = undefined;
    if (found && !isSameDraft(found, this.#known)) this.meet(found);
    this.flush();
  }

  #onHide = () => {
    // The look that is under way would come too late.
    if (this.#keeper && !this.newer) this.#keeper.heldBy = undefined;
    this.flush();
  };

  #onUnload = (event: Event) => {
    this.#onHide();
    // A copy outlives a reload of this tab, but not its end.
    const { hasFailed, isUnsaved } = this.#keeper ?? {};
    if (this.isAtRisk || hasFailed || (this.newer && isUnsaved)) event.preventDefault();
  };

  #tell() {
    const { hasFailed, refusal } = this.#keeper ?? {};
    const failed = refusal ? 'draftNowhere' : 'draftFailed';
    const phrase = hasFailed ? failed : 'draftKept';
    if (this.#said !== phrase) this.#hooks.say(phrase);
    this.#said = phrase;
    this.#host.requestUpdate();
  }
}
