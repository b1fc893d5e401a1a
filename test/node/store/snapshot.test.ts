import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PipelineError } from '../../../src/adapter/index.js';
import { createStaticStore, createStore } from '../../../src/store/index.js';
import type { Snapshot } from '../../../src/contract/index.js';
import { snapshots } from '../../../stories/fixture/snapshot.js';
import { adapterByHand, pageByHand, turn } from './by-hand.js';

function pageWith(initial?: Snapshot) {
  const hand = adapterByHand();
  const page = pageByHand();
  const store = createStore({
    adapter: hand.adapter,
    subscription: 'sub_42',
    surroundings: page.surroundings,
    initial,
  });
  return { ...hand, page, store };
}

describe('the snapshot of a store', () => {
  it('is read when somebody listens, once for all', async () => {
    const { store, count, next } = pageWith();
    assert.equal(count('getSnapshot'), 0);
    let told = 0;
    const leaves = [1, 2, 3].map(() => store.subscribe(() => (told += 1)));
    await turn();
    assert.equal(count('getSnapshot'), 1);
    assert.equal(store.state.snapshot.loading, true);
    told = 0;
    await next('getSnapshot').resolve(snapshots.fresh);
    assert.equal(store.state.snapshot.value?.version, 'v7');
    assert.equal(told, 3, 'one round of listeners for one answer');
    for (const leave of leaves) leave();
  });

  it('keeps what it has when a later read fails, beside the error', async () => {
    const { store, next } = pageWith();
    const leave = store.subscribe(() => undefined);
    await turn();
    await next('getSnapshot').resolve(snapshots.fresh);
    const again = store.refresh();
    await turn();
    await next('getSnapshot').reject(new PipelineError('internal', { status: 500 }));
    await again;
    assert.equal(store.state.snapshot.value, snapshots.fresh);
    assert.equal(store.state.snapshot.error?.code, 'internal');
    leave();
  });

  it('asks with the version it has, and takes null for "still the same"', async () => {
    const { store, next, calls } = pageWith(snapshots.fresh);
    const leave = store.subscribe(() => undefined);
    await turn();
    const before = store.state.snapshot.value;
    await next('getSnapshot').resolve(null);
    assert.equal(calls[0]!.signal?.aborted, false);
    assert.equal(store.state.snapshot.value, before);
    leave();
  });

  it('keeps the identity of every part that did not change', async () => {
    const { store, next } = pageWith();
    const leave = store.subscribe(() => undefined);
    await turn();
    await next('getSnapshot').resolve(snapshots.credentialsMade);
    const before = store.state.snapshot.value!;
    const again = store.refresh();
    await turn();
    await next('getSnapshot').resolve({ ...structuredClone(before), version: 'v8' });
    await again;
    const after = store.state.snapshot.value!;
    assert.notEqual(after, before);
    assert.equal(after.credentials, before.credentials);
    assert.equal(after.links, before.links);
    leave();
  });

  it('drops a read that nobody waits for any more', async () => {
    const { store, calls } = pageWith();
    const leave = store.subscribe(() => undefined);
    await turn();
    leave();
    assert.equal(calls[0]!.signal?.aborted, true);
    await calls[0]!.resolve(snapshots.fresh);
    assert.equal(store.state.snapshot.value, undefined);
    assert.equal(store.state.snapshot.loading, false);
  });

  it('tells each error once while it lasts, and again after it was gone', async () => {
    const { store, next } = pageWith();
    const heard: string[] = [];
    store.onError(({ error }) => heard.push(error.code));
    const leave = store.subscribe(() => undefined);
    const answer = async (outcome: unknown) => {
      const done = store.refresh();
      await turn();
      if (outcome instanceof Error) await next('getSnapshot').reject(outcome);
      else await next('getSnapshot').resolve(outcome);
      await done;
    };
    const signedOut = () => new PipelineError('not_signed_in', { status: 401 });
    await answer(signedOut());
    await answer(signedOut());
    assert.deepEqual(heard, ['not_signed_in']);
    await answer(snapshots.fresh);
    await answer(signedOut());
    assert.deepEqual(heard, ['not_signed_in', 'not_signed_in']);
    leave();
  });

  it('tells of a new version that somebody else brought', async () => {
    const { store, next } = pageWith(snapshots.inReview);
    const heard: unknown[] = [];
    store.onChange((change) => heard.push(change));
    const leave = store.subscribe(() => undefined);
    await turn();
    await next('getSnapshot').resolve({ ...snapshots.approved, version: 'v9' });
    assert.deepEqual(heard, [{ phase: 'production', version: 'v9' }]);
    leave();
  });

  it('wraps whatever an adapter of a page throws', async () => {
    const { store, next } = pageWith();
    const leave = store.subscribe(() => undefined);
    await turn();
    await next('getSnapshot').reject(new TypeError('secret in a message'));
    assert.equal(store.state.snapshot.error?.code, 'internal');
    assert.doesNotMatch(store.state.snapshot.error.message, /secret in/);
    leave();
  });
});

describe('a static store', () => {
  it('shows what it was given and asks nobody', async () => {
    const store = createStaticStore(snapshots.inReview, { testData: [] });
    const leave = store.subscribe(() => undefined);
    await turn();
    assert.equal(store.state.snapshot.value, snapshots.inReview);
    assert.equal(store.state.snapshot.loading, false);
    assert.deepEqual(await store.adapter.getTestData('sub_42'), { entries: [] });
    leave();
  });

  it('refuses every act', async () => {
    const store = createStaticStore(snapshots.fresh);
    const result = await store.run('create_credentials:sandbox', undefined);
    assert.equal(result.ok, false);
    assert.equal(!result.ok && result.error.code, 'not_supported');
  });

  it('can be looked into, as tools do with what they are given', async () => {
    const { adapter } = createStaticStore(snapshots.fresh);
    assert.equal(JSON.stringify(adapter), '{}');
    assert.equal(await Promise.resolve(adapter), adapter);
  });
});
