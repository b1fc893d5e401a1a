import type { QueueItem, QueuePage } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectAnswer, expectEqual, expectInvalid, expectThat } from '../expect.js';
import type { Road } from '../road.js';
import { roadTo, sharedRoadTo } from '../stages.js';

const rows = pledge('the-queue', 'Each attempt has a row of its own, for good.');
const filtered = pledge('the-queue', 'Filters give what they say, all of it and nothing else.');
const counted = pledge('the-queue', 'Counts are of all attempts: no filter changes them.');

export const readQueue = async (
  context: Context,
  query: Record<string, string>,
): Promise<QueuePage> =>
  expectAnswer(await context.call('reviewer', 'getQueue', { query }), 200).body;

const idsOf = (items: QueueItem[]) => items.map(({ subscriptionId }) => subscriptionId).sort();

/** One road of each state, with a common word in their names. */
async function oneOfEach(context: Context) {
  const q = context.uniqueName();
  const road = async (outcome?: 'approved' | 'rejected' | 'changes_requested') => {
    const made = await context.road('free', { name: q });
    await made.create();
    await made.submit();
    if (outcome) await made.decide(outcome);
    return made;
  };
  const [waiting, approved, rejected, sentBack] = await Promise.all([
    road(),
    road('approved'),
    road('rejected'),
    road('changes_requested'),
  ]);
  return { q, waiting, approved, rejected, sentBack };
}

const search = (
  what: string,
  title: string,
  textOf: (road: Road, item: QueueItem) => string,
): Check => ({
  id: `queue/q/${what}`,
  title: `q finds ${title}`,
  pledge: filtered,
  async run(context) {
    const road = await sharedRoadTo(context, 'in_review');
    const [item] = (await readQueue(context, { q: road.name })).items;
    const q = textOf(road, item!);
    // Whatever else has it in its name, its own name and sort bring it to one page.
    const { items } = await readQueue(context, { q, sort: '-submittedAt', limit: '200' });
    const found = idsOf(items).includes(road.id);
    expectThat(found || items.length === 200, `the subscription ${road.id}`, () => idsOf(items));
  },
});

const wrongQueries: Record<string, Record<string, string>> = {
  limit_0: { limit: '0' },
  limit_201: { limit: '201' },
  limit_word: { limit: 'many' },
  state: { state: 'waiting,lost' },
  sort: { sort: 'developer' },
  cursor: { cursor: 'none-that-was-given' },
  submittedBefore: { submittedBefore: 'yesterday' },
};

export const queueChecks: Check[] = [
  {
    id: 'queue/item',
    title: 'a row tells what the review of it does',
    pledge: rows,
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const { items } = await readQueue(context, { q: road.name });
      const { submission, snapshot, version } = await road.review();
      expectEqual('how many rows there are', items.length, 1);
      const { allowedActions, ...item } = items[0]!;
      expectEqual('the row', item, {
        submissionId: submission.id,
        version,
        subscriptionId: road.id,
        subscriptionName: road.name,
        planName: snapshot.plan.name,
        developer: submission.submittedBy,
        attempt: 1,
        state: 'waiting',
        submittedAt: submission.submittedAt,
        decidedAt: null,
      });
      for (const action of ['approve', 'reject', 'request_changes'] as const) {
        expectThat(
          allowedActions.includes(action),
          `${action} to be allowed`,
          () => allowedActions,
        );
      }
    },
  },
  {
    id: 'queue/attempts',
    title: 'a second attempt is a second row; the first stays as it was decided',
    pledge: rows,
    async run(context) {
      const road = await roadTo(context, 'sent_back');
      const first = (await road.review()).submission;
      await road.submit();
      const { items } = await readQueue(context, { q: road.name, sort: 'submittedAt' });
      const told = items.map(({ attempt, state }) => `${attempt} ${state}`);
      expectEqual('the rows', told, ['1 changes_requested', '2 waiting']);
      expectEqual('the first one’s id', items[0]!.submissionId, first.id);
      expectEqual('decidedAt', items[0]!.decidedAt, first.review!.decidedAt);
    },
  },
  ...(['waiting', 'approved', 'rejected', 'changes_requested'] as const).map((state): Check => ({
    id: `queue/state/${state}`,
    title: `state=${state} gives these alone`,
    pledge: filtered,
    async run(context) {
      const { q, waiting, approved, rejected, sentBack } = await oneOfEach(context);
      const wanted = { waiting, approved, rejected, changes_requested: sentBack }[state];
      const { items } = await readQueue(context, { q, state });
      expectEqual('the rows', idsOf(items), [wanted.id]);
      expectEqual('state', items[0]!.state, state);
    },
  })),
  {
    id: 'queue/states',
    title: 'several states may be named with commas, and all without',
    pledge: filtered,
    async run(context) {
      const { q, ...roads } = await oneOfEach(context);
      const two = await readQueue(context, { q, state: 'waiting,rejected' });
      expectEqual('the rows', idsOf(two.items), [roads.waiting.id, roads.rejected.id].sort());
      const all = await readQueue(context, { q });
      const ids = Object.values(roads).map(({ id }) => id);
      expectEqual('all rows', idsOf(all.items), ids.sort());
    },
  },
  search('name', 'a name', ({ name }) => name),
  search('part', 'a part of a name, in any case', ({ name }) => name.slice(2).toUpperCase()),
  search('plan', 'a plan', (_, { planName }) => planName),
  search('developer', 'a developer', (_, { developer }) => developer),
  search('submission', 'an id of a submission', (_, { submissionId }) => submissionId),
  search('subscription', 'an id of a subscription', ({ id }) => id),
  ...['%', '_', '*', '.*', '\\', "'", '"', '; --'].map((sign): Check => ({
    id: `queue/q/plain/${encodeURIComponent(sign)}`,
    title: `${sign} is looked for as it stands`,
    pledge: filtered,
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const q = road.name.slice(0, -3) + sign;
      expectEqual('the rows', (await readQueue(context, { q })).items, []);
    },
  })),
  {
    id: 'queue/plan',
    title: 'plan gives the attempts of one plan, by its whole name',
    pledge: filtered,
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const q = road.name;
      const { plan } = (await road.review()).snapshot;
      expectEqual('the rows', idsOf((await readQueue(context, { q, plan: plan.name })).items), [
        road.id,
      ]);
      const part = plan.name.slice(0, -1);
      expectEqual('those of a part', (await readQueue(context, { q, plan: part })).items, []);
    },
  },
  {
    id: 'queue/submitted_before',
    title: 'submittedBefore gives what was submitted before a moment',
    pledge: filtered,
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const q = road.name;
      const at = (await road.review()).submission.submittedAt;
      const later = new Date(Date.parse(at) + 1000).toISOString();
      expectEqual('those before', (await readQueue(context, { q, submittedBefore: at })).items, []);
      const { items } = await readQueue(context, { q, submittedBefore: later });
      expectEqual('those a second after', idsOf(items), [road.id]);
    },
  },
  ...Object.entries(wrongQueries).map(([name, query]): Check => ({
    id: `queue/wrong/${name}`,
    title: `what the queue does not know is 422: ${name.replaceAll('_', ' ')}`,
    pledge: filtered,
    async run(context) {
      const answer = await context.call('reviewer', 'getQueue', { query });
      expectAnswer(answer, 422, 'invalid');
      const place = `/${name.split('_')[0]}`;
      const pointers = answer.errors.map(({ pointer }) => pointer);
      expectThat(
        pointers.some((each) => each.startsWith(place)),
        `an error at ${place}`,
        () => pointers,
      );
    },
  })),
  {
    id: 'queue/wrong_cursor_of_other_sort',
    title: 'a cursor of one sort is none of another',
    pledge: filtered,
    async run(context) {
      const { q } = await oneOfEach(context);
      const { nextCursor } = await readQueue(context, { q, limit: '1', sort: 'submittedAt' });
      const query = { q, cursor: nextCursor!, sort: 'subscriptionName' };
      expectInvalid(await context.call('reviewer', 'getQueue', { query }), '/cursor');
    },
  },
  {
    id: 'queue/counts',
    title: 'counts follow each submission and decision',
    pledge: counted,
    turn: 'alone',
    async run(context) {
      const counts = async () => (await readQueue(context, { limit: '1' })).counts;
      const before = await counts();
      const road = await roadTo(context, 'in_review');
      const submitted = { ...before, waiting: before.waiting + 1 };
      expectEqual('counts after a submission', await counts(), submitted);
      await road.decide('changes_requested');
      const sent = { ...before, changesRequested: before.changesRequested + 1 };
      expectEqual('counts after a decision', await counts(), sent);
      await road.submit();
      await road.decide('approved');
      const approved = { ...sent, approved: sent.approved + 1 };
      expectEqual('counts after a second attempt', await counts(), approved);
    },
  },
  {
    id: 'queue/counts_of_all',
    title: 'no filter changes the counts',
    pledge: counted,
    turn: 'alone',
    async run(context) {
      const { counts } = await readQueue(context, {});
      for (const query of [
        { state: 'rejected' },
        { q: 'no such thing' },
        { plan: 'no such plan' },
      ]) {
        expectEqual('counts', (await readQueue(context, query)).counts, counts);
      }
    },
  },
];
