import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PipelineError, type PipelineAdapter } from '../../../src/adapter/index.js';
import type { ReviewDetail } from '../../../src/contract/index.js';
import { permissions } from '../../../src/rules/index.js';
import { createStore } from '../../../src/store/index.js';
import { snapshots } from '../../../stories/fixture/snapshot.js';
import { adapterByHand, pageByHand, streamByHand, turn } from './by-hand.js';

function detailOf(change: Partial<ReviewDetail> = {}): ReviewDetail {
  const snapshot = { ...snapshots.inReview, role: 'reviewer' as const };
  return {
    version: 's1',
    ...permissions(snapshot),
    snapshot,
    submission: {
      id: 'subm_2',
      version: 's1',
      subscriptionId: 'sub_42',
      attempt: 2,
      form: null,
      answers: {},
      submittedAt: '2026-11-19T11:32:00Z',
      submittedBy: 'Joel Adeyemi',
      review: null,
    },
    previous: null,
    testData: [],
    activity: [],
    ...change,
  };
}

async function openDesk() {
  const hand = adapterByHand();
  const stream = streamByHand();
  const adapter = new Proxy(hand.adapter, {
    get: (target, name: keyof PipelineAdapter) =>
      name === 'watchQueue' ? stream.watch : target[name],
  });
  const store = createStore({ adapter, surroundings: pageByHand().surroundings });
  const leave = store.subscribe(() => undefined);
  const close = store.openReview('subm_2');
  await turn();
  const get = () => store.state.reviews.get('subm_2');
  return { ...hand, stream, store, get, leave: () => (close(), leave()), close };
}

const decision = { submissionId: 'subm_2', version: 's1', notes: 'Fine.', fieldNotes: [] };

describe('an open review', () => {
  it('is read once for all who show it, and let go with the last', async () => {
    const { store, count, next, get, leave, close } = await openDesk();
    const closeOther = store.openReview('subm_2');
    await turn();
    assert.equal(count('getReview'), 1);
    await next('getReview').resolve(detailOf());
    assert.equal(get()?.value?.version, 's1');
    close();
    assert.ok(get());
    closeOther();
    assert.equal(get(), undefined);
    leave();
  });

  it('is read again when the queue changed, and once when the stream opens after it', async () => {
    const { store, count, next, stream, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    await stream.opened[0]!.send('q1');
    await next('getReview').resolve(detailOf());
    assert.equal(count('getReview'), 2);
    const closeOther = store.openReview('subm_3');
    await turn();
    await next('getReview').resolve(detailOf());
    assert.equal(count('getReview'), 3, 'nothing could change between the stream and this one');
    await stream.opened[0]!.send('q2');
    assert.equal(count('getReview'), 5);
    closeOther();
    leave();
  });

  it('has no stream once a page of the queue says that there is none, and has one again', async () => {
    const { store, next, stream, leave } = await openDesk();
    const readPage = async (events: boolean) => {
      const page = store.readQueue({}, {});
      const capabilities = { events, bulkReview: true, fieldNotes: true };
      await next('getQueue').resolve({ items: [], nextCursor: null, capabilities });
      assert.equal((await page).capabilities.events, events);
    };
    await readPage(true);
    assert.deepEqual([stream.opened.length, stream.opened[0]!.options.signal?.aborted], [1, false]);
    await readPage(false);
    await readPage(false);
    assert.deepEqual([stream.opened.length, stream.opened[0]!.options.signal?.aborted], [1, true]);
    await readPage(true);
    assert.equal(stream.opened.length, 2);
    leave();
  });

  it('asks nothing of a subscription on a page that has none', async () => {
    const { store, count, next, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    void store.refresh();
    await turn();
    assert.equal(count('getSnapshot'), 0);
    leave();
  });
});

describe('a decision', () => {
  it('carries the version that was seen, and its answer is the new state', async () => {
    const { store, calls, next, get, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    const before = store.state.queueChanges;
    const done = store.run('approve', decision);
    await turn();
    assert.deepEqual(next('decide').args, [
      'subm_2',
      's1',
      { outcome: 'approved', notes: 'Fine.', fieldNotes: [] },
    ]);
    await next('decide').resolve(detailOf({ version: 's2', allowedActions: [] }));
    assert.equal((await done).ok, true);
    assert.equal(get()?.value?.version, 's2');
    assert.equal(store.state.queueChanges, before + 1);
    assert.deepEqual([...store.state.decided], ['subm_2']);
    assert.equal(calls.length, 2);
    leave();
  });

  it('is no news where the queue may have changed by anything else', async () => {
    const { store, leave } = await openDesk();
    const { decided } = store.state;
    store.touchQueue();
    assert.equal(store.state.decided, decided);
    leave();
  });

  it('is one for a submission: another one waits, and is refused once the first stands', async () => {
    const { store, count, next, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    const first = store.run('approve', decision);
    const others = [
      store.run('reject', decision),
      store.run('approve', { ...decision, notes: 'Other words.' }),
    ];
    await turn();
    assert.equal(count('decide'), 1);
    await next('decide').resolve(detailOf({ version: 's2', allowedActions: [] }));
    assert.equal((await first).ok, true);
    const codes = (await Promise.all(others)).map((each) => !each.ok && each.error.code);
    assert.deepEqual(codes, ['forbidden', 'forbidden']);
    assert.equal(count('decide'), 1);
    leave();
  });

  it('waits for another one that fails, and is sent then', async () => {
    const { store, next, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    void store.run('approve', decision);
    const second = store.run('reject', decision);
    await turn();
    await next('decide').reject(new PipelineError('forbidden', { status: 403 }));
    await next('getReview').resolve(detailOf());
    const sent = next('decide');
    assert.equal((sent.args[2] as { outcome: string }).outcome, 'rejected');
    await sent.resolve(detailOf({ version: 's2', allowedActions: [] }));
    assert.equal((await second).ok, true);
    leave();
  });

  it('after a lost one has a key of its own, though the notes are the same', async () => {
    const { store, calls, next, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    for (const act of ['approve', 'reject'] as const) {
      const done = store.run(act, decision);
      await turn();
      await next('decide').reject(new PipelineError('network'));
      await next('getReview').resolve(detailOf());
      await done;
    }
    const [first, second] = calls.filter(({ method }) => method === 'decide');
    assert.notEqual(first!.key, second!.key);
    leave();
  });

  it('that comes too late shows the new state and reports the conflict', async () => {
    const { store, next, get, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    const done = store.run('approve', decision);
    await turn();
    await next('decide').reject(new PipelineError('version_conflict', { status: 412 }));
    await next('getReview').resolve(detailOf({ version: 's2', allowedActions: [] }));
    const result = await done;
    assert.equal(!result.ok && result.error.code, 'version_conflict');
    assert.equal(get()?.value?.version, 's2');
    leave();
  });

  it('to request changes without notes stays here', async () => {
    const { store, count, next, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    for (const notes of [null, '', ' \n\t ']) {
      const result = await store.run('request_changes', { ...decision, notes });
      assert.equal(!result.ok && result.error.code, 'notes_required');
    }
    assert.equal(count('decide'), 0);
    leave();
  });

  it('on one’s own submission is refused with the server’s reason', async () => {
    const { store, next, leave } = await openDesk();
    await next('getReview').resolve(
      detailOf({ allowedActions: [], refusals: { approve: 'own_submission' } }),
    );
    const result = await store.run('approve', decision);
    assert.equal(!result.ok && result.error.code, 'own_submission');
    leave();
  });

  it('whose page was closed meanwhile does not come back', async () => {
    const { store, next, get, leave } = await openDesk();
    await next('getReview').resolve(detailOf());
    const done = store.run('approve', decision);
    await turn();
    const decide = next('decide');
    leave();
    await decide.resolve(detailOf({ version: 's2' }));
    assert.equal((await done).ok, true);
    assert.equal(get(), undefined);
  });
});
