import * as z from 'zod/mini';

/** One thing wrong in a body: where (a JSON pointer into it) and what. */
export const bodyError = z.object({ pointer: z.string(), code: z.string() });
export type BodyError = z.infer<typeof bodyError>;

/** An error answer: RFC 9457 problem details with a code. */
export const problem = z.object({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.number()),
  detail: z.optional(z.string()),
  code: z.string(),
  errors: z.optional(z.array(bodyError)),
});
export type Problem = z.infer<typeof problem>;

/** HTTP status of each code that is no refusal of the rules; refusals are 409 unless listed. */
export const problemStatus = {
  invalid: 422,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  version_conflict: 412,
  too_large: 413,
  unsupported_media_type: 415,
  version_missing: 428,
  too_many_requests: 429,
  internal: 500,
  notes_required: 422,
  answers_invalid: 422,
  idempotency_key_reused: 422,
  idempotency_in_progress: 409,
} as const;

/** The status that a code is sent with. */
export function statusOf(code: string): number {
  return Object.hasOwn(problemStatus, code)
    ? problemStatus[code as keyof typeof problemStatus]
    : 409;
}
