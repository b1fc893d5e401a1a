import { pledge, type Check } from '../check.js';
import type { Answer } from '../client.js';
import { expectAnswer, expectEqual } from '../expect.js';
import { secretIn } from '../road.js';
import { roadTo } from '../stages.js';
import { readQueue } from './queue.js';
import { decisionOn } from './reviews.js';

const one = pledge(
  'what-is-refused',
  'Of several at once exactly one wins; the others are refused.',
);

const RACERS = 50;
const race = <T>(ask: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: RACERS }, (_, at) => ask(at)));

/** @throws Broken unless one answer is fine, and the rest are refused with this code. */
function expectOneWinner<T>(answers: Answer<T>[], status: number, code: string): Answer<T> {
  const winners = answers.filter((answer) => answer.status < 300);
  expectEqual('how many were done', winners.length, 1, answers[0]?.request);
  for (const answer of answers) if (answer.status >= 300) expectAnswer(answer, status, code);
  return winners[0]!;
}

const races: Check[] = [
  {
    id: 'races/submit',
    title: `of ${RACERS} submissions at once one is taken`,
    pledge: one,
    async run(context) {
      const road = await roadTo(context, 'built');
      const answers = await race(() => road.call('submit', { body: road.submission() }));
      expectOneWinner(answers, 409, 'already_in_review');
      expectEqual('attempt', (await road.snapshot()).submission?.attempt, 1);
      const { items } = await readQueue(context, { q: road.name });
      expectEqual('how many rows there are', items.length, 1);
    },
  },
  {
    id: 'races/approve',
    title: `of ${RACERS} approvals at once one counts`,
    pledge: one,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const ask = await decisionOn(context, road);
      const answers = await race(() => context.call('reviewer', 'decide', ask));
      expectOneWinner(answers, 412, 'version_conflict');
      const { entries } = (await road.call('getActivity')).body;
      const approvals = entries.filter(({ kind }) => kind === 'approved');
      expectEqual('how many approvals there are', approvals.length, 1);
    },
  },
  {
    id: 'races/two_reviewers',
    title: 'of two reviewers who disagree one decides',
    pledge: one,
    needs: ['secondReviewer'],
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const approval = await decisionOn(context, road);
      const rejection = await decisionOn(context, road, { outcome: 'rejected' });
      const answers = await race((at) =>
        at % 2 === 0
          ? context.call('reviewer', 'decide', approval)
          : context.call('secondReviewer', 'decide', rejection),
      );
      const winner = expectOneWinner(answers, 412, 'version_conflict');
      const { outcome } = winner.body.submission.review!;
      const phase = outcome === 'approved' ? 'production' : 'rejected';
      expectEqual('phase', (await road.snapshot()).phase, phase);
    },
  },
  ...(['sandbox', 'production'] as const).map((lane): Check => ({
    id: `races/create/${lane}`,
    title: `of ${RACERS} who create ${lane} credentials at once one does`,
    pledge: one,
    async run(context) {
      const road = await roadTo(context, lane === 'sandbox' ? 'fresh' : 'approved');
      const answers = await race(() => road.call('createCredentials', { lane, body: {} }));
      const { body } = expectOneWinner(answers, 409, 'credentials_exist');
      expectEqual('the credential', (await road.snapshot()).credentials[lane], body.credential);
      road.issued[lane] = body;
      if (!context.hooks.checkKey) return;
      expectEqual(
        'whether its secret works',
        await context.works(road, secretIn(body), { lane }),
        true,
      );
    },
  })),
  {
    id: 'races/rotate',
    title: 'of many rotations at once the last one’s secret alone works',
    pledge: one,
    needs: ['rotate', 'checkKey'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => road.call('rotateSecret', { body: {} })),
      );
      const secrets = answers.map((answer) => secretIn(expectAnswer(answer, 'good').body));
      const working = [];
      for (const secret of secrets) if (await context.works(road, secret)) working.push(secret);
      expectEqual('how many of them work', working.length, 1);
      const { credentials } = await road.snapshot();
      expectEqual('how many secrets there are', credentials.sandbox!.secrets.length, 1);
    },
  },
];

/** Fifty at once are load enough: beside others a slow host would be late, and seem wrong. */
export const raceChecks = races.map((check): Check => ({ ...check, turn: 'alone' }));
