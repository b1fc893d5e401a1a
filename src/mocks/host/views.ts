import {
  actionOf,
  type Credential,
  type Lane,
  type QueueItem,
  type QueueState,
  type ReviewDetail,
  type Role,
  type Snapshot,
  type Submission,
} from '../../contract/index.js';
import {
  locksOf,
  permissions,
  transitions,
  type Asked,
  type Situation,
} from '../../rules/index.js';
import { newestActivity } from './activity.js';
import type { Core } from './core.js';
import {
  latestSubmission,
  planOf,
  versionText,
  type Account,
  type CredentialRecord,
  type HostState,
  type SubmissionRecord,
  type SubscriptionRecord,
} from './state.js';

/** A reader: who it is, and on which side of the review. */
export interface Reader {
  account: Account;
  role: Role;
}

/** A credential as anyone may see it: no hash, and of a secret its last characters alone. */
function credentialOf(record: CredentialRecord | null): Credential | null {
  if (!record) return null;
  const { expired: _, secrets, values, ...shown } = record;
  const present = (name: string) =>
    secrets.find((secret) => secret.name === name && secret.validUntil === null);
  return {
    ...shown,
    values: values.map((value) => {
      const hint = value.secret ? present(value.name)?.hint : undefined;
      return hint === undefined ? value : { ...value, hint };
    }),
    secrets: secrets.map(({ hash: __, ...secret }) => secret),
  };
}

export const shownCredential = (record: CredentialRecord): Credential => credentialOf(record)!;

/** What the rules read of a subscription. */
export function situationOf(
  { capabilities }: Core,
  state: HostState,
  subscription: SubscriptionRecord,
  role: Role,
): Situation {
  const { form } = planOf(state, subscription);
  const { token, regenerate, rotate, overlapSeconds, drafts, events } = capabilities;
  return {
    status: subscription.status,
    phase: subscription.phase,
    changesRequested: subscription.changesRequested,
    role,
    credentials: {
      sandbox: credentialOf(subscription.credentials.sandbox),
      production: credentialOf(subscription.credentials.production),
    },
    hasForm: form !== null,
    formVersion: form?.version ?? null,
    capabilities: { token, regenerate, rotate, overlapSeconds, drafts, events },
  };
}

/** The situation of one attempt: once decided it is no longer in review, whatever came after it. */
export function attemptSituation(
  core: Core,
  state: HostState,
  subscription: SubscriptionRecord,
  { review }: SubmissionRecord,
): Situation {
  const situation = situationOf(core, state, subscription, 'reviewer');
  return review ? { ...situation, ...transitions[actionOf(review.outcome)].effect } : situation;
}

/** What a host knows of a request before it is made. */
export const askedBy = (
  { policies, now }: Core,
  { id }: Account,
  submission: SubmissionRecord | undefined,
): Asked => ({
  now: new Date(now()),
  own: !policies.ownReview && submission?.submitter === id,
  rejectedMayResubmit: policies.resubmitAfterReject,
});

const laneLocks = (subscription: SubscriptionRecord) => ({
  sandbox: locksOf(subscription, 'sandbox'),
  production: locksOf(subscription, 'production'),
});

export function snapshotOf(
  core: Core,
  state: HostState,
  subscription: SubscriptionRecord,
  { account, role }: Reader,
): Snapshot {
  const plan = planOf(state, subscription);
  const situation = situationOf(core, state, subscription, role);
  const latest = latestSubmission(state, subscription);
  const { checkout, ...links } = plan.links;
  const paymentMissing =
    subscription.status === 'pending_payment' || subscription.status === 'payment_failed';
  return {
    ...situation,
    id: subscription.id,
    version: versionText(state, subscription.version),
    name: subscription.name,
    plan: { id: plan.id, name: plan.name, paid: plan.paid, hasPipeline: plan.hasPipeline },
    ...permissions(situation, askedBy(core, account, latest)),
    locks: laneLocks(subscription),
    submission: latest
      ? {
          id: latest.id,
          attempt: latest.attempt,
          submittedAt: latest.submittedAt,
          submittedBy: latest.submittedBy,
        }
      : null,
    review: latest?.review ?? null,
    links: paymentMissing && checkout !== undefined ? { ...links, checkout } : links,
    updatedAt: subscription.updatedAt,
  };
}

export function submissionOf(state: HostState, record: SubmissionRecord): Submission {
  const { formKey, submitter: _, version, ...shown } = record;
  return {
    ...shown,
    version: versionText(state, version),
    form: formKey === null ? null : state.forms[formKey]!,
  };
}

export function reviewDetailOf(
  core: Core,
  state: HostState,
  submission: SubmissionRecord,
  account: Account,
): ReviewDetail {
  const subscription = state.subscriptions[submission.subscriptionId]!;
  const previousId = subscription.submissionIds[submission.attempt - 2];
  return {
    version: versionText(state, submission.version),
    ...permissions(
      attemptSituation(core, state, subscription, submission),
      askedBy(core, account, submission),
    ),
    snapshot: snapshotOf(core, state, subscription, { account, role: 'reviewer' }),
    submission: submissionOf(state, submission),
    previous: previousId === undefined ? null : submissionOf(state, state.submissions[previousId]!),
    testData: planOf(state, subscription).testData,
    activity: newestActivity(subscription, 100),
  };
}

export const queueStateOf = ({ review }: SubmissionRecord): QueueState =>
  review ? review.outcome : 'waiting';

export function queueItemOf(
  core: Core,
  state: HostState,
  submission: SubmissionRecord,
  account: Account,
): QueueItem {
  const subscription = state.subscriptions[submission.subscriptionId]!;
  return {
    submissionId: submission.id,
    version: versionText(state, submission.version),
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    planName: planOf(state, subscription).name,
    developer: submission.submittedBy,
    attempt: submission.attempt,
    state: queueStateOf(submission),
    submittedAt: submission.submittedAt,
    decidedAt: submission.review?.decidedAt ?? null,
    allowedActions: permissions(
      attemptSituation(core, state, subscription, submission),
      askedBy(core, account, submission),
    ).allowedActions,
  };
}

/** Whether a lane's secrets must not work. Only an open lane can be regenerated. */
export const isLaneLocked = (subscription: SubscriptionRecord, lane: Lane): boolean =>
  locksOf(subscription, lane).length > 0;
