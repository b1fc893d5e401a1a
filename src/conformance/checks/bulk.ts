import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectAnswer, expectEqual, expectInvalid } from '../expect.js';
import type { Road } from '../road.js';
import { roadTo } from '../stages.js';

const each = pledge(
  'reviews',
  'A bulk decision decides each one alone, and tells of each in order.',
);
const whole = pledge('reviews', 'A bulk decision that is wrong in itself decides nothing.');

async function waiting(context: Context, count: number) {
  const roads = await Promise.all(
    Array.from({ length: count }, () => roadTo(context, 'in_review')),
  );
  const items = await Promise.all(roads.map(itemOf));
  return { roads, items };
}

async function itemOf(road: Road) {
  const { version, submission } = await road.review();
  return { submissionId: submission.id, version };
}

const decideAll = (context: Context, items: unknown[], more: object = {}) =>
  context.call('reviewer', 'decideMany', {
    body: { outcome: 'approved', notes: null, items, ...more },
  });

const phasesOf = (roads: Road[]) =>
  Promise.all(roads.map(async (road) => (await road.snapshot()).phase));

export const bulkChecks: Check[] = [
  {
    id: 'bulk/in_order',
    title: 'several are decided at once, and told in the order in which they were named',
    pledge: each,
    needs: ['bulkReview'],
    async run(context) {
      const { roads, items } = await waiting(context, 3);
      const { results } = expectAnswer(await decideAll(context, items), 200).body;
      const ids = results.map(({ submissionId }) => submissionId);
      expectEqual(
        'the ids',
        ids,
        items.map(({ submissionId }) => submissionId),
      );
      expectEqual(
        'ok',
        results.map(({ ok }) => ok),
        [true, true, true],
      );
      expectEqual('the phases', await phasesOf(roads), ['production', 'production', 'production']);
      const present = await Promise.all(roads.map(itemOf));
      expectEqual(
        'the versions',
        results.map(({ version }) => version),
        present.map((item) => item.version),
      );
    },
  },
  {
    id: 'bulk/each_alone',
    title: 'one that can not be decided keeps no other from it',
    pledge: each,
    needs: ['bulkReview'],
    async run(context) {
      const { roads, items } = await waiting(context, 2);
      const done = await itemOf(await roadTo(context, 'rejected'));
      const all = [
        { submissionId: 'there-is-none', version: '1' },
        { ...items[0]!, version: 'other' },
        done,
        items[1]!,
      ];
      const { results } = expectAnswer(await decideAll(context, all), 200).body;
      const codes = results.map(({ ok, problem }) => (ok ? 'ok' : problem?.code));
      expectEqual('what became of each', codes, [
        'not_found',
        'version_conflict',
        'not_in_review',
        'ok',
      ]);
      expectEqual('the phases', await phasesOf(roads), ['in_review', 'production']);
    },
  },
  {
    id: 'bulk/notes_required',
    title: 'changes requested of several need notes, or none is decided',
    pledge: whole,
    needs: ['bulkReview'],
    async run(context) {
      const { roads, items } = await waiting(context, 2);
      const answer = await decideAll(context, items, { outcome: 'changes_requested', notes: ' ' });
      expectInvalid(answer, '/notes', 422, 'notes_required');
      expectEqual('the phases', await phasesOf(roads), ['in_review', 'in_review']);
    },
  },
  {
    id: 'bulk/twice',
    title: 'an id named twice is 422, and none is decided',
    pledge: whole,
    needs: ['bulkReview'],
    async run(context) {
      const { roads, items } = await waiting(context, 1);
      expectAnswer(await decideAll(context, [items[0], items[0]]), 422, 'invalid');
      expectEqual('the phases', await phasesOf(roads), ['in_review']);
    },
  },
  {
    id: 'bulk/none',
    title: 'a decision of none is 422',
    pledge: whole,
    needs: ['bulkReview'],
    run: async (context) => expectInvalid(await decideAll(context, []), '/items'),
  },
  {
    id: 'bulk/too_many',
    title: 'a decision of more than 50 is 422',
    pledge: pledge('limits', 'At most 50 are decided at once.'),
    needs: ['bulkReview'],
    async run(context) {
      const items = Array.from({ length: 51 }, (_, at) => ({
        submissionId: `no-${at}`,
        version: '1',
      }));
      expectInvalid(await decideAll(context, items), '/items');
      const { results } = expectAnswer(await decideAll(context, items.slice(1)), 200).body;
      expectEqual('how many results there are', results.length, 50);
    },
  },
];
