import { queueSort, type QueueItem, type QueueSort } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectEqual, expectThat } from '../expect.js';
import { Broken } from '../failure.js';
import type { Road } from '../road.js';
import { readQueue } from './queue.js';

const paged = pledge(
  'the-queue',
  'Page by page every row comes once, in its order, whatever others do meanwhile.',
);

/** Two of each name, so that rows have equal keys. */
const letters = ['a', 'a', 'b', 'b', 'c', 'c', 'd'];

async function submitted(context: Context, q: string, letter: string): Promise<Road> {
  const road = await context.road('free', { name: `${q} ${letter}` });
  await road.create();
  await road.submit();
  return road;
}

/** A small queue that only readers share: its common word, and how many rows it has. */
function queueOf(context: Context): Promise<{ q: string; count: number }> {
  const made = queues.get(context) ?? makeQueue(context);
  queues.set(context, made);
  return made;
}
const queues = new WeakMap<Context, Promise<{ q: string; count: number }>>();

async function makeQueue(context: Context) {
  const q = context.uniqueName();
  const roads = await Promise.all(letters.map((letter) => submitted(context, q, letter)));
  await roads[5]!.decide('approved');
  await roads[1]!.decide('rejected');
  return { q, count: roads.length };
}

/** Reads to the end; `between` happens after each page. */
async function readAll(
  context: Context,
  query: Record<string, string>,
  between: (items: QueueItem[]) => Promise<unknown> = async () => {},
): Promise<QueueItem[]> {
  const all: QueueItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 50; page += 1) {
    const asked: Record<string, string> = cursor === null ? query : { ...query, cursor };
    const { items, nextCursor } = await readQueue(context, asked);
    expectThat(
      items.length <= Number(query['limit']),
      `${query['limit']} rows at most`,
      `${items.length}`,
    );
    all.push(...items);
    if (nextCursor === null) return all;
    cursor = nextCursor;
    await between(items);
  }
  throw new Broken('the last page, with nextCursor null', 'fifty pages and another cursor');
}

const keyOf = (sort: QueueSort, item: QueueItem): string => {
  const name = sort.replace('-', '') as 'submittedAt' | 'decidedAt' | 'subscriptionName';
  // What is not decided comes before every moment.
  return item[name] ?? '';
};

function expectOrder(sort: QueueSort, items: QueueItem[]): void {
  const keys = items.map((item) => keyOf(sort, item));
  const sorted = keys.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  expectEqual(`the rows by ${sort}`, keys, sort.startsWith('-') ? sorted.reverse() : sorted);
}

const idsOf = (items: QueueItem[]) => items.map(({ submissionId }) => submissionId);

const pagingBy = (sort: QueueSort): Check[] => [
  {
    id: `paging/order/${sort}`,
    title: `page by page the queue comes whole and in order: ${sort}`,
    pledge: paged,
    async run(context) {
      const { q, count } = await queueOf(context);
      for (const limit of ['2', '3', '200']) {
        const items = await readAll(context, { q, sort, limit });
        const ids = idsOf(items);
        expectEqual(`how many rows ${limit} a page give`, ids.length, count);
        expectEqual('how many different ones', new Set(ids).size, count);
        expectOrder(sort, items);
      }
    },
  },
  {
    id: `paging/under_writes/${sort}`,
    title: `no row is lost or doubled while others submit and decide: ${sort}`,
    pledge: paged,
    async run(context) {
      const q = context.uniqueName();
      const roads = await Promise.all(letters.map((letter) => submitted(context, q, letter)));
      const moved = new Set<string>();
      const first = await readQueue(context, { q, limit: '200' });
      const all = idsOf(first.items);
      const byId = new Map(first.items.map((item) => [item.subscriptionId, item.submissionId]));
      let turn = 0;
      const write = async (items: QueueItem[]) => {
        // One that was just read, and one that may come yet, are decided; new ones come at both ends.
        const seen = roads.find(({ id }) => id === items[0]?.subscriptionId);
        const other = roads.find(({ id }) => !moved.has(byId.get(id)!) && id !== seen?.id);
        for (const road of turn < 2 ? [seen, other] : []) {
          if (!road || moved.has(byId.get(road.id)!)) continue;
          moved.add(byId.get(road.id)!);
          await road.decide('approved');
        }
        if (turn < 2) await Promise.all(['0', 'z'].map((letter) => submitted(context, q, letter)));
        turn += 1;
      };
      const items = idsOf(await readAll(context, { q, sort, limit: '2' }, write));
      const moves = sort.endsWith('decidedAt');
      const staying = moves ? all.filter((id) => !moved.has(id)) : all;
      const counts = staying.map((id) => items.filter((each) => each === id).length);
      expectEqual(
        'how often each row came',
        counts,
        staying.map(() => 1),
      );
    },
  },
];

export const pagingChecks: Check[] = [
  ...queueSort.options.flatMap(pagingBy),
  {
    id: 'paging/decided_as_read',
    title: 'who decides each page of what is waiting, sees all of it',
    pledge: paged,
    async run(context) {
      const q = context.uniqueName();
      const roads = await Promise.all(letters.map((letter) => submitted(context, q, letter)));
      const decideAll = (items: QueueItem[]) =>
        Promise.all(
          items.map(({ subscriptionId }) =>
            roads.find(({ id }) => id === subscriptionId)!.decide('approved'),
          ),
        );
      const items = await readAll(context, { q, state: 'waiting', limit: '2' }, decideAll);
      expectEqual('how many came', new Set(idsOf(items)).size, roads.length);
    },
  },
  {
    id: 'paging/default',
    title: 'without a sort the oldest submission comes first',
    pledge: paged,
    async run(context) {
      const q = context.uniqueName();
      for (const letter of ['c', 'a', 'b']) await submitted(context, q, letter);
      const { items, nextCursor } = await readQueue(context, { q });
      expectEqual('nextCursor', nextCursor, null);
      expectEqual(
        'the names',
        items.map(({ subscriptionName }) => subscriptionName.at(-1)),
        ['c', 'a', 'b'],
      );
    },
  },
];
