import * as z from 'zod/mini';
import {
  activityPage,
  delivery,
  draft,
  draftBody,
  form,
  issuedCredential,
  issuedToken,
  retirement,
  rotation,
  snapshot,
  submission,
  submissionBody,
  testData,
  type IssuedCredential,
  type IssuedToken,
} from '../../contract/index.js';
import { activityPageOf } from './activity.js';
import type { HostAnswer, LaneContext, SubscriptionContext } from './context.js';
import {
  createCredentials,
  generateToken,
  markDelivered,
  regenerate,
  retireSecret,
  rotateSecret,
} from './credentials.js';
import { found, none, type OperationRule } from './operation-rule.js';
import { nextChangeAt } from './passing-time.js';
import { latestSubmission, planOf, versionText } from './state.js';
import { saveDraft, submit } from './submissions.js';
import { snapshotOf, submissionOf } from './views.js';

/** Acts without a body of their own take any object, so that a host may add to it. */
const noBody = z.object({});
const replayCredential = (body: unknown): IssuedCredential => ({
  ...(body as IssuedCredential),
  revealed: [],
  replayed: true,
});
const replayToken = (body: unknown): IssuedToken => {
  const { curl: _, ...token } = body as IssuedToken;
  return { ...token, accessToken: null, replayed: true };
};

const readSnapshot = (context: SubscriptionContext): HostAnswer => {
  const body = snapshotOf(context.core, context.state, context.subscription, context);
  return { status: 200, body, etag: body.version };
};

/** What is done with one subscription. */
export const subscriptionOperations = {
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
} satisfies Record<string, OperationRule>;
