import * as z from 'zod/mini';
import { id, lane, time } from './words.js';

/** The kinds that have words of their own; any other kind shows as it is. */
export const activityKinds = [
  'subscription_created',
  'credentials_created',
  'credentials_regenerated',
  'secret_rotated',
  'secret_retired',
  'token_generated',
  'submitted',
  'approved',
  'rejected',
  'changes_requested',
  'payment_completed',
  'payment_failed',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Who did what and when. Append-only, newest first, never a secret. */
export const activityEntry = z.object({
  id,
  at: time,
  actor: z.nullable(z.string()),
  kind: z.string(),
  lane: z.optional(lane),
  attempt: z.optional(z.int()),
  notes: z.optional(z.string()),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const activityPage = z.object({
  entries: z.array(activityEntry),
  nextCursor: z.nullable(z.string()),
});
export type ActivityPage = z.infer<typeof activityPage>;
