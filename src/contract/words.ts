import * as z from 'zod/mini';

/** Where a credential belongs: the practice lane or the live one. */
export const lane = z.enum(['sandbox', 'production']);
export type Lane = z.infer<typeof lane>;

/** On which side of the review the caller stands. */
export const role = z.enum(['developer', 'reviewer']);
export type Role = z.infer<typeof role>;

/** What a reviewer can decide. */
export const outcome = z.enum(['approved', 'rejected', 'changes_requested']);
export type Outcome = z.infer<typeof outcome>;

/** The pipeline's phase. It is one axis; {@link status} is the other. */
export const phase = z.enum(['sandbox', 'in_review', 'production', 'rejected']);
export type Phase = z.infer<typeof phase>;

/** The commercial state of the subscription, independent of the phase. */
export const status = z.enum([
  'active',
  'pending_approval',
  'pending_payment',
  'payment_failed',
  'cancelled',
  'expired',
]);
export type Status = z.infer<typeof status>;

/** Every act of the pipeline. Acts on credentials name their lane behind a colon. */
export const action = z.enum([
  'create_credentials:sandbox',
  'create_credentials:production',
  'regenerate:sandbox',
  'regenerate:production',
  'rotate_secret:sandbox',
  'rotate_secret:production',
  'retire_secret:sandbox',
  'retire_secret:production',
  'generate_token:sandbox',
  'generate_token:production',
  'save_draft',
  'submit',
  'approve',
  'reject',
  'request_changes',
]);
export type Action = z.infer<typeof action>;

/** The acts that end a review, in the order in which they are offered, and what each comes to. */
export const outcomeByAction = {
  approve: 'approved',
  request_changes: 'changes_requested',
  reject: 'rejected',
} as const satisfies Partial<Record<Action, Outcome>>;
export type DecisionAction = keyof typeof outcomeByAction;

/** The act that comes to an outcome. */
export const actionOf = (outcome: Outcome): DecisionAction =>
  (Object.keys(outcomeByAction) as DecisionAction[]).find(
    (act) => outcomeByAction[act] === outcome,
  )!;

/** Why a lane is locked. All that hold are listed, in this order; a card leads with the first. */
export const lockReason = z.enum([
  'not_approved',
  'in_review',
  'rejected',
  'payment_pending',
  'payment_failed',
  'subscription_inactive',
]);
export type LockReason = z.infer<typeof lockReason>;

/** Why the rules refuse an action. A host may add codes of its own, so readers take any string. */
export const refusalCodes = [
  ...lockReason.options,
  'credentials_exist',
  'credentials_missing',
  'credentials_expired',
  'credentials_changed',
  'secret_missing',
  'no_secret',
  'not_supported',
  'already_in_review',
  'already_in_production',
  'form_changed',
  'answers_invalid',
  'version_conflict',
  'not_in_review',
  'own_submission',
  'notes_required',
  'forbidden',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** An opaque id, safe as one segment of a URL: a path would swallow `.` and `..`. */
export const id = z.string().check(z.regex(/^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/));

/** An opaque version, also sent as ETag and If-Match (in double quotes there). */
export const version = z.string().check(z.regex(/^[A-Za-z0-9._~-]{1,64}$/));

/** A day that exists, as YYYY-MM-DD. Such days sort as text. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A moment as an RFC 3339 string in UTC, such as `2026-11-24T09:12:00Z`. Only one that a clock can
 * show: a page that formats it must not fail. So no leap second, which JavaScript has no date for.
 */
export const time = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/),
  z.refine((text) => isIsoDay(text.slice(0, 10)), { error: 'date' }),
);
