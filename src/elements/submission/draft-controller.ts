import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPipelineError } from '../../adapter/index.js';
import type { StoreController } from '../../connect/store-controller.js';
import type { Draft, DraftBody } from '../../contract/index.js';
import type { PipelineStore } from '../../store/index.js';
import { DraftKeeper, draftKey, pageStorage } from './draft-keeper.js';
import type { SubmissionSlice } from './submission-slice.js';

/** Keeps the draft of the form that is open, whatever happens to the page. */
export class DraftController implements ReactiveController {
  #host: ReactiveControllerHost;
  #slice: StoreController<SubmissionSlice>;
  #keeper: DraftKeeper | undefined;

  constructor(host: ReactiveControllerHost, slice: StoreController<SubmissionSlice>) {
    this.#host = host;
    this.#slice = slice;
    host.addController(this);
  }

  hostConnected() {}

  get savedAt(): number | undefined {
    return this.#keeper?.savedAt;
  }

  get hasFailed(): boolean {
    return this.#keeper?.hasFailed ?? false;
  }

  /** The newest one, kept or not. */
  get draft(): Draft | undefined {
    return this.#keeper?.draft;
  }

  /** Follows the page while the element follows a store; what it returns ends that. */
  follow(): () => void {
    this.#watchPage(true);
    return () => {
      // While there still is a store to save with.
      this.flush();
      this.#watchPage(false);
    };
  }

  /** Begins with a form. */
  open({ adapter, subscriptionId = '', now, report }: PipelineStore) {
    this.#keeper ??= new DraftKeeper({
      key: draftKey(subscriptionId),
      now,
      storage: pageStorage,
      save: () =>
        this.#slice.value?.mayKeepDraft
          ? (draft) => adapter.saveDraft(subscriptionId, draft)
          : undefined,
      onChange: () => this.#host.requestUpdate(),
      onError: (thrown) => report(toPipelineError(thrown)),
    });
  }

  change(draft: DraftBody) {
    this.#keeper!.change(draft);
  }

  flush = () => this.#keeper?.flush();

  /** Ends it, once the draft has become a submission. */
  clear() {
    this.#keeper?.clear();
    this.drop();
  }

  drop() {
    this.#keeper = undefined;
  }

  #watchPage(on: boolean) {
    const act = on ? 'addEventListener' : 'removeEventListener';
    window[act]('pagehide', this.flush);
    window[act]('beforeunload', this.#onUnload);
    document[act]('visibilitychange', this.flush);
  }

  #onUnload = (event: Event) => {
    this.flush();
    if (this.#keeper?.isUnsaved) event.preventDefault();
  };
}
