import type { Lane } from './words.js';

/**
 * Paths under the base URL, one place for all of them. Each is a function of its parameters, so
 * that an adapter can rename one by giving another function.
 */
export const routes = {
  snapshot: (id: string) => `/subscriptions/${e(id)}`,
  subscriptionEvents: (id: string) => `/subscriptions/${e(id)}/events`,
  credentials: (id: string, lane: Lane) => `/subscriptions/${e(id)}/credentials/${lane}`,
  regenerate: (id: string, lane: Lane) => `/subscriptions/${e(id)}/credentials/${lane}/regenerate`,
  rotateSecret: (id: string, lane: Lane) =>
    `/subscriptions/${e(id)}/credentials/${lane}/rotate-secret`,
  retireSecret: (id: string, lane: Lane) =>
    `/subscriptions/${e(id)}/credentials/${lane}/retire-secret`,
  token: (id: string, lane: Lane) => `/subscriptions/${e(id)}/credentials/${lane}/token`,
  delivered: (id: string, lane: Lane) => `/subscriptions/${e(id)}/credentials/${lane}/delivered`,
  testData: (id: string) => `/subscriptions/${e(id)}/test-data`,
  form: (id: string) => `/subscriptions/${e(id)}/form`,
  activity: (id: string) => `/subscriptions/${e(id)}/activity`,
  draft: (id: string) => `/subscriptions/${e(id)}/draft`,
  latestSubmission: (id: string) => `/subscriptions/${e(id)}/submissions/latest`,
  submissions: (id: string) => `/subscriptions/${e(id)}/submissions`,
  queue: () => '/reviews',
  queueEvents: () => '/reviews/events',
  review: (submissionId: string) => `/reviews/${e(submissionId)}`,
  decision: (submissionId: string) => `/reviews/${e(submissionId)}/decision`,
  bulkDecision: () => '/reviews/decisions',
};
export type Routes = typeof routes;

/**
 * One segment of a path. What is no id must not climb out of its place (`..`), leave it empty or make
 * the encoder throw (half a surrogate pair): it becomes a character that no host has an id for.
 */
function e(segment: string): string {
  return encodeURIComponent(segment.replace(/^\.{0,2}$|\p{Surrogate}/gu, '\uFFFD'));
}
