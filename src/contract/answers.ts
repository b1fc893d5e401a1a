import * as z from 'zod/mini';
import { fileProblem } from './file.js';
import {
  answers as anyAnswers,
  fileReference,
  type Answer,
  type Answers,
  type Field,
  type Form,
} from './form.js';
import { compilePattern, fitsPattern } from './pattern.js';
import { allFields, answerOf, isFilled, visibilityOf } from './visibility.js';
import { isIsoDay } from './words.js';

/** What can be wrong with an answer. The comments are the reference in docs/forms.md. */
export const answerCodes = [
  /** There is no answer, or a box that must be ticked is not. */
  'required',
  /** It is no answer of this kind: a text instead of a number, a fraction of a whole number. */
  'type',
  /** It is below `min`. */
  'min',
  /** It is above `max`, or the file is larger than `maxSize`. */
  'max',
  /** The text is shorter than `minLength`. */
  'min_length',
  /** The text is longer than `maxLength`. */
  'max_length',
  /** The text does not match the `pattern`, or the pattern must not be run. */
  'pattern',
  /** It is none of the `options`, or one of them twice, or a file that `accept` does not name. */
  'option',
  /** It is no web address. */
  'url',
  /** It is no email address. */
  'email',
  /** It is no day that exists. */
  'date',
  /** The field is not shown for these answers, so it must have none. */
  'hidden_field',
  /** There is no such field, or one that takes no answer. */
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
 * and its `params.code` an {@link AnswerCode}. It takes anything at all and never throws.
 * @throws FormDefinitionError when nobody can say which fields of the form are shown.
 */
export function answersSchema(form: Form): AnswersSchema {
  const check = checkOf(form);
  const fitting = z.unknown().check((payload) => {
    for (const { fieldId, code } of check(payload.value)) {
      payload.issues.push({
        code: 'custom',
        input: payload.value,
        path: fieldId === '' ? [] : [fieldId],
        params: { code },
        message: code,
      });
    }
  });
  return z.pipe(fitting, anyAnswers);
}

/**
 * Everything wrong with these answers, in the order of the form; empty when they fit. What is no
 * object of answers at all has the code `type` at the empty id.
 * @throws FormDefinitionError as {@link answersSchema}.
 */
export const checkAnswers = (form: Form, answers: unknown): AnswerError[] => checkOf(form)(answers);

function checkOf(form: Form): (given: unknown) => AnswerError[] {
  const visible = visibilityOf(form);
  const known = new Set(allFields(form).map(({ id }) => id));

  return (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return [{ fieldId: '', code: 'type' }];
    }
    const answers = given as Answers;
    const errors: AnswerError[] = [];
    const shown = new Set<string>();
    for (const field of visible(answers).flatMap(({ fields }) => fields)) {
      shown.add(field.id);
      const code = checkAnswer(field, answerOf(answers, field.id));
      if (code) errors.push({ fieldId: field.id, code });
    }
    for (const fieldId of Object.keys(answers)) {
      if (!known.has(fieldId)) errors.push({ fieldId, code: 'unknown_field' });
      else if (!shown.has(fieldId)) errors.push({ fieldId, code: 'hidden_field' });
    }
    return errors;
  };
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
  const { minLength = 0, maxLength = Infinity } = field;
  if (minLength > 0 || answer.length > maxLength) {
    const length = [...answer].length;
    if (length < minLength) return 'min_length';
    if (length > maxLength) return 'max_length';
  }
  if (field.pattern === undefined) return undefined;
  // A pattern that nobody may run is met by nothing; a browser does not even show such a form.
  const pattern = compilePattern(field.pattern, field.maxLength);
  return pattern && fitsPattern(pattern, answer) ? undefined : 'pattern';
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
    if (!Array.isArray(answer) || answer.some((value) => typeof value !== 'string')) return 'type';
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
