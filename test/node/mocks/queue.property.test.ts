import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { QueueFilters, QueueItem, QueueSort } from '../../../src/contract/index.js';
import { queueSort, queueState } from '../../../src/contract/index.js';
import { createFakeAdapter, plans, type FakeHost } from '../../../src/mocks/index.js';
import type { HostState } from '../../../src/mocks/host/state.js';
import { createCrowdedHost } from '../../bench/crowd.js';
import { decision } from './world.js';

/** The queue as anybody would write it who has no time to lose: all rows looked at, and sorted. */
function plainQueue(state: HostState, filters: QueueFilters, after: QueueItem | undefined) {
  const { sort = 'submittedAt', q = '' } = filters;
  const order = sort.startsWith('-') ? -1 : 1;
  const rows = Object.values(state.submissions).map((submission) => {
    const subscription = state.subscriptions[submission.subscriptionId]!;
    const plan = state.plans[subscription.planId]!.name;
    const stands = submission.review?.outcome ?? ('waiting' as const);
    return { submission, subscription, plan, stands };
  });
  const keyOf = (at: { submittedAt: string; decidedAt: string | null; name: string }) =>
    ({
      submittedAt: at.submittedAt,
      decidedAt: at.decidedAt ?? '',
      subscriptionName: at.name.toLowerCase(),
    })[sort.replace('-', '') as 'submittedAt'];
  const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const compare = (one: string[], other: string[]) =>
    order * (compareTexts(one[0]!, other[0]!) || compareTexts(one[1]!, other[1]!));
  const placeOf = ({ submission, subscription }: (typeof rows)[number]) => {
    const { id, submittedAt, review } = submission;
    return [
      keyOf({ submittedAt, decidedAt: review?.decidedAt ?? null, name: subscription.name }),
      id,
    ];
  };
  const start = after && [keyOf({ ...after, name: after.subscriptionName }), after.submissionId];
  const has = (text: string) => text.toLowerCase().includes(q.toLowerCase());
  const ids = rows
    .filter(({ submission, subscription, plan, stands }) => {
      const texts = [subscription.name, plan, submission.submittedBy, submission.id];
      return (
        (!filters.state?.length || filters.state.includes(stands)) &&
        (!filters.plan || filters.plan === plan) &&
        (!filters.submittedBefore || submission.submittedAt < filters.submittedBefore) &&
        [...texts, subscription.id].some(has)
      );
    })
    .map((row) => placeOf(row))
    .filter((place) => !start || compare(place, start) > 0)
    .sort(compare)
    .map(([, id]) => id!);
  const count = (outcome: string) => rows.filter(({ stands }) => stands === outcome).length;
  const counts = {
    waiting: count('waiting'),
    approved: count('approved'),
    rejected: count('rejected'),
    changesRequested: count('changes_requested'),
  };
  return { ids, counts };
}

const any = fc.nat({ max: 10_000 });
const aFilter: fc.Arbitrary<QueueFilters> = fc.record(
  {
    state: fc.uniqueArray(fc.constantFrom(...queueState.options), { maxLength: 4 }),
    q: fc.constantFrom(
      'payroll',
      'RATES',
      'quotes',
      'åsa',
      'c1',
      'rev_',
      'sub_c3',
      'nobody',
      ' ',
      'Alder L',
    ),
    plan: fc.constantFrom('Rates', 'Quotes', 'Explorer', 'rates'),
    submittedBefore: any.map((at) => new Date(1_795_000_000_000 + at * 60_000).toISOString()),
    sort: fc.constantFrom<QueueSort>(...queueSort.options),
  },
  { requiredKeys: [] },
);
const aStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('read'), filters: aFilter, limit: any }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('next'), limit: any }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('decide'), which: any }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('submit'), which: any }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('status'), which: any }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replace') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('rename'), which: any }) },
);

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

async function decideOne(host: FakeHost, which: number) {
  const mara = createFakeAdapter(host, { as: 'mara' });
  const { submissions, subscriptions } = await host.export();
  const waiting = Object.values(submissions).filter(
    ({ review, subscriptionId }) => !review && subscriptions[subscriptionId]!.status === 'active',
  );
  const open = pick(waiting, which);
  if (!open) return;
  const { version } = await mara.getReview(open.id);
  const outcome = pick(['approved', 'rejected', 'changes_requested'] as const, which)!;
  await mara.decide(open.id, version, decision(outcome, 'Because.'));
}

/** Whoever was asked for changes comes back. */
async function submitOne(host: FakeHost, which: number) {
  const state = await host.export();
  const waiting = Object.values(state.subscriptions).filter(
    ({ phase, status }) => phase === 'sandbox' && status === 'active',
  );
  const subscription = pick(waiting, which);
  if (!subscription) return;
  const { id, tenant } = subscription;
  await host.addAccount({ id: `as_${tenant}`, name: 'Åsa Ito', tenant });
  const adapter = createFakeAdapter(host, { as: `as_${tenant}` });
  const { credentials } = (await adapter.getSnapshot(id))!;
  if (!credentials.sandbox) await adapter.createCredentials(id, 'sandbox');
  await adapter.submit(id, { answers: {}, formVersion: null });
}

describe('the queue by its index', () => {
  it('is the queue that looks at every row, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 20 }), async (steps) => {
        const host = await createCrowdedHost(120);
        const mara = createFakeAdapter(host, { as: 'mara' });
        let last: { filters: QueueFilters; item: QueueItem; cursor: string } | undefined;

        const read = async (filters: QueueFilters, limit: number, from?: typeof last) => {
          const cursor = from?.cursor;
          const page = await mara.getQueue(filters, { limit, cursor });
          const plain = plainQueue(await host.export(), filters, from?.item);
          const ids = page.items.map(({ submissionId }) => submissionId);
          assert.deepEqual(ids, plain.ids.slice(0, limit));
          assert.deepEqual(page.counts, plain.counts);
          assert.equal(page.nextCursor !== null, plain.ids.length > limit);
          const item = page.items.at(-1);
          if (page.nextCursor && item) last = { filters, item, cursor: page.nextCursor };
        };

        for (const step of steps) {
          const { which = 0, limit = 0 } = step as { which?: number; limit?: number };
          if ('filters' in step) await read(step.filters, 1 + (limit % 60));
          else if (step.does === 'next') last && (await read(last.filters, 1 + (limit % 60), last));
          else if (step.does === 'decide') await decideOne(host, which);
          else if (step.does === 'submit') await submitOne(host, which);
          else if (step.does === 'replace') await host.replace(await host.export());
          else if (step.does === 'rename') {
            const name = pick(['Rates', 'Quotes'], which)!;
            await host.addPlan({ ...plans.rates, name });
          } else {
            const { subscriptions } = await host.export();
            const status = pick(['active', 'cancelled'] as const, which)!;
            await host.setStatus(pick(Object.keys(subscriptions), which)!, status);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
