import { pageStorage, readKept, writeKept, type PageStorage } from '../../connect/page-storage.js';
import type { DecisionAction } from '../../contract/index.js';
import { NOTES_LIMIT, type FieldNote } from '../../contract/review.js';

/** What a reviewer wrote, until it is known to have arrived. */
export interface ReviewNotes {
  readonly notes: string;
  readonly fieldNotes: readonly FieldNote[];
  /** The decision it was sent with, while nobody can tell whether that arrived. */
  readonly sent?: Sent | undefined;
}

export interface Sent {
  readonly act: DecisionAction;
  /** The version that it was about. */
  readonly version: string;
  readonly notes: string | null;
}

const NONE: ReviewNotes = { notes: '', fieldNotes: [] };

/** The field notes that say something. */
export const filledNotes = ({ fieldNotes }: ReviewNotes): FieldNote[] =>
  fieldNotes.filter(({ note }) => note.trim());

export const isBlank = (written: ReviewNotes): boolean =>
  !written.notes.trim() && filledNotes(written).length === 0;

/** Counted as the contract does, by code points. */
export const lengthOf = (note: string): number => [...note].length;
export const isTooLong = (note: string): boolean => lengthOf(note) > NOTES_LIMIT;

/** The note at one field. */
export const noteAt = ({ fieldNotes }: Pick<ReviewNotes, 'fieldNotes'>, fieldId: string): string =>
  fieldNotes.find((each) => each.fieldId === fieldId)?.note ?? '';

export function withNoteAt(written: ReviewNotes, fieldId: string, note: string): ReviewNotes {
  const others = written.fieldNotes.filter((each) => each.fieldId !== fieldId);
  return { ...written, fieldNotes: note ? [...others, { fieldId, note }] : others };
}

/** Both, one below the other, where both say something. */
const joined = (...texts: string[]) => texts.filter((text) => text.trim()).join('\n\n');

/** Adds what was written about another attempt. */
export function withNotesOf(written: ReviewNotes, other: ReviewNotes): ReviewNotes {
  const start = { ...written, notes: joined(written.notes, other.notes) };
  return filledNotes(other).reduce(
    (all, { fieldId, note }) => withNoteAt(all, fieldId, joined(noteAt(all, fieldId), note)),
    start,
  );
}

/** Of all panels of the page, by name: what the browser would not keep. */
const unkeptOfPage = new Map<string, ReviewNotes>();

const askToStay = (event: Event) => event.preventDefault();

/**
 * Keeps notes by submission, while the reviewer looks at others and when the page is loaded again.
 * Where the browser stores nothing, they live as long as the page, which then asks before it is left.
 *
 * By submission alone: the contract tells nobody who the reviewer is, and what was typed has to be
 * there again for the same one after a new sign-in. The notes of a colleague at the same tab are seen
 * before they are sent, and go with the tab; a page with a sign-out of its own clears the session.
 */
export function createNotesKeeper(storage: PageStorage = pageStorage, unkept = unkeptOfPage) {
  const held = new Map<string, ReviewNotes>();
  const nameOf = (submissionId: string) => `golive-review-notes:${submissionId}`;

  return {
    get(submissionId: string): ReviewNotes {
      const name = nameOf(submissionId);
      const found =
        held.get(submissionId) ?? unkept.get(name) ?? readKept(storage, name, toNotes) ?? NONE;
      held.set(submissionId, found);
      return found;
    },
    set(submissionId: string, written: ReviewNotes) {
      const name = nameOf(submissionId);
      const kept = isBlank(written) ? undefined : written;
      held.set(submissionId, written);
      if (writeKept(storage, name, kept) || !kept) unkept.delete(name);
      else unkept.set(name, kept);
      // Only while there is something to lose: such a listener keeps a page from being put aside.
      const change = unkept.size > 0 ? 'addEventListener' : 'removeEventListener';
      globalThis[change]?.('beforeunload', askToStay);
    },
    drop(submissionId: string) {
      this.set(submissionId, NONE);
    },
    /** Whether a reload would lose them. */
    isUnkept: (submissionId: string): boolean => unkept.has(nameOf(submissionId)),
    /** Takes what was written about one attempt to another. */
    move(from: string, to: string) {
      this.set(to, withNotesOf(this.get(to), this.get(from)));
      this.drop(from);
    },
  };
}

/** Whatever else has come to stand there is no note. */
function toNotes(value: unknown): ReviewNotes {
  const { notes, fieldNotes, sent } = value as ReviewNotes;
  const isSound =
    typeof notes === 'string' &&
    fieldNotes.every(
      ({ fieldId, note }) => typeof fieldId === 'string' && typeof note === 'string',
    );
  return isSound ? { notes, fieldNotes, ...(sent && { sent }) } : NONE;
}
