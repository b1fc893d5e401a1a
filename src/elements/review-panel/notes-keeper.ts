import { pageStorage, readKept, writeKept, type PageStorage } from '../../connect/page-storage.js';
import { NOTES_LIMIT, type FieldNote } from '../../contract/review.js';

/** What a reviewer wrote and has not sent. */
export interface ReviewNotes {
  readonly notes: string;
  readonly fieldNotes: readonly FieldNote[];
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

/**
 * Keeps notes by submission, while the reviewer looks at others and when the page is loaded again.
 * Where the browser stores nothing, they live as long as the page.
 */
export function createNotesKeeper(storage: PageStorage = pageStorage) {
  const held = new Map<string, ReviewNotes>();
  const nameOf = (submissionId: string) => `golive-review-notes:${submissionId}`;

  return {
    get(submissionId: string): ReviewNotes {
      const found =
        held.get(submissionId) ?? readKept(storage, nameOf(submissionId), toNotes) ?? NONE;
      held.set(submissionId, found);
      return found;
    },
    set(submissionId: string, written: ReviewNotes) {
      held.set(submissionId, written);
      writeKept(storage, nameOf(submissionId), isBlank(written) ? undefined : written);
    },
    drop(submissionId: string) {
      this.set(submissionId, NONE);
    },
  };
}

/** Whatever else has come to stand there is no note. */
function toNotes(value: unknown): ReviewNotes {
  const { notes, fieldNotes } = value as ReviewNotes;
  const isSound =
    typeof notes === 'string' &&
    fieldNotes.every(
      ({ fieldId, note }) => typeof fieldId === 'string' && typeof note === 'string',
    );
  return isSound ? { notes, fieldNotes } : NONE;
}
