import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import { ActController } from '../../connect/act-controller.js';
import { ChangedEvent } from '../../connect/events.js';
import { StoreController } from '../../connect/store-controller.js';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import { permitReview } from '../../rules/permit.js';
import type { DecisionInput, PipelineStore } from '../../store/index.js';
import { createNotesKeeper, filledNotes, isBlank, type ReviewNotes } from './notes-keeper.js';
import { isOtherVersion, look, wasDone, type Failure } from './sight.js';

export interface ReviewHost extends ReactiveControllerHost, HTMLElement {
  store?: PipelineStore | undefined;
  submission?: string | undefined;
}

export interface ReviewHooks {
  /** Whether the reviewer is about to decide on what is on the screen. */
  isAsking: () => boolean;
  /** Others changed the submission. */
  onNews: () => void;
  /** The reviewer's decision stands. */
  onDone: (act: DecisionAction, detail: ReviewDetail) => void;
  /** Another store: what was begun for the last one is over here. */
  onOtherStore: () => void;
}

/**
 * One submission at a time for its reviewer: what is on the screen, what was written about it, and
 * the decision, which carries the version on the screen.
 */
export class ReviewController implements ReactiveController {
  /** What is on the screen. */
  detail: ReviewDetail | undefined;
  #host: ReviewHost;
  #hooks: ReviewHooks;
  #slice: StoreController<{ review: ReturnType<PipelineStore['state']['reviews']['get']> }>;
  #acts: ActController;
  #keeper = createNotesKeeper();
  #opened: { store: PipelineStore; id: string; close: () => void } | undefined;
  #followed: PipelineStore | undefined;
  #sending: { id: string; act: DecisionAction } | undefined;
  /** Decisions that failed, by submission. */
  #failures = new Map<string, Failure>();
  /** Of these, the names of the submissions that the reviewer was not at any more. */
  #unseen = new Map<string, string>();
  /** The newer version that was told. */
  #toldOf: string | undefined;

  constructor(host: ReviewHost, hooks: ReviewHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#slice = new StoreController(
      host,
      ({ reviews }) => ({ review: reviews.get(this.id) }),
      (store) => this.#follow(store),
    );
    this.#acts = new ActController(host, () => this.store);
    host.addController(this);
  }

  /** After the store's controller, so that it has what the host draws. */
  hostUpdate() {
    this.#open(this.store, this.id);
    this.#unseen.delete(this.id);
    this.#look();
  }

  get id(): string {
    return this.#host.submission ?? '';
  }

  get store(): PipelineStore | undefined {
    return this.#slice.store;
  }

  get error(): PipelineError | undefined {
    return this.#slice.value?.review?.error;
  }

  get isLoading(): boolean {
    return this.#slice.value?.review?.loading ?? false;
  }

  /** A newer version that waits to be looked at. */
  get news(): ReviewDetail | undefined {
    const now = this.#slice.value?.review?.value;
    const isNews = now && isOtherVersion(this.detail, now) && this.#sending?.id !== this.id;
    return isNews ? now : undefined;
  }

  /** The decision under way; `other` when it is about another submission. */
  get sending(): DecisionAction | 'other' | undefined {
    return this.#sending && (this.#sending.id === this.id ? this.#sending.act : 'other');
  }

  get failure(): Failure | undefined {
    return this.#failures.get(this.id);
  }

  /** A decision that failed while the reviewer was at another submission already: where, and its name. */
  get unseen(): [id: string, name: string] | undefined {
    return this.#unseen.entries().next().value;
  }

  /** What the reviewer wrote and has not sent. */
  get written(): ReviewNotes {
    return this.#keeper.get(this.id);
  }

  write(written: ReviewNotes) {
    this.#keeper.set(this.id, written);
    this.#host.requestUpdate();
  }

  /** Puts the newer version on the screen. */
  lookAtNews() {
    this.detail = undefined;
    this.#failures.delete(this.id);
    this.#host.requestUpdate();
  }

  /** Whether a reload would lose what was written. */
  get isUnkept(): boolean {
    return this.#keeper.isUnkept(this.id);
  }

  /** What was written goes on with another attempt. */
  moveNotes(submissionId: string) {
    this.#keeper.move(this.id, submissionId);
    this.#failures.delete(this.id);
  }

  /** Whether a press on its button would begin a decision. */
  canBegin(act: DecisionAction): boolean {
    const { detail } = this;
    return Boolean(detail && permitReview(detail, act).ok && !this.news && !this.#sending);
  }

  discard() {
    this.#keeper.drop(this.id);
    this.#failures.delete(this.id);
    this.#host.requestUpdate();
  }

  /** Resolves once it is known how it ended; to the error that kept it from being sent, if any. */
  async decide(act: DecisionAction): Promise<PipelineError | undefined> {
    if (this.#sending || !this.detail) return undefined;
    const { submission, version, snapshot } = this.detail;
    const { id } = submission;
    const notes = this.written.notes.trim() ? this.written.notes : null;
    const fieldNotes = filledNotes(this.written);
    const input: DecisionInput = { submissionId: id, version, notes, fieldNotes };
    const sending = (this.#sending = { id, act });
    this.#failures.delete(id);
    // Also for the page that is loaded after this one was left before the answer came.
    this.#keeper.set(id, { ...this.written, sent: { act, version, notes } });
    const result = await this.#acts.run(act, input);
    const error = result?.ok ? undefined : result?.error;
    if (!error?.outcomeUnknown) this.#keeper.set(id, { ...this.#keeper.get(id), sent: undefined });
    if (this.#sending !== sending) return undefined;
    this.#sending = undefined;
    this.#host.requestUpdate();
    if (result?.ok) this.#finish(act, result.value);
    // The host shows that one beside the notes.
    if (error && error.code !== 'notes_required') this.#failures.set(id, { act, error });
    if (error && id !== this.id) this.#unseen.set(id, snapshot.name);
    return error;
  }

  /** Submissions of another store may have the same ids, and none of this is about them. */
  #follow(store: PipelineStore) {
    if (store !== this.#followed) {
      this.#sending = undefined;
      this.#failures.clear();
      this.#unseen.clear();
      this.#hooks.onOtherStore();
    }
    this.#followed = store;
    return () => this.#open();
  }

  /** Opens what is to be shown before it closes what was, so that what they share goes on. */
  #open(store?: PipelineStore, id?: string) {
    const before = this.#opened;
    if (before?.store === store && before?.id === id) return;
    this.#opened = store && id ? { store, id, close: store.openReview(id) } : undefined;
    before?.close();
  }

  /** Decides whether what came in takes the place of what is on the screen. */
  #look() {
    const now = this.#slice.value?.review?.value;
    if (now && this.#sending?.id === this.id) return;
    const { sent } = this.written;
    if (now && sent && wasDone(sent, now)) this.#finish(sent.act, now, true);
    const before = this.detail;
    const hasOwn = this.#hooks.isAsking() || Boolean(this.failure) || !isBlank(this.written);
    this.detail = now && look(before, now, hasOwn);
    if (now && isOtherVersion(before, now) && now.version !== this.#toldOf) {
      this.#toldOf = now.version;
      this.#hooks.onNews();
    }
  }

  /** When the answer got lost, the page has not been told. */
  #finish(act: DecisionAction, detail: ReviewDetail, wasLost = false) {
    const { id } = detail.submission;
    this.#keeper.drop(id);
    this.#failures.delete(id);
    if (id === this.id) this.detail = undefined;
    this.#hooks.onDone(act, detail);
    if (!wasLost) return;
    const { phase, version } = detail.snapshot;
    this.store?.touchQueue([id]);
    this.#host.dispatchEvent(new ChangedEvent({ action: act, phase, version }));
  }
}
