import * as z from 'zod/mini';
import { activityEntry } from './activity.js';
import { problem } from './problem.js';
import { submission } from './review.js';
import { refusals, snapshot } from './snapshot.js';
import { testDataEntry } from './test-data.js';
import { action, id, time, version } from './words.js';

/** Where an attempt stands in the queue. It keeps its row for good. */
export const queueState = z.enum(['waiting', 'approved', 'rejected', 'changes_requested']);
export type QueueState = z.infer<typeof queueState>;

export const queueItem = z.object({
  submissionId: id,
  version,
  subscriptionId: id,
  subscriptionName: z.string(),
  planName: z.string(),
  developer: z.string(),
  attempt: z.int(),
  state: queueState,
  submittedAt: time,
  decidedAt: z.nullable(time),
  allowedActions: z.array(action),
});
export type QueueItem = z.infer<typeof queueItem>;

/** The most rows that a page may be asked for. */
export const QUEUE_PAGE_LIMIT = 200;

/** Attempts by state; no filter changes them. */
export const queueCounts = z.object({
  waiting: z.int(),
  approved: z.int(),
  rejected: z.int(),
  changesRequested: z.int(),
});
export type QueueCounts = z.infer<typeof queueCounts>;

/** The name of each state's count. */
export const countByState = {
  waiting: 'waiting',
  changes_requested: 'changesRequested',
  approved: 'approved',
  rejected: 'rejected',
} as const satisfies Record<QueueState, keyof QueueCounts>;

export const queuePage = z.object({
  /** Of the queue that it shows, as the events tell it; a page without one is read once more. */
  version: z.optional(version),
  items: z.array(queueItem),
  nextCursor: z.nullable(z.string()),
  counts: queueCounts,
  capabilities: z.object({ events: z.boolean(), bulkReview: z.boolean(), fieldNotes: z.boolean() }),
});
export type QueuePage = z.infer<typeof queuePage>;

export const queueSort = z.enum([
  'submittedAt',
  '-submittedAt',
  'decidedAt',
  '-decidedAt',
  'subscriptionName',
  '-subscriptionName',
]);
export type QueueSort = z.infer<typeof queueSort>;

/** The queue's filters, as they stand in the query of GET /reviews. */
export interface QueueFilters {
  /** Any of these; all when absent or empty. */
  state?: QueueState[];
  /** Plain text, case folded, looked for in names, plan, developer and ids. */
  q?: string;
  /** A planName as it stands. */
  plan?: string;
  /** A moment; only what was submitted before it. */
  submittedBefore?: string;
  /** Oldest submission first when absent. */
  sort?: QueueSort;
}

/** Everything a reviewer sees of one submission, at one version of it. */
export const reviewDetail = z.object({
  version,
  allowedActions: z.array(action),
  refusals,
  snapshot,
  submission,
  previous: z.nullable(submission),
  testData: z.array(testDataEntry),
  /** The newest 100. */
  activity: z.array(activityEntry),
});
export type ReviewDetail = z.infer<typeof reviewDetail>;

/** What became of each item of a bulk decision, in order. */
export const bulkResults = z.object({
  results: z.array(
    z.object({
      submissionId: id,
      ok: z.boolean(),
      version: z.optional(version),
      problem: z.optional(problem),
    }),
  ),
});
export type BulkResults = z.infer<typeof bulkResults>;
