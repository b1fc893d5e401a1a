import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QueueItem, QueueSort } from '../../../src/contract/index.js';
import { createDemoHost, createFakeAdapter, DEMO_NOW } from '../../../src/mocks/index.js';
import { createWorld, decision, send, submitNow } from './world.js';

const demo = async () => {
  const host = await createDemoHost('in_review', { clock: () => DEMO_NOW });
  return { host, mara: createFakeAdapter(host, { as: 'mara' }) };
};

async function allPages(
  read: (cursor?: string) => Promise<{ items: QueueItem[]; nextCursor: string | null }>,
) {
  const items: QueueItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

describe('the queue', () => {
  it('counts every attempt, whatever the filters', async () => {
    const { mara } = await demo();
    const all = await mara.getQueue({}, { limit: 200 });
    const filtered = await mara.getQueue({ state: ['approved'], q: 'brightmoor' });
    assert.deepEqual(filtered.counts, all.counts);
    assert.equal(filtered.items.length, 1);
    const { waiting, approved, rejected, changesRequested } = all.counts;
    assert.equal(waiting + approved + rejected + changesRequested, all.items.length);
    assert.equal(all.items.filter(({ state }) => state === 'waiting').length, waiting);
  });

  it('filters by state, text, plan and age', async () => {
    const { mara } = await demo();
    const find = async (filters: object) => (await mara.getQueue(filters, { limit: 200 })).items;
    const decided = await find({ state: ['rejected', 'changes_requested'] });
    assert.ok(decided.length > 0);
    assert.ok(decided.every(({ state }) => state === 'rejected' || state === 'changes_requested'));
    assert.deepEqual(
      (await find({ q: 'WRENFIELD' })).map(({ attempt }) => attempt),
      [1, 2, 3],
    );
    assert.equal((await find({ q: 'åkerblom' })).length, 1, 'the developer');
    assert.equal((await find({ q: 'sub_42' }))[0]?.subscriptionId, 'sub_42');
    const [one] = decided;
    assert.deepEqual(
      await find({ q: one!.submissionId, sort: 'submittedAt' }).then((items) =>
        items.some(({ submissionId }) => submissionId === one!.submissionId),
      ),
      true,
    );
    assert.ok((await find({ plan: 'Rates' })).every(({ planName }) => planName === 'Rates'));
    assert.equal((await find({ plan: 'rates' })).length, 0, 'as it stands');
    assert.equal((await find({ q: '.*' })).length, 0, 'no pattern');
    const submittedBefore = new Date(DEMO_NOW - 100 * 3_600_000).toISOString();
    const old = await find({ submittedBefore });
    assert.ok(old.length > 0 && old.every(({ submittedAt }) => submittedAt < submittedBefore));
  });

  it('sorts by each key both ways, what is not decided before what is', async () => {
    const { mara } = await demo();
    const keys = { submittedAt: 1, decidedAt: 1, subscriptionName: 1 };
    for (const key of Object.keys(keys) as (keyof typeof keys)[]) {
      const read = async (sort: QueueSort) => (await mara.getQueue({ sort }, { limit: 200 })).items;
      const up = await read(key);
      const values = up.map((item) => (item[key] ?? '').toLowerCase());
      assert.deepEqual(values, values.toSorted());
      assert.deepEqual(await read(`-${key}`), up.toReversed());
    }
    const [first] = (await mara.getQueue({})).items;
    const [oldest] = (await mara.getQueue({ sort: 'submittedAt' })).items;
    assert.deepEqual(first, oldest, 'oldest first unless told otherwise');
  });

  it('gives each row once while others decide and submit', async () => {
    for (const sort of ['submittedAt', '-submittedAt', 'subscriptionName'] as const) {
      const { host, mara } = await demo();
      const hugo = createFakeAdapter(host, { as: 'hugo' });
      const before = (await mara.getQueue({ sort }, { limit: 200 })).items;
      let calls = 0;
      const paged = await allPages(async (cursor) => {
        const page = await mara.getQueue({ sort }, { cursor, limit: 4 });
        const open = before.filter(({ state }) => state === 'waiting')[calls];
        calls += 1;
        if (open) {
          await hugo.decide(open.submissionId, open.version, decision('changes_requested', 'No.'));
        }
        return page;
      });
      assert.deepEqual(
        paged.map(({ submissionId }) => submissionId),
        before.map(({ submissionId }) => submissionId),
        sort,
      );
    }
  });

  it('refuses what it does not understand', async () => {
    const { host } = await demo();
    const cursor = (await send(host, 'GET /reviews?limit=1', { as: 'mara' })).body.nextCursor;
    for (const [query, pointer] of [
      ['limit=0', '/limit'],
      ['limit=201', '/limit'],
      ['limit=1.5', '/limit'],
      ['limit=ten', '/limit'],
      ['state=waiting,odd', '/state/1'],
      ['sort=name', '/sort'],
      ['submittedBefore=yesterday', '/submittedBefore'],
      ['cursor=odd', '/cursor'],
      [`cursor=${encodeURIComponent(cursor)}&sort=-submittedAt`, '/cursor'],
    ] as const) {
      const { status, body } = await send(host, `GET /reviews?${query}`, { as: 'mara' });
      assert.deepEqual([status, body.errors?.[0].pointer], [422, pointer], query);
    }
    const empty = await send(host, 'GET /reviews?state=&q=&plan=&sort=&cursor=&limit=', {
      as: 'mara',
    });
    assert.equal(empty.status, 200);
  });

  it('shows a reviewer what they may decide', async () => {
    const { mara, host } = await demo();
    const own = (items: QueueItem[]) =>
      items.find(({ subscriptionId }) => subscriptionId === 'sub_100');
    const query = { state: ['waiting' as const] };
    assert.deepEqual(own((await mara.getQueue(query)).items)?.allowedActions, []);
    const hugo = createFakeAdapter(host, { as: 'hugo' });
    assert.deepEqual(own((await hugo.getQueue(query)).items)?.allowedActions, [
      'approve',
      'reject',
      'request_changes',
    ]);
  });
});

describe('several decisions at once', () => {
  it('are made one by one, in order', async () => {
    const world = await createWorld();
    await world.subscribe('sub_1', 'explorer', { name: 'Mara Lindqvist', tenant: 'northbank' });
    const one = await submitNow(world);
    const two = await submitNow(world, 'sub_77', 'ines');
    const own = await submitNow(world, 'sub_1', 'mara');
    const item = ({ id, version }: { id: string; version: string }) => ({
      submissionId: id,
      version,
    });
    const items = [
      item(one),
      { ...item(two), version: '0.0' },
      { submissionId: 'rev_404', version: '1.1' },
      item(own),
    ];
    const mara = world.as('mara');
    const { results } = await mara.decideMany({ outcome: 'approved', notes: null, items });
    assert.deepEqual(
      results.map(({ submissionId, ok, problem }) => [
        submissionId,
        ok,
        problem?.status,
        problem?.code,
      ]),
      [
        [one.id, true, undefined, undefined],
        [two.id, false, 412, 'version_conflict'],
        ['rev_404', false, 404, 'not_found'],
        [own.id, false, 409, 'own_submission'],
      ],
    );
    assert.equal(results[0]?.version, (await mara.getReview(one.id)).version);
    assert.equal((await world.as('joel').getSnapshot('sub_42'))!.phase, 'production');
    assert.equal((await world.as('ines').getSnapshot('sub_77'))!.phase, 'in_review');
  });

  it('are refused as a whole for blank notes, an id twice, or more than fifty', async () => {
    const world = await createWorld();
    const { id, version } = await submitNow(world);
    const bulk = (outcome: string, items: object[], notes: string | null = null) =>
      world.send('POST /reviews/decisions', { as: 'mara', body: { outcome, notes, items } });
    const item = { submissionId: id, version };
    assert.equal((await bulk('changes_requested', [item], ' ')).body.code, 'notes_required');
    assert.deepEqual((await bulk('approved', [item, item])).body.errors, [
      { pointer: '/items/1/submissionId', code: 'duplicate' },
    ]);
    assert.equal((await bulk('approved', [])).status, 422);
    const many = Array.from({ length: 51 }, (_, n) => ({ submissionId: `rev_${n}`, version }));
    assert.equal((await bulk('approved', many)).status, 422);
    assert.equal((await bulk('changes_requested', [item], 'Fix it.')).status, 200);
    assert.equal((await world.as('joel').getSnapshot('sub_42'))!.changesRequested, true);
  });
});
