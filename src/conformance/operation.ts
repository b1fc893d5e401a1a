import type * as z from 'zod/mini';
import type { Operation } from '../adapter/index.js';
import {
  activityPage,
  bulkResults,
  draft,
  form,
  issuedCredential,
  issuedToken,
  queuePage,
  reviewDetail,
  routes,
  snapshot,
  submission,
  testData,
  type Lane,
  type Role,
  type Routes,
} from '../contract/index.js';

interface OperationShape {
  method: 'GET' | 'POST' | 'PUT';
  route: keyof Routes;
  /** Which side of the review may ask; the other gets 403. */
  who: Role | 'both';
  /** What a good answer with a body looks like. */
  answer?: z.ZodMiniType;
}

/** Every operation of the contract as HTTP has it. */
export const operations = {
  getSnapshot: { method: 'GET', route: 'snapshot', who: 'both', answer: snapshot },
  watchSubscription: { method: 'GET', route: 'subscriptionEvents', who: 'both' },
  createCredentials: {
    method: 'POST',
    route: 'credentials',
    who: 'developer',
    answer: issuedCredential,
  },
  regenerate: { method: 'POST', route: 'regenerate', who: 'developer', answer: issuedCredential },
  rotateSecret: {
    method: 'POST',
    route: 'rotateSecret',
    who: 'developer',
    answer: issuedCredential,
  },
  retireSecret: { method: 'POST', route: 'retireSecret', who: 'developer' },
  generateToken: { method: 'POST', route: 'token', who: 'developer', answer: issuedToken },
  markDelivered: { method: 'POST', route: 'delivered', who: 'developer' },
  getTestData: { method: 'GET', route: 'testData', who: 'both', answer: testData },
  getForm: { method: 'GET', route: 'form', who: 'both', answer: form },
  getActivity: { method: 'GET', route: 'activity', who: 'both', answer: activityPage },
  getDraft: { method: 'GET', route: 'draft', who: 'developer', answer: draft },
  saveDraft: { method: 'PUT', route: 'draft', who: 'developer' },
  getLatestSubmission: {
    method: 'GET',
    route: 'latestSubmission',
    who: 'developer',
    answer: submission,
  },
  submit: { method: 'POST', route: 'submissions', who: 'developer', answer: snapshot },
  getQueue: { method: 'GET', route: 'queue', who: 'reviewer', answer: queuePage },
  watchQueue: { method: 'GET', route: 'queueEvents', who: 'reviewer' },
  getReview: { method: 'GET', route: 'review', who: 'reviewer', answer: reviewDetail },
  decide: { method: 'POST', route: 'decision', who: 'reviewer', answer: reviewDetail },
  decideMany: { method: 'POST', route: 'bulkDecision', who: 'reviewer', answer: bulkResults },
} as const satisfies Record<Operation, OperationShape>;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];

/** The body of a good answer; undefined for the operations that have none. */
export type BodyOf<O extends OperationName> = (typeof operations)[O] extends {
  answer: infer Schema extends z.ZodMiniType;
}
  ? z.infer<Schema>
  : undefined;

/** `id` is that of a subscription or of a submission, as the operation needs. */
export function pathOf(operation: OperationName, id = '', lane: Lane = 'sandbox'): string {
  const route: (id: string, lane: Lane) => string = routes[operations[operation].route];
  return route(id, lane);
}

export const shapeOf = (operation: OperationName): OperationShape => operations[operation];
