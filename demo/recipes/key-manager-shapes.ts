/** The gateway's own records, and what they are in the contract's words. */
import * as z from 'zod/mini';
import {
  issuedCredential,
  snapshot,
  type Credential,
  type IssuedCredential,
  type Lane,
  type Phase,
  type QueueItem,
  type QueueState,
  type Review,
  type ReviewDetail,
  type Role,
  type Snapshot,
  type Submission,
} from '../../src/contract/index.js';
import { locksOf, permissions } from '../../src/rules/index.js';
import { fitted } from './exchange.js';

export const application = z.object({
  applicationId: z.string(),
  name: z.string(),
  throttlingPolicy: z.string(),
  updatedTime: z.string(),
});

export const applicationKey = z.object({
  keyMappingId: z.string(),
  keyType: z.enum(['SANDBOX', 'PRODUCTION']),
  consumerKey: z.string(),
  /** In the answer that made it alone; null in the answer to a repeat, absent in lists. */
  consumerSecret: z.optional(z.nullable(z.string())),
  secretReference: z.string(),
  createdTime: z.string(),
});
type ApplicationKey = z.infer<typeof applicationKey>;

export const subscription = z.object({
  subscriptionId: z.string(),
  status: z.enum(['ON_HOLD', 'UNBLOCKED', 'REJECTED']),
  requestedTime: z.string(),
  requestedBy: z.string(),
  decidedTime: z.nullable(z.string()),
  remarks: z.nullable(z.string()),
});
type Subscription = z.infer<typeof subscription>;

export const workflow = z.object({
  referenceId: z.string(),
  revision: z.string(),
  status: z.enum(['CREATED', 'APPROVED', 'REJECTED']),
  applicationId: z.string(),
  applicationName: z.string(),
  throttlingPolicy: z.string(),
  requestedBy: z.string(),
  createdTime: z.string(),
  updatedTime: z.nullable(z.string()),
  description: z.nullable(z.string()),
});
type Workflow = z.infer<typeof workflow>;

/** `count` is of all there are, not of this page. */
export const listOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ count: z.number(), list: z.array(item) });

/** A workflow knows no request for changes. */
export const workflowStatus: Partial<Record<QueueState, Workflow['status']>> = {
  waiting: 'CREATED',
  approved: 'APPROVED',
  rejected: 'REJECTED',
};
const queueStates = { CREATED: 'waiting', APPROVED: 'approved', REJECTED: 'rejected' } as const;
const phases = {
  ON_HOLD: 'in_review',
  CREATED: 'in_review',
  UNBLOCKED: 'production',
  APPROVED: 'production',
  REJECTED: 'rejected',
} as const;

const capabilities = {
  token: false,
  regenerate: false,
  rotate: true,
  overlapSeconds: 0,
  drafts: false,
  events: false,
};

/** Never with the secret, whether the key carries one or not. */
const credentialOf = (lane: Lane, key: ApplicationKey): Credential => ({
  id: key.keyMappingId,
  lane,
  kind: 'client_credentials',
  createdAt: key.createdTime,
  expiresAt: null,
  // The gateway can't be told that a secret arrived. Null for ever would ask for it for ever.
  deliveredAt: key.createdTime,
  values: [
    { name: 'client_id', label: 'Consumer key', secret: false, value: key.consumerKey },
    { name: 'client_secret', label: 'Consumer secret', secret: true },
  ],
  // Another id after each rotation: by it the store knows whether a lost answer was an act done.
  secrets: [
    {
      id: key.secretReference,
      name: 'client_secret',
      hint: '',
      createdAt: key.createdTime,
      validUntil: null,
    },
  ],
});

/** A repeat gets the same key without its secret. */
export function issuedOf(lane: Lane, key: ApplicationKey): IssuedCredential {
  const { consumerKey, consumerSecret } = key;
  const revealed = consumerSecret
    ? [
        { name: 'client_id', label: 'Consumer key', value: consumerKey },
        { name: 'client_secret', label: 'Consumer secret', value: consumerSecret },
      ]
    : [];
  const credential = credentialOf(lane, key);
  return fitted(issuedCredential, { credential, revealed, replayed: !consumerSecret });
}

export interface Parts {
  app: z.infer<typeof application>;
  keys: ApplicationKey[];
  subscription: Subscription | undefined;
}

/** One snapshot of three reads. What changed between two of them is another version at the next. */
export function snapshotOf({ app, keys, subscription: latest }: Parts, role: Role): Snapshot {
  const phase: Phase = latest ? phases[latest.status] : 'sandbox';
  const sandbox = keys.find(({ keyType }) => keyType === 'SANDBOX');
  const production = keys.find(({ keyType }) => keyType === 'PRODUCTION');
  const situation = {
    status: 'active' as const,
    phase,
    changesRequested: false,
    role,
    credentials: {
      sandbox: sandbox ? credentialOf('sandbox', sandbox) : null,
      production: production ? credentialOf('production', production) : null,
    },
    hasForm: false,
    formVersion: null,
    capabilities,
  };
  return fitted(snapshot, {
    ...situation,
    id: app.applicationId,
    version: versionOf([app, situation.credentials, latest]),
    name: app.name,
    plan: { id: app.throttlingPolicy, name: app.throttlingPolicy, paid: false, hasPipeline: true },
    ...permissions(situation),
    locks: { sandbox: locksOf(situation, 'sandbox'), production: locksOf(situation, 'production') },
    submission: latest
      ? {
          id: latest.subscriptionId,
          attempt: 1,
          submittedAt: latest.requestedTime,
          submittedBy: latest.requestedBy,
        }
      : null,
    review: latest ? decisionOf(latest.status, latest.remarks, latest.decidedTime) : null,
    links: {},
    updatedAt: app.updatedTime,
  });
}

/** The rules say what may be done; the workflow knows no request for changes. */
function decisionsOf(before: Snapshot, { status }: Workflow) {
  const said = permissions({ ...before, phase: phases[status] });
  return {
    allowedActions: said.allowedActions.filter((action) => action !== 'request_changes'),
    refusals: { ...said.refusals, request_changes: 'not_supported' },
  };
}

function decisionOf(
  status: Subscription['status'] | Workflow['status'],
  notes: string | null,
  decidedAt: string | null,
): Review | null {
  const phase = phases[status];
  if (phase === 'in_review' || decidedAt === null) return null;
  const outcome = phase === 'production' ? 'approved' : 'rejected';
  return { outcome, notes, fieldNotes: [], decidedAt, reviewer: null };
}

/** What a developer handed in; without a form there is nothing in it but that it was. */
export const submissionOf = (id: string, latest: Subscription): Submission => ({
  id: latest.subscriptionId,
  version: latest.status,
  subscriptionId: id,
  attempt: 1,
  form: null,
  answers: {},
  submittedAt: latest.requestedTime,
  submittedBy: latest.requestedBy,
  review: decisionOf(latest.status, latest.remarks, latest.decidedTime),
});

export const reviewOf = (found: Workflow, present: Snapshot): ReviewDetail => ({
  version: found.revision,
  ...decisionsOf(present, found),
  snapshot: present,
  submission: {
    id: found.referenceId,
    version: found.revision,
    subscriptionId: found.applicationId,
    attempt: 1,
    form: null,
    answers: {},
    submittedAt: found.createdTime,
    submittedBy: found.requestedBy,
    review: decisionOf(found.status, found.description, found.updatedTime),
  },
  previous: null,
  testData: [],
  activity: [],
});

export const queueItemOf = (found: Workflow): QueueItem => ({
  submissionId: found.referenceId,
  version: found.revision,
  subscriptionId: found.applicationId,
  subscriptionName: found.applicationName,
  planName: found.throttlingPolicy,
  developer: found.requestedBy,
  attempt: 1,
  state: queueStates[found.status],
  submittedAt: found.createdTime,
  decidedAt: found.updatedTime,
  allowedActions: found.status === 'CREATED' ? ['approve', 'reject'] : [],
});

/** The gateway has no versions: a text of 64 bits that differs when any part does. */
function versionOf(parts: unknown): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of JSON.stringify(parts)) {
    one = Math.imul(one ^ sign.codePointAt(0)!, 2654435761);
    other = Math.imul(other ^ sign.codePointAt(0)!, 1597334677);
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
}
