import * as z from 'zod/mini';
import { answers, form } from './form.js';
import { id, outcome, time, version } from './words.js';

/** The most code points that a note may have; a note at a field too. */
export const NOTES_LIMIT = 10_000;

export const notesText = z
  .string()
  .check(z.refine((text) => [...text].length <= NOTES_LIMIT, { error: 'max_length' }));

export const fieldNote = z.object({ fieldId: z.string(), note: notesText });
export type FieldNote = z.infer<typeof fieldNote>;

/** A decision as the developer reads it. A host may hide who decided. */
export const review = z.object({
  outcome,
  notes: z.nullable(notesText),
  fieldNotes: z.array(fieldNote),
  decidedAt: time,
  reviewer: z.nullable(z.string()),
});
export type Review = z.infer<typeof review>;

/** One attempt. Its form is pinned as it was when answered. */
export const submission = z.object({
  id,
  version,
  subscriptionId: id,
  attempt: z.int().check(z.gte(1)),
  form: z.nullable(form),
  answers,
  submittedAt: time,
  submittedBy: z.string(),
  review: z.nullable(review),
});
export type Submission = z.infer<typeof submission>;

/** The body of a decision; the version that the reviewer saw goes in If-Match. */
export const decision = z.object({
  outcome,
  notes: z.nullable(notesText),
  fieldNotes: z.array(fieldNote),
});
export type Decision = z.infer<typeof decision>;

/** The most submissions that one request may decide. */
export const BULK_LIMIT = 50;

/** One decision for several submissions, each with the version seen. */
export const bulkDecision = z.object({
  outcome,
  notes: z.nullable(notesText),
  items: z
    .array(z.object({ submissionId: id, version }))
    .check(z.minLength(1), z.maxLength(BULK_LIMIT)),
});
export type BulkDecision = z.infer<typeof bulkDecision>;
