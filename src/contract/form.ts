import * as z from 'zod/mini';
import { id, time, version } from './words.js';

/** What a field asks for, and with what. The comments are the reference in docs/forms.md. */
export const fieldKind = z.enum([
  /** A line of text. */
  'text',
  /** Several lines of text; with `maxLength` it counts along. */
  'textarea',
  /** A number, as people write it; the answer is a JSON number. */
  'number',
  /** A box to tick: `true` or `false`. A required one must be ticked. */
  'boolean',
  /** One of the `options`, by its `value`. Long lists can be searched. */
  'select',
  /** Any of the `options`: a list of values, each once. `min` and `max` count them. */
  'multi_select',
  /** A day, as `2026-11-24`; `min` and `max` are days too. */
  'date',
  /** An `http` or `https` address. */
  'url',
  /** An email address: one `@`, a dot after it, no white space. */
  'email',
  /** A telephone number; only a `pattern` says which. */
  'phone',
  /** A file that your host stored: `{id, name, size?, type?}`. See [Files](#files). */
  'file',
  /** Nothing: its `label` and `help` are there to be read. */
  'info',
]);
export type FieldKind = z.infer<typeof fieldKind>;

/** A file that the host stored: the answer holds its reference, never its bytes. */
export const fileReference = z.object({
  id,
  name: z.string(),
  size: z.optional(z.number()),
  type: z.optional(z.string()),
});
export type FileReference = z.infer<typeof fileReference>;

/** An answer as sent: a number for number fields, an ISO date for dates, values for choices. */
export const answer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  fileReference,
]);
export type Answer = z.infer<typeof answer>;

/** Answers by field id. A field without an answer is absent. */
export const answers = z.pipe(
  // A record would drop this key without a word, and with it what somebody sent.
  z.unknown().check((payload) => {
    const { value } = payload;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__')) return;
    payload.issues.push({ code: 'custom', input: value, path: ['__proto__'], message: 'key' });
  }),
  z.record(z.string(), answer),
);
export type Answers = z.infer<typeof answers>;

/**
 * A condition on other answers. On a multi_select `equals` and `in` mean "contains".
 * A hidden field counts as unanswered.
 */
export type ShowWhen =
  | { field: string; equals: string | number | boolean }
  | { field: string; notEquals: string | number | boolean }
  | { field: string; in: (string | number | boolean)[] }
  | { field: string; filled: boolean }
  | { all: ShowWhen[] }
  | { any: ShowWhen[] };

const plainValue = z.union([z.string(), z.number(), z.boolean()]);

export const showWhen: z.ZodMiniType<ShowWhen> = z.union([
  z.object({ field: z.string(), equals: plainValue }),
  z.object({ field: z.string(), notEquals: plainValue }),
  z.object({ field: z.string(), in: z.array(plainValue) }),
  z.object({ field: z.string(), filled: z.boolean() }),
  z.object({ all: z.lazy(() => z.array(showWhen)) }),
  z.object({ any: z.lazy(() => z.array(showWhen)) }),
]);

/** As in HTML: `application/pdf`, `image/*`, or a file name's ending such as `.pdf`. */
const fileType = z.string().check(z.regex(/^(\.[^\s,/*]+|[\w.+-]+\/(\*|[\w.+-]+)|\*\/\*)$/));

/** A bound of a number, of a count of choices, or of a date (an ISO date then). */
const bound = z.union([z.number(), z.string()]);

export const field = z.object({
  /** Of its answer: one of a kind in the form, in all steps. */
  id: z.string().check(z.minLength(1)),
  /** See [Kinds](#kinds). */
  kind: fieldKind,
  /** The question. */
  label: z.string(),
  /** A hint that stays below the control. */
  help: z.optional(z.string()),
  /** Whether it must be answered, while it is shown. Blank text and an empty choice are no answer. */
  required: z.optional(z.boolean()),
  /** An example in the empty control; of a `select`, what stands there until one is chosen. */
  placeholder: z.optional(z.string()),
  /** The answer to begin with. It must fit the field. */
  default: z.optional(answer),
  /** What can be chosen, in this order. Values are not blank and not repeated. */
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  /** The least number, the first day, or the fewest choices. */
  min: z.optional(bound),
  /** The greatest number, the last day, or the most choices. */
  max: z.optional(bound),
  /** The fewest characters of a text; a code point is one. */
  minLength: z.optional(z.number()),
  /** The most characters of a text; a code point is one. */
  maxLength: z.optional(z.number()),
  /** What the whole text must match, as in HTML, with the flag `u`. See [Patterns](#patterns). */
  pattern: z.optional(z.string()),
  /** Said when the pattern is not met. */
  patternMessage: z.optional(z.string()),
  /** Of a number: it has no fraction. */
  integer: z.optional(z.boolean()),
  /** Of a number: stands beside the control, and is no part of the answer. */
  unit: z.optional(z.string()),
  /** Of a file: media types or name endings, any of which will do; all files when absent. */
  accept: z.optional(z.array(fileType).check(z.minLength(1))),
  /** Of a file: the most bytes. */
  maxSize: z.optional(z.int().check(z.gte(1))),
  /** What a browser may fill in: an autofill token of HTML, such as `organization`. */
  autocomplete: z.optional(z.string().check(z.regex(/^[a-z0-9-]+( [a-z0-9-]+)*$/))),
  /** When it is shown; always when absent. See [Conditions](#conditions). */
  showWhen: z.optional(showWhen),
});
export type Field = z.infer<typeof field>;

export const step = z.object({
  /** One of a kind in the form. */
  id: z.string(),
  /** Its name in the list of steps, and its heading. */
  title: z.string(),
  /** What stands below the heading. */
  description: z.optional(z.string()),
  /** The questions, in their order. */
  fields: z.array(field),
  /** When it is shown; a step with nothing to show is left out anyway. */
  showWhen: z.optional(showWhen),
});
export type Step = z.infer<typeof step>;

/** A plan's submission form: data, never code. */
export const form = z.object({
  /** Of the form, through all of its versions. */
  id,
  /** Another one with each change. See [A form that changes](#a-form-that-changes). */
  version,
  /** What the form is called to whoever uses a screen reader. */
  title: z.string(),
  /** At least one that is shown. The review of all answers is added as the last. */
  steps: z.array(step),
});
export type Form = z.infer<typeof form>;

/** Answers put aside before they are submitted. `step` is the index of the open one. */
export const draftBody = z.object({
  formVersion: version,
  answers,
  step: z.int().check(z.gte(0)),
});
export type DraftBody = z.infer<typeof draftBody>;

export const draft = z.extend(draftBody, { updatedAt: time });
export type Draft = z.infer<typeof draft>;

/** Without a form both are empty: `{answers: {}, formVersion: null}`. */
export const submissionBody = z.object({ answers, formVersion: z.nullable(version) });
export type SubmissionBody = z.infer<typeof submissionBody>;
