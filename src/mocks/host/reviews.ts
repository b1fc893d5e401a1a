import {
  actionOf,
  type BulkDecision,
  type BulkResults,
  type Decision,
} from '../../contract/index.js';
import { record } from './activity.js';
import { isoOf, type Context, type SubmissionContext } from './context.js';
import { letTimePass } from './passing-time.js';
import { HostProblem, invalid } from './problem.js';
import { touchQueue } from './queue-index.js';
import { obeyRules } from './rule.js';
import { entryOf, planOf, versionText, type SubmissionRecord } from './state.js';
import { attemptSituation } from './views.js';

/** Decides one submission at the version that the reviewer saw. */
export function decide(context: SubmissionContext, body: Decision, versionMatches: boolean): void {
  const { core, state, now, submission, subscription, account } = context;
  const { outcome, notes, fieldNotes } = body;
  if (fieldNotes.length > 0 && !core.capabilities.fieldNotes) throw invalid('/fieldNotes', 'max');
  obeyRules(context, actionOf(outcome), {
    situation: attemptSituation(core, state, subscription, submission),
    submission,
    versionMatches,
    notes,
  });
  const decidedAt = isoOf(now);
  submission.review = { outcome, notes, fieldNotes, decidedAt, reviewer: account.name };
  submission.version += 1;
  const { attempt } = submission;
  record(state, subscription, now, {
    kind: outcome,
    attempt,
    actor: account.name,
    ...(notes?.trim() ? { notes } : {}),
  });
  touchQueue(state, subscription, submission);
}

/** Decides each one alone: one that can't be decided keeps no other from it. */
export function decideMany(
  context: Context,
  { outcome, notes, items }: BulkDecision,
): BulkResults['results'] {
  const { state, account, now } = context;
  items.forEach(({ submissionId }, index) => {
    const first = items.findIndex((item) => item.submissionId === submissionId);
    if (first < index) throw invalid(`/items/${index}/submissionId`, 'duplicate');
  });
  if (outcome === 'changes_requested' && !notes?.trim()) {
    throw new HostProblem('notes_required', { errors: [{ pointer: '/notes', code: 'required' }] });
  }
  return items.map(({ submissionId, version }) => {
    try {
      const submission = entryOf(state.submissions, submissionId);
      const subscription = submission && entryOf(state.subscriptions, submission.subscriptionId);
      if (!subscription || planOf(state, subscription).provider !== account.reviews) {
        throw new HostProblem('not_found');
      }
      letTimePass(state, subscription, now);
      const versionMatches = version === versionOf(context, submission);
      const body = { outcome, notes, fieldNotes: [] };
      decide({ ...context, submission, subscription }, body, versionMatches);
      return { submissionId, ok: true, version: versionOf(context, submission) };
    } catch (thrown) {
      if (!(thrown instanceof HostProblem)) throw thrown;
      return { submissionId, ok: false, problem: thrown.toProblem() };
    }
  });
}

const versionOf = ({ state }: Context, { version }: SubmissionRecord) =>
  versionText(state, version);

/** Whether an If-Match names this version. Weak or strong is the same; `*` names none. */
export function matchesVersion(ifMatch: string, version: string): boolean {
  return ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`);
}
