import { toPipelineError } from '../../adapter/error.js';
import type { Draft, DraftBody } from '../../contract/form.js';
import { writeKept, type PageStorage } from '../../connect/page-storage.js';

/** Milliseconds after the last change. */
const DELAY = 800;
/** Milliseconds before the first try after one that failed; twice as long each time, up to the last. */
const RETRY = 2_000;
const LAST_RETRY = 60_000;

export interface DraftKeeperOptions {
  /** Of the copy that rests in the browser. */
  key: string;
  /** Saves at the host; undefined where it keeps no drafts now. */
  save: () => ((draft: DraftBody) => Promise<void>) | undefined;
  storage: PageStorage;
  now: () => number;
  onChange: () => void;
  /** This one is kept now. */
  onSaved: (draft: Draft) => void;
  onError: (thrown: unknown) => void;
}

/**
 * Keeps a draft: a while after the last change, or at once when asked. One save is under way at a
 * time and the newest draft follows it, so that no older one lands on top. Until the host has it, a
 * copy rests in the browser's session; a save that failed is tried again, ever more seldom.
 */
export class DraftKeeper {
  /** The newest draft, kept or not. */
  draft: Draft | undefined;
  /** Whether there is a change that is not kept where it belongs. */
  isUnsaved = false;
  /** Whether what is unsaved rests in the browser. */
  isCopied = false;
  /** Whether the last try failed. */
  hasFailed = false;
  /** Why no other try of the same can help. */
  refusal: string | undefined;
  /** The time of another draft that waits to be chosen or not: until then this one stays behind it. */
  heldBy: number | undefined;
  /** When it was last kept. */
  savedAt: number | undefined;
  #options: DraftKeeperOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #isPaused = false;
  #isAskedAgain = false;
  #failures = 0;
  #hasEnded = false;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
  }

  /** Whether it is being saved, or held. */
  get isBusy(): boolean {
    return this.#saving !== undefined || this.heldBy !== undefined;
  }

  /** Takes a change, to be kept after a while. */
  change(draft: DraftBody) {
    // The older one of two is the older one after a reload too.
    const at = Math.min(this.#options.now(), (this.heldBy ?? Infinity) - 1);
    this.draft = { ...draft, updatedAt: new Date(at).toISOString() };
    this.isUnsaved = true;
    this.isCopied = this.#hasEnded = false;
    this.#wait(DELAY);
  }

  /** Keeps what changed now. */
  flush() {
    clearTimeout(this.#timer);
    const { draft } = this;
    if (!this.isUnsaved || !draft) return;
    this.isCopied = writeKept(this.#options.storage, this.#options.key, draft);
    const save = this.#options.save();
    if (this.#saving) this.#isAskedAgain = true;
    else if (!save) this.#end(draft, this.isCopied);
    else if (this.heldBy === undefined && !this.#isPaused) this.#saving = this.#send(draft, save);
  }

  /** Saves no more until told to go on. Resolves once what is on its way has ended, if something is. */
  pause(): Promise<void> | undefined {
    this.#isPaused = true;
    return this.#saving;
  }

  resume() {
    this.#isPaused = false;
    this.flush();
  }

  /** Takes a draft that is kept already in place of this one. */
  adopt(draft: Draft) {
    this.draft = draft;
    this.savedAt = Date.parse(draft.updatedAt);
    this.clear();
  }

  /** Ends it, once the draft has become a submission. */
  clear() {
    this.stop();
    this.isUnsaved = this.hasFailed = false;
    writeKept(this.#options.storage, this.#options.key);
  }

  /** Tries no more on its own. */
  stop() {
    clearTimeout(this.#timer);
    this.#hasEnded = true;
  }

  async #send(draft: Draft, save: (draft: DraftBody) => Promise<void>) {
    const { updatedAt: _, ...body } = draft;
    const { onError } = this.#options;
    let retry: number | undefined;
    let isSaved = true;
    this.refusal = undefined;
    try {
      await save(body);
      this.#failures = 0;
    } catch (thrown) {
      isSaved = false;
      const { code, canRetry, retryAfter } = toPipelineError(thrown);
      if (!canRetry) this.refusal = code;
      // Whoever is signed out is asked once, not every minute.
      if (canRetry && code !== 'not_signed_in')
        retry = retryAfter ?? Math.min(RETRY * 2 ** this.#failures, LAST_RETRY);
      this.#failures += 1;
      // Failures in a row are one to the page.
      if (this.isUnsaved && !this.hasFailed) onError(thrown);
    }
    this.#saving = undefined;
    if (isSaved && this.draft === draft) writeKept(this.#options.storage, this.#options.key);
    this.#end(draft, isSaved);
    const isAskedAgain = this.#isAskedAgain;
    this.#isAskedAgain = false;
    if (isAskedAgain) this.flush();
    else if (retry !== undefined && !this.#hasEnded) this.#wait(retry);
  }

  #end(draft: Draft, isSaved: boolean) {
    this.hasFailed = this.isUnsaved && !isSaved;
    // Else it was ended meanwhile.
    if (isSaved && this.isUnsaved) {
      this.savedAt = this.#options.now();
      if (this.draft === draft) this.isUnsaved = false;
      this.#options.onSaved(draft);
    }
    this.#options.onChange();
  }

  #wait(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }
}
