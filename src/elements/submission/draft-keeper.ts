import { draft as draftSchema, type Draft, type DraftBody } from '../../contract/form.js';

/** Milliseconds after the last change. */
const DELAY = 800;

/** Where a draft rests in the browser; a page may forbid it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Asked for at each use, for a page may forbid it at any time. */
export const pageStorage = () => sessionStorage;
export const draftKey = (subscriptionId: string) => `golive-draft/${subscriptionId}`;

export interface DraftKeeperOptions {
  /** Of the copy that rests in the browser. */
  key: string;
  /** Saves at the host; undefined where it keeps no drafts now. */
  save: () => ((draft: DraftBody) => Promise<void>) | undefined;
  storage: () => DraftStorage;
  now: () => number;
  onChange: () => void;
  onError: (thrown: unknown) => void;
}

/**
 * Keeps a draft: a while after the last change, or at once when asked. One save is under way at a
 * time and the newest draft follows it, so that no older one lands on top. Until the host has it, a
 * copy rests in the browser's session.
 */
export class DraftKeeper {
  /** The newest draft, kept or not. */
  draft: Draft | undefined;
  /** Whether there is a change that is not kept where it belongs. */
  isUnsaved = false;
  /** Whether the last try failed; the next change tries again. */
  hasFailed = false;
  /** When it was last kept. */
  savedAt: number | undefined;
  #options: DraftKeeperOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isAskedAgain = false;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
  }

  /** Takes a change, to be kept after a while. */
  change(draft: DraftBody) {
    this.draft = { ...draft, updatedAt: new Date(this.#options.now()).toISOString() };
    this.isUnsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), DELAY);
  }

  /** Keeps what changed now. */
  flush() {
    clearTimeout(this.#timer);
    const { draft } = this;
    if (!this.isUnsaved || !draft) return;
    const isCopied = this.#copy(JSON.stringify(draft));
    const save = this.#options.save();
    if (this.#isSaving) this.#isAskedAgain = true;
    else if (save) void this.#send(draft, save);
    else this.#end(draft, isCopied);
  }

  /** Ends it, once the draft has become a submission. */
  clear() {
    clearTimeout(this.#timer);
    this.isUnsaved = false;
    this.#copy();
  }

  async #send(draft: Draft, save: (draft: DraftBody) => Promise<void>) {
    const { updatedAt: _, ...body } = draft;
    let isSaved = true;
    this.#isSaving = true;
    try {
      await save(body);
    } catch (thrown) {
      isSaved = false;
      // Failures in a row are one to the page.
      if (this.isUnsaved && !this.hasFailed) this.#options.onError(thrown);
    }
    this.#isSaving = false;
    if (isSaved && this.draft === draft) this.#copy();
    this.#end(draft, isSaved);
    const isAskedAgain = this.#isAskedAgain;
    this.#isAskedAgain = false;
    if (isAskedAgain) this.flush();
  }

  #end(draft: Draft, isSaved: boolean) {
    this.hasFailed = !isSaved;
    if (isSaved) this.savedAt = this.#options.now();
    if (isSaved && this.draft === draft) this.isUnsaved = false;
    this.#options.onChange();
  }

  /** Puts a copy in the browser's session, or takes it away. Whether that was possible. */
  #copy(text?: string): boolean {
    const { storage, key } = this.#options;
    try {
      if (text) storage().setItem(key, text);
      else storage().removeItem(key);
      return true;
    } catch {
      return false;
    }
  }
}

/** The later one of the host's draft and of the copy that rests in the browser, if it is readable. */
export function newestDraft(
  draft: Draft | null | undefined,
  storage: () => DraftStorage,
  key: string,
): Draft | undefined {
  try {
    const copy = draftSchema.parse(JSON.parse(storage().getItem(key)!));
    if (!draft || Date.parse(copy.updatedAt) > Date.parse(draft.updatedAt)) return copy;
  } catch {
    // There is none, or none that this version wrote.
  }
  return draft ?? undefined;
}
