import * as z from 'zod/mini';
import { credential } from './credential.js';
import { review } from './review.js';
import { action, id, lockReason, phase, role, status, time, version } from './words.js';

/** Actions that are refused now, each with its code. */
export const refusals = z.record(z.string(), z.string());

/** Everything the developer's page shows of one subscription, at one version. Never a secret. */
export const snapshot = z.object({
  id,
  /** Changes with anything in the snapshot, also when time alone changes it. */
  version,
  name: z.string(),
  status,
  phase,
  /** A reviewer sent it back to sandbox; holds until the next submission. */
  changesRequested: z.boolean(),
  plan: z.object({ id, name: z.string(), paid: z.boolean(), hasPipeline: z.boolean() }),
  role,
  allowedActions: z.array(action),
  /** What the rest of the snapshot doesn't show, such as `own_submission`, must stand here. */
  refusals,
  locks: z.object({ sandbox: z.array(lockReason), production: z.array(lockReason) }),
  credentials: z.object({
    sandbox: z.nullable(credential),
    production: z.nullable(credential),
  }),
  submission: z.nullable(
    z.object({ id, attempt: z.int(), submittedAt: time, submittedBy: z.string() }),
  ),
  review: z.nullable(review),
  hasForm: z.boolean(),
  formVersion: z.nullable(version),
  links: z.object({
    sandboxDocs: z.optional(z.string()),
    sandboxEndpoint: z.optional(z.string()),
    productionEndpoint: z.optional(z.string()),
    checkout: z.optional(z.string()),
  }),
  capabilities: z.object({
    token: z.boolean(),
    regenerate: z.boolean(),
    rotate: z.boolean(),
    /** The longest overlap of a rotation in seconds; 0 for none. */
    overlapSeconds: z.int().check(z.gte(0)),
    drafts: z.boolean(),
    events: z.boolean(),
  }),
  updatedAt: time,
});
export type Snapshot = z.infer<typeof snapshot>;
