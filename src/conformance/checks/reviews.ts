import type { Outcome } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectAnswer, expectEqual, expectInvalid, expectThat } from '../expect.js';
import type { Road } from '../road.js';
import { roadTo } from '../stages.js';

const decided = pledge(
  'reviews',
  'A decision moves the subscription, once, and both sides read it.',
);
const noted = pledge('reviews', 'Who requests changes says which; notes are kept as written.');
const attempts = pledge('reviews', 'Each submission is an attempt of its own, and is kept.');

const phaseAfter = {
  approved: 'production',
  rejected: 'rejected',
  changes_requested: 'sandbox',
} as const;

/** What a decision needs, with this much of it different. */
export async function decisionOn(context: Context, road: Road, more: object = {}) {
  const { version, submission } = await road.review();
  const body = { outcome: 'approved', notes: null, fieldNotes: [], ...more };
  return { id: submission.id, headers: { 'If-Match': `"${version}"` }, body };
}

const decide = async (context: Context, road: Road, more: object = {}) =>
  context.call('reviewer', 'decide', await decisionOn(context, road, more));

export const reviewChecks: Check[] = [
  {
    id: 'submit/answer',
    title: 'submitting answers 201 with the snapshot, in review',
    pledge: pledge('reviews', 'A submission hands the subscription over to the reviewers.'),
    async run(context) {
      const road = await roadTo(context, 'built');
      const answer = expectAnswer(await road.call('submit', { body: road.submission() }), 201);
      const { phase, submission, changesRequested, review } = answer.body;
      expectEqual('phase', phase, 'in_review');
      expectEqual('attempt', submission?.attempt, 1);
      expectEqual('changesRequested', changesRequested, false);
      expectEqual('review', review, null);
      expectEqual('the snapshot read after it', await road.snapshot(), answer.body);
    },
  },
  ...(['approved', 'rejected', 'changes_requested'] as const).map((outcome): Check => ({
    id: `decide/${outcome}`,
    title: `${outcome} leads to ${phaseAfter[outcome]}, and both sides read why`,
    pledge: decided,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const answer = expectAnswer(await decide(context, road, { outcome, notes: 'Because.' }), 200);
      const { phase, review, changesRequested } = await road.snapshot();
      expectEqual('phase', phase, phaseAfter[outcome]);
      expectEqual('changesRequested', changesRequested, outcome === 'changes_requested');
      expectEqual('outcome', review?.outcome, outcome);
      expectEqual('notes', review?.notes, 'Because.');
      const { submission, snapshot, allowedActions } = answer.body;
      expectEqual('the phase that the reviewer reads', snapshot.phase, phase);
      expectEqual('the outcome that the reviewer reads', submission.review?.outcome, outcome);
      for (const action of ['approve', 'reject', 'request_changes'] as const) {
        expectEqual(`whether ${action} is allowed`, allowedActions.includes(action), false);
      }
      expectEqual('the review read after it', await road.review(), answer.body);
    },
  })),
  {
    id: 'decide/twice',
    title: 'what is decided is not decided again',
    pledge: decided,
    async run(context) {
      const road = await roadTo(context, 'rejected');
      expectAnswer(await decide(context, road), 409, 'not_in_review');
    },
  },
  {
    id: 'decide/older_attempt',
    title: 'an attempt that was sent back is not decided again when the next one waits',
    pledge: decided,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { submission } = await road.review();
      await road.decide('changes_requested');
      await road.submit();
      const { version } = (await context.call('reviewer', 'getReview', submission)).body;
      const answer = await context.call('reviewer', 'decide', {
        id: submission.id,
        headers: { 'If-Match': `"${version}"` },
        body: { outcome: 'approved', notes: null, fieldNotes: [] },
      });
      expectAnswer(answer, 409, 'not_in_review');
      expectEqual('phase', (await road.snapshot()).phase, 'in_review');
    },
  },
  {
    id: 'decide/inactive',
    title: 'what is cancelled is not approved',
    pledge: decided,
    needs: ['setStatus'],
    async run(context) {
      const road = await roadTo(context, 'cancelled_in_review');
      expectAnswer(await decide(context, road), 409, 'subscription_inactive');
    },
  },
  {
    id: 'decide/inactive_rejected',
    title: 'what is cancelled may be rejected',
    pledge: decided,
    needs: ['setStatus'],
    async run(context) {
      const road = await roadTo(context, 'cancelled_in_review');
      expectAnswer(await decide(context, road, { outcome: 'rejected' }), 200);
    },
  },
  ...([null, '', '  \n\t'] as const).map((notes): Check => ({
    id: `notes/required/${notes === null ? 'null' : notes === '' ? 'empty' : 'blank'}`,
    title: `changes are not requested with notes that are ${JSON.stringify(notes)}`,
    pledge: noted,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const answer = await decide(context, road, { outcome: 'changes_requested', notes });
      expectInvalid(answer, '/notes', 422, 'notes_required');
      expectEqual('phase', (await road.snapshot()).phase, 'in_review');
    },
  })),
  ...(['approved', 'rejected'] as Outcome[]).map((outcome): Check => ({
    id: `notes/not_required/${outcome}`,
    title: `${outcome} needs no notes`,
    pledge: noted,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      expectAnswer(await decide(context, road, { outcome }), 200);
    },
  })),
  {
    id: 'notes/longest',
    title: 'notes have up to 10,000 code points',
    pledge: pledge('limits', 'Notes, those at fields too, have up to 10,000 code points.'),
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const longest = '🎉'.repeat(10_000);
      const tooLong = await decide(context, road, { outcome: 'rejected', notes: `${longest}!` });
      expectInvalid(tooLong, '/notes');
      expectAnswer(await decide(context, road, { outcome: 'rejected', notes: longest }), 200);
      expectEqual('notes', (await road.snapshot()).review?.notes, longest);
    },
  },
  {
    id: 'notes/fields',
    title: 'notes at fields reach the developer',
    pledge: noted,
    needs: ['fieldNotes'],
    async run(context) {
      const road = await context.road('form');
      await road.create();
      await road.submit();
      const fieldNotes = [{ fieldId: 'name', note: 'Your full name.' }];
      const body = { outcome: 'changes_requested', notes: 'Nearly.', fieldNotes };
      expectAnswer(await decide(context, road, body), 200);
      expectEqual('fieldNotes', (await road.snapshot()).review?.fieldNotes, fieldNotes);
      const latest = await road.call('getLatestSubmission');
      expectEqual('those of the submission', latest.body.review?.fieldNotes, fieldNotes);
    },
  },
  {
    id: 'attempts/again',
    title: 'the next submission is the next attempt, and the first is kept beside it',
    pledge: attempts,
    async run(context) {
      const road = await roadTo(context, 'sent_back');
      const first = (await road.review()).submission;
      const answer = expectAnswer(await road.call('submit', { body: road.submission() }), 'good');
      expectEqual('changesRequested', answer.body.changesRequested, false);
      expectEqual('attempt', answer.body.submission?.attempt, 2);
      expectEqual('review', answer.body.review, null);
      const { submission, previous } = await road.review();
      expectThat(submission.id !== first.id, 'another id', submission.id);
      expectEqual('previous', previous, first);
      const old = await context.call('reviewer', 'getReview', { id: first.id });
      expectEqual('the first attempt', old.body.submission, first);
      expectEqual('what came before the first', old.body.previous, null);
    },
  },
  {
    id: 'attempts/detail',
    title: 'a review holds the snapshot, the test data and the activity',
    pledge: attempts,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { snapshot, testData, activity, submission, version } = await road.review();
      expectEqual('snapshot', snapshot, await road.snapshot('reviewer'));
      const { entries } = (await road.call('getTestData')).body;
      expectEqual('testData', testData, entries);
      const page = (await road.call('getActivity')).body;
      expectEqual('activity', activity.slice(0, page.entries.length), page.entries.slice(0, 100));
      expectEqual('version', version, submission.version);
    },
  },
];
