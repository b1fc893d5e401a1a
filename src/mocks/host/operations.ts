import * as z from 'zod/mini';
import type { Operation } from '../../adapter/index.js';
import {
  activityPage,
  bulkDecision,
  bulkResults,
  decision,
  delivery,
  draft,
  draftBody,
  form,
  issuedCredential,
  issuedToken,
  queueCounts,
  queuePage,
  retirement,
  reviewDetail,
  rotation,
  snapshot,
  submission,
  submissionBody,
  testData,
  type IssuedCredential,
  type IssuedToken,
  type Role,
  type Routes,
} from '../../contract/index.js';
import { activityPageOf } from './activity.js';
import type {
  Context,
  LaneContext,
  Outcome,
  SubmissionContext,
  SubscriptionContext,
} from './context.js';
import {
  createCredentials,
  generateToken,
  markDelivered,
  regenerate,
  retireSecret,
  rotateSecret,
} from './credentials.js';
import { nextChangeAt } from './passing-time.js';
import { HostProblem } from './problem.js';
import { queueCountsOf, queuePageOf } from './queue.js';
import { decide, decideMany, matchesVersion } from './reviews.js';
import { entryOf, latestSubmission, planOf, versionText } from './state.js';
import { saveDraft, submit } from './submissions.js';
import { reviewDetailOf, snapshotOf, submissionOf } from './views.js';

/** One operation of the contract: where it lives, who may ask for it, and what it does. */
export interface OperationRule {
  method: 'GET' | 'POST' | 'PUT';
  route: keyof Routes;
  who: Role | 'both';
  body?: z.ZodMiniType;
  answer?: z.ZodMiniType;
  /** What a write needs beside its body; looked at before the rules. */
  precondition?: (context: Context) => void;
  /** The answer as a repeat gets it: without a secret. */
  replay?: (body: unknown) => unknown;
  run: (context: never, body: never) => Outcome | Promise<Outcome>;
}

/** Acts without a body of their own take any object, so that a host may add to it. */
const noBody = z.object({});
const none: Outcome = { status: 204 };
const replayCredential = (body: unknown): IssuedCredential => ({
  ...(body as IssuedCredential),
  revealed: [],
  replayed: true,
});
const replayToken = (body: unknown): IssuedToken => {
  const { curl: _, ...token } = body as IssuedToken;
  return { ...token, accessToken: null, replayed: true };
};

const readSnapshot = (context: SubscriptionContext): Outcome => {
  const body = snapshotOf(context.core, context.state, context.subscription, context);
  return { status: 200, body, etag: body.version };
};
const readReview = ({ core, state, submission: record, account }: SubmissionContext): Outcome => {
  const body = reviewDetailOf(core, state, record, account);
  return { status: 200, body, etag: body.version };
};
/** What there is, or 204. */
const found = (body: unknown): Outcome => (body == null ? none : { status: 200, body });

export const operations = {
  getSnapshot: {
    method: 'GET',
    route: 'snapshot',
    who: 'both',
    answer: snapshot,
    run: readSnapshot,
  },
  watchSubscription: {
    method: 'GET',
    route: 'subscriptionEvents',
    who: 'both',
    run: ({ state, subscription }: SubscriptionContext) => {
      const version = versionText(state, subscription.version);
      return {
        status: 200,
        body: { version },
        etag: version,
        changesAt: nextChangeAt(subscription),
      };
    },
  },
  createCredentials: {
    method: 'POST',
    route: 'credentials',
    who: 'developer',
    body: noBody,
    answer: issuedCredential,
    replay: replayCredential,
    run: async (context: LaneContext) => ({
      status: 201,
      body: await createCredentials(context),
    }),
  },
  regenerate: {
    method: 'POST',
    route: 'regenerate',
    who: 'developer',
    body: noBody,
    answer: issuedCredential,
    replay: replayCredential,
    run: async (context: LaneContext) => ({ status: 200, body: await regenerate(context) }),
  },
  rotateSecret: {
    method: 'POST',
    route: 'rotateSecret',
    who: 'developer',
    body: rotation,
    answer: issuedCredential,
    replay: replayCredential,
    run: async (context: LaneContext, body: z.infer<typeof rotation>) => ({
      status: 200,
      body: await rotateSecret(context, body),
    }),
  },
  retireSecret: {
    method: 'POST',
    route: 'retireSecret',
    who: 'developer',
    body: retirement,
    run: (context: LaneContext, body: z.infer<typeof retirement>) => {
      retireSecret(context, body);
      return none;
    },
  },
  generateToken: {
    method: 'POST',
    route: 'token',
    who: 'developer',
    body: noBody,
    answer: issuedToken,
    replay: replayToken,
    run: async (context: LaneContext) => ({ status: 200, body: await generateToken(context) }),
  },
  markDelivered: {
    method: 'POST',
    route: 'delivered',
    who: 'developer',
    body: delivery,
    run: (context: LaneContext, body: z.infer<typeof delivery>) => {
      markDelivered(context, body);
      return none;
    },
  },
  getTestData: {
    method: 'GET',
    route: 'testData',
    who: 'both',
    answer: testData,
    run: ({ state, subscription }: SubscriptionContext) =>
      found({ entries: planOf(state, subscription).testData }),
  },
  getForm: {
    method: 'GET',
    route: 'form',
    who: 'both',
    answer: form,
    run: ({ state, subscription }: SubscriptionContext) => found(planOf(state, subscription).form),
  },
  getActivity: {
    method: 'GET',
    route: 'activity',
    who: 'both',
    answer: activityPage,
    run: ({ subscription, query }: SubscriptionContext) =>
      found(activityPageOf(subscription, query.get('cursor'))),
  },
  getDraft: {
    method: 'GET',
    route: 'draft',
    who: 'developer',
    answer: draft,
    run: ({ subscription }: SubscriptionContext) => found(subscription.draft),
  },
  saveDraft: {
    method: 'PUT',
    route: 'draft',
    who: 'developer',
    body: draftBody,
    run: (context: SubscriptionContext, body: z.infer<typeof draftBody>) => {
      saveDraft(context, body);
      return none;
    },
  },
  getLatestSubmission: {
    method: 'GET',
    route: 'latestSubmission',
    who: 'developer',
    answer: submission,
    run: ({ state, subscription }: SubscriptionContext) => {
      const latest = latestSubmission(state, subscription);
      return found(latest && submissionOf(state, latest));
    },
  },
  submit: {
    method: 'POST',
    route: 'submissions',
    who: 'developer',
    body: submissionBody,
    answer: snapshot,
    run: (context: SubscriptionContext, body: z.infer<typeof submissionBody>) => {
      submit(context, body);
      return { ...readSnapshot(context), status: 201 };
    },
  },
  getQueue: {
    method: 'GET',
    route: 'queue',
    who: 'reviewer',
    answer: queuePage,
    run: (context: Context) => found(queuePageOf(context)),
  },
  watchQueue: {
    method: 'GET',
    route: 'queueEvents',
    who: 'reviewer',
    answer: z.object({ counts: queueCounts }),
    run: (context: Context) => {
      const { state, account } = context;
      const version = entryOf(state.queueVersions, account.reviews!) ?? 0;
      return {
        status: 200,
        body: { counts: queueCountsOf(context) },
        etag: versionText(state, version),
      };
    },
  },
  getReview: {
    method: 'GET',
    route: 'review',
    who: 'reviewer',
    answer: reviewDetail,
    run: readReview,
  },
  decide: {
    method: 'POST',
    route: 'decision',
    who: 'reviewer',
    body: decision,
    answer: reviewDetail,
    precondition: ({ ifMatch }: Context) => {
      if (!ifMatch) throw new HostProblem('version_missing');
    },
    run: (context: SubmissionContext, body: z.infer<typeof decision>) => {
      const present = versionText(context.state, context.submission.version);
      decide(context, body, matchesVersion(context.ifMatch!, present));
      return readReview(context);
    },
  },
  decideMany: {
    method: 'POST',
    route: 'bulkDecision',
    who: 'reviewer',
    body: bulkDecision,
    answer: bulkResults,
    run: (context: Context, body: z.infer<typeof bulkDecision>) =>
      found({ results: decideMany(context, body) }),
  },
} satisfies Record<Operation, OperationRule>;
