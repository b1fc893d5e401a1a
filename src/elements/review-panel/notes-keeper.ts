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
export function createNotesKeeper(storage: () => Storage = () => sessionStorage) {
  const held = new Map<string, ReviewNotes>();
  const nameOf = (submissionId: string) => `golive-review-notes:${submissionId}`;

  return {
    get(submissionId: string): ReviewNotes {
      const found = held.get(submissionId) ?? read(storage, nameOf(submissionId));
      held.set(submissionId, found);
      return found;
    },
    set(submissionId: string, written: ReviewNotes) {
      held.set(submissionId, written);
      const name = nameOf(submissionId);
      try {
        if (isBlank(written)) storage().removeItem(name);
        else storage().setItem(name, JSON.stringify(written));
      } catch {
        // It is full, or the page may not use it.
      }
    },
    drop(submissionId: string) {
      this.set(submissionId, NONE);
    },
  };
}

/** Whatever else has come to stand there is no note. */
function read(storage: () => Storage, name: string): ReviewNotes {
  try {
    const { notes, fieldNotes } = JSON.parse(storage().getItem(name) ?? '') as ReviewNotes;
    const isSound =
      typeof notes === 'string' &&
      fieldNotes.every(
        ({ fieldId, note }) => typeof fieldId === 'string' && typeof note === 'string',
      );
    return isSound ? { notes, fieldNotes } : NONE;
  } catch {
    return NONE;
  }
}
