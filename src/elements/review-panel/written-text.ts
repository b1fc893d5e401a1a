import type { DetailModel } from './model.js';
import { filledNotes } from './notes-keeper.js';

export const labelOf = ({ groups }: DetailModel, fieldId: string) =>
  groups.flatMap(({ answers }) => answers).find((each) => each.fieldId === fieldId)?.label ??
  fieldId;

/** All that the reviewer wrote, each note at a field under its name. */
export function writtenText(model: DetailModel): string {
  const { written } = model;
  const lines = filledNotes(written).map(
    ({ fieldId, note }) => `${labelOf(model, fieldId)}: ${note}`,
  );
  return [written.notes.trim(), ...lines].filter(Boolean).join('\n\n');
}
