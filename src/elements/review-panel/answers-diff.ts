import type {
  Answer,
  Answers,
  Field,
  Form,
  ReviewDetail,
  Submission,
} from '../../contract/index.js';
import { allFields, answerOf, isFilled, visibleSteps } from '../../contract/visibility.js';
import { share } from '../../store/share.js';
import type { ReviewNotes } from './notes-keeper.js';

export type AnswerChange = 'changed' | 'added' | 'removed';

/** The answer to one field, beside that of the attempt before. */
export interface ComparedAnswer {
  fieldId: string;
  label: string;
  field: Field | undefined;
  answer: Answer | undefined;
  /** The field as it was: its options may have been others. */
  fieldBefore: Field | undefined;
  before: Answer | undefined;
  /** Absent where it stayed the same, and where there was no attempt before. */
  change: AnswerChange | undefined;
}

export interface AnswerGroup {
  /** The step's place and title; absent for what belongs to no step of this form. */
  step?: { number: number; title: string };
  answers: ComparedAnswer[];
}

/**
 * Every answer of a submission in the order of its form, with what became of those of the attempt
 * before. What has no field in this form any more comes last; so does a field that is only noted.
 */
export function compareAnswers(
  { form, answers }: Submission,
  previous: Submission | null,
  notedFields: readonly string[] = [],
): AnswerGroup[] {
  const fieldsBefore = new Map(
    previous?.form ? allFields(previous.form).map((field) => [field.id, field]) : [],
  );
  const shown = new Set<string>();

  const compare = (fieldId: string, field?: Field): ComparedAnswer => {
    shown.add(fieldId);
    const fieldBefore = fieldsBefore.get(fieldId) ?? field;
    const answer = answerOf(answers, fieldId);
    const before = previous ? answerOf(previous.answers, fieldId) : undefined;
    return {
      fieldId,
      label: (field ?? fieldBefore)?.label ?? fieldId,
      field: field ?? fieldBefore,
      answer,
      fieldBefore,
      before,
      change: previous ? changeOf(before, answer) : undefined,
    };
  };

  const groups: AnswerGroup[] = [];
  const visible = form && visibleFields(form, answers);
  for (const [at, { title, fields }] of (form?.steps ?? []).entries()) {
    const compared = fields
      .filter(({ kind }) => kind !== 'info')
      .map((field) => compare(field.id, field))
      .filter(
        ({ fieldId, answer, change }) =>
          !visible || visible.has(fieldId) || change || isFilled(answer),
      );
    if (compared.length > 0) groups.push({ step: { number: at + 1, title }, answers: compared });
  }
  const ids = [...Object.keys(answers), ...Object.keys(previous?.answers ?? {}), ...notedFields];
  const others = [...new Set(ids)].filter((id) => !shown.has(id)).map((id) => compare(id));
  if (others.length > 0) groups.push({ answers: others });
  return groups;
}

/** The answers stand as long as what was read does. */
const known = new WeakMap<ReviewDetail, AnswerGroup[]>();

/** The answers of what is on the screen; a field that anybody noted is among them. */
export function groupsOf(detail: ReviewDetail, written: ReviewNotes): AnswerGroup[] {
  const { submission, previous } = detail;
  const found = known.get(detail);
  if (found) return found;
  const noted = [previous?.review, submission.review, written].flatMap(
    (each) => each?.fieldNotes ?? [],
  );
  const groups = compareAnswers(
    submission,
    previous,
    noted.map(({ fieldId }) => fieldId),
  );
  known.set(detail, groups);
  return groups;
}

/** Undefined where the form's conditions can't be told: then nothing of it is left out. */
function visibleFields(form: Form, answers: Answers): Set<string> | undefined {
  try {
    const fields = visibleSteps(form, answers).flatMap((step) => step.fields);
    return new Set(fields.map(({ id }) => id));
  } catch {
    return undefined;
  }
}

function changeOf(before: Answer | undefined, now: Answer | undefined): AnswerChange | undefined {
  if (!isFilled(before)) return isFilled(now) ? 'added' : undefined;
  if (!isFilled(now)) return 'removed';
  return share(sorted(before), sorted(now)) === sorted(before) ? undefined : 'changed';
}

/** Choices say the same in any order. */
const sorted = (answer: Answer | undefined) =>
  Array.isArray(answer) ? answer.toSorted().join('\n') : answer;
