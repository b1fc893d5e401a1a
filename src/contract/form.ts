import * as z from 'zod/mini';
import { id, time, version } from './words.js';

export const fieldKind = z.enum([
  'text',
  'textarea',
  'number',
  'boolean',
  'select',
  'multi_select',
  'date',
  'url',
  'email',
  'phone',
  'file',
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
  id: z.string().check(z.minLength(1)),
  kind: fieldKind,
  label: z.string(),
  help: z.optional(z.string()),
  required: z.optional(z.boolean()),
  placeholder: z.optional(z.string()),
  default: z.optional(answer),
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  min: z.optional(bound),
  max: z.optional(bound),
  /** Lengths count code points. */
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  /** As in HTML: anchored at both ends, with the u flag. */
  pattern: z.optional(z.string()),
  patternMessage: z.optional(z.string()),
  /** Of a number: without a fraction. */
  integer: z.optional(z.boolean()),
  /** Of a number: shown beside it, and no part of the answer. */
  unit: z.optional(z.string()),
  /** Of a file: any of these; all when absent. */
  accept: z.optional(z.array(fileType).check(z.minLength(1))),
  /** Of a file: bytes. */
  maxSize: z.optional(z.int().check(z.gte(1))),
  /** What the browser may fill in: an autofill token of HTML, such as `organization`. */
  autocomplete: z.optional(z.string().check(z.regex(/^[a-z0-9-]+( [a-z0-9-]+)*$/))),
  showWhen: z.optional(showWhen),
});
export type Field = z.infer<typeof field>;

export const step = z.object({
  id: z.string(),
  title: z.string(),
  description: z.optional(z.string()),
  fields: z.array(field),
  showWhen: z.optional(showWhen),
});
export type Step = z.infer<typeof step>;

/** A plan's submission form: data, never code. */
export const form = z.object({ id, version, title: z.string(), steps: z.array(step) });
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
