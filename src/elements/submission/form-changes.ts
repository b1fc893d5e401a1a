import type { Answer, Field, Review, Submission } from '../../contract/index.js';
import { allFields, answerOf, isFilled } from '../../contract/visibility.js';
import { answerAt, stepsOf, type Change, type FormState } from './form-state.js';

/** How an answer differs from the one of the last attempt. */
export function changeOf(state: FormState, field: Field): Change | undefined {
  const { previous } = state;
  if (!previous || field.kind === 'info') return undefined;
  const [before, now] = [previousAnswer(previous, field), answerAt(state, field)];
  if (!isFilled(now)) return isFilled(before) ? 'removed' : undefined;
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  return isFilled(before) ? 'changed' : 'added';
}

export const countChanges = (state: FormState, fields: readonly Field[]): number =>
  fields.filter((field) => changeOf(state, field)).length;

/** A box left alone is not sent by everyone, and says no all the same. */
export const previousAnswer = ({ answers }: Submission, { id, kind }: Field): Answer | undefined =>
  answerOf(answers, id) ?? (kind === 'boolean' ? false : undefined);

/** What the last attempt answered and this one is not asked any more. */
export function removedAnswers(state: FormState) {
  const { form, previous } = state;
  if (!previous) return [];
  const shown = new Set(stepsOf(state).flatMap(({ fields }) => fields.map(({ id }) => id)));
  const known = [...(previous.form ? allFields(previous.form) : []), ...allFields(form)];
  return Object.entries(previous.answers)
    .filter(([fieldId, answer]) => !shown.has(fieldId) && isFilled(answer))
    .map(([fieldId, answer]) => ({
      fieldId,
      field: known.find(({ id }) => id === fieldId),
      answer,
    }));
}

export const noteAt = (review: Review | null | undefined, field: Field): string | undefined =>
  review?.fieldNotes.find(({ fieldId }) => fieldId === field.id)?.note;

/** Whether what a reviewer noted at a field is dealt with: by the person's word, else by a change. */
export const isHandled = (state: FormState, field: Field): boolean =>
  state.handled.get(field.id) ?? changeOf(state, field) !== undefined;

export const handle = (state: FormState, { id }: Field, isDone: boolean): FormState => ({
  ...state,
  handled: new Map(state.handled).set(id, isDone),
});

/** How many notes at these fields wait to be handled. */
export const countNotes = (
  state: FormState,
  review: Review | null | undefined,
  fields: readonly Field[],
): number => fields.filter((field) => noteAt(review, field) && !isHandled(state, field)).length;
