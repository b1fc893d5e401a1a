import * as z from 'zod/mini';
import {
  bulkDecision,
  bulkResults,
  decision,
  queueCounts,
  queuePage,
  reviewDetail,
} from '../../contract/index.js';
import type { Context, HostAnswer, SubmissionContext } from './context.js';
import { found, type OperationRule } from './operation-rule.js';
import { HostProblem } from './problem.js';
import { queueCountsOf, queuePageOf, queueVersionOf } from './queue.js';
import { decide, decideMany, matchesVersion } from './reviews.js';
import { versionText } from './state.js';
import { reviewDetailOf } from './views.js';

const readReview = ({
  core,
  state,
  submission: record,
  account,
}: SubmissionContext): HostAnswer => {
  const body = reviewDetailOf(core, state, record, account);
  return { status: 200, body, etag: body.version };
};

/** What reviewers do. */
export const reviewOperations = {
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
    run: (context: Context) => ({
      status: 200,
      body: { counts: queueCountsOf(context) },
      etag: queueVersionOf(context),
    }),
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
} satisfies Record<string, OperationRule>;
