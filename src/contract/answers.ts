import type * as z from 'zod/mini';
import { fileProblem } from './file.js';
import {
  answers as anyAnswers,
  fileReference,
  type Answer,
  type Answers,
  type Field,
  type Form,
} from './form.js';
import { compilePattern } from './pattern.js';
import { allFields, isFilled, openSteps } from './visibility.js';
import { isIsoDay } from './words.js';

export const answerCodes = [
  'required',
  'type',
  'min',
  'max',
  'min_length',
  'max_length',
  'pattern',
  'option',
  'url',
  'email',
  'date',
  'hidden_field',
  'unknown_field',
] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** What is wrong with the answer to one field. */
export interface AnswerError {
  fieldId: string;
  code: AnswerCode;
}

/** The schema's type stays opaque: what it accepts are {@link Answers}. */
export type AnswersSchema = z.ZodMiniType<Answers>;

/**
 * One schema for a form's answers, the same in the browser and on a server: shape of each answer,
 * bounds, required ones, nothing hidden and nothing unknown. Each issue's path is the field's id
 * and its `params.code` an {@link AnswerCode}.
 * @throws FormDefinitionError when the form itself can't be shown.
 */
export function answersSchema(form: Form): AnswersSchema {
  return anyAnswers.check((payload) => {
    for (const { fieldId, code } of errorsOf(form, payload.value)) {
      payload.issues.push({
        code: 'custom',
        input: payload.value,
        path: [fieldId],
        params: { code },
        message: code,
      });
    }
  });
}

/**
 * Everything wrong with these answers, in the order of the form; empty when they fit.
 * @throws FormDefinitionError when the form itself can't be shown.
 */
export function checkAnswers(form: Form, answers: Answers): AnswerError[] {
  const result = answersSchema(form).safeParse(answers);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    fieldId: String(issue.path[0]),
    code: issue.code === 'custom' ? (issue.params!['code'] as AnswerCode) : 'type',
  }));
}

function errorsOf(form: Form, answers: Answers): AnswerError[] {
  const errors: AnswerError[] = [];
  const visible = new Set<string>();
  for (const { fields } of openSteps(form, answers)) {
    for (const field of fields) {
      visible.add(field.id);
      const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
      const code = checkAnswer(field, answer);
      if (code) errors.push({ fieldId: field.id, code });
    }
  }
  const known = new Set(allFields(form).map(({ id }) => id));
  for (const fieldId of Object.keys(answers)) {
    if (!known.has(fieldId)) errors.push({ fieldId, code: 'unknown_field' });
    else if (!visible.has(fieldId)) errors.push({ fieldId, code: 'hidden_field' });
  }
  return errors;
}

/** What is wrong with one answer to a visible field; undefined when it fits. */
export function checkAnswer(field: Field, answer: Answer | undefined): AnswerCode | undefined {
  if (field.kind === 'info') return answer === undefined ? undefined : 'unknown_field';
  if (!isFilled(answer)) return field.required ? 'required' : undefined;
  return checks[field.kind](field, answer!);
}

type Check = (field: Field, answer: Answer) => AnswerCode | undefined;

const text: Check = (field, answer) => {
  if (typeof answer !== 'string') return 'type';
  const length = [...answer].length;
  if (field.minLength !== undefined && length < field.minLength) return 'min_length';
  if (field.maxLength !== undefined && length > field.maxLength) return 'max_length';
  if (field.pattern === undefined) return undefined;
  // A pattern that nobody may run is met by nothing; a browser does not even show such a form.
  return compilePattern(field.pattern)?.test(answer) ? undefined : 'pattern';
};

const within = (field: Field, value: number | string): AnswerCode | undefined => {
  if (field.min !== undefined && value < field.min) return 'min';
  if (field.max !== undefined && value > field.max) return 'max';
  return undefined;
};

const isOption = (field: Field, value: string) =>
  (field.options ?? []).some((option) => option.value === value);

const checks: Record<Exclude<Field['kind'], 'info'>, Check> = {
  text,
  textarea: text,
  phone: text,
  number: (field, answer) => {
    const isOne = field.integer ? Number.isInteger(answer) : Number.isFinite(answer);
    return isOne ? within(field, answer as number) : 'type';
  },
  boolean: (field, answer) => {
    if (typeof answer !== 'boolean') return 'type';
    return field.required && !answer ? 'required' : undefined;
  },
  select: (field, answer) => {
    if (typeof answer !== 'string') return 'type';
    return isOption(field, answer) ? undefined : 'option';
  },
  multi_select: (field, answer) => {
    if (!Array.isArray(answer)) return 'type';
    const chosen = new Set(answer);
    if (chosen.size < answer.length || !answer.every((value) => isOption(field, value))) {
      return 'option';
    }
    return within(field, answer.length);
  },
  date: (field, answer) => {
    if (typeof answer !== 'string') return 'type';
    return isIsoDay(answer) ? within(field, answer) : 'date';
  },
  url: (field, answer) =>
    text(field, answer) ?? (isWebAddress(answer as string) ? undefined : 'url'),
  email: (field, answer) =>
    text(field, answer) ?? (EMAIL.test(answer as string) ? undefined : 'email'),
  file: (field, answer) => {
    const { success, data } = fileReference.safeParse(answer);
    return success ? fileProblem(field, data) : 'type';
  },
};

/** One @, something on both sides, a dot in the domain, no white space. Delivery proves the rest. */
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** Written out, for `new URL` would also mend what is none. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(value)) return false;
  try {
    return new URL(value).hostname !== '';
  } catch {
    return false;
  }
}
