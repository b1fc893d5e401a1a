import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { PipelineError } from '../../../src/adapter/index.js';
import type { IssuedCredential } from '../../../src/contract/index.js';
import { createStore } from '../../../src/store/index.js';
import { credentialOf, snapshotOf, snapshots } from '../../../stories/fixture/snapshot.js';
import { adapterByHand, pageByHand, turn } from './by-hand.js';

const SECRET = 'canary-nbs_t3Jx0aYw6ZqVh2Lr8NuKc5Pd1';

const issued: IssuedCredential = {
  credential: credentialOf('sandbox', { deliveredAt: null }),
  revealed: [{ name: 'client_secret', label: 'Client secret', value: SECRET }],
  replayed: false,
};

async function pageAt(initial = snapshots.fresh) {
  const hand = adapterByHand();
  const store = createStore({
    adapter: hand.adapter,
    subscription: 'sub_42',
    surroundings: pageByHand().surroundings,
    initial,
  });
  const heard: { code: string; action: string | undefined }[] = [];
  store.onError(({ error, action }) => heard.push({ code: error.code, action }));
  const leave = store.subscribe(() => undefined);
  await turn();
  await hand.next('getSnapshot').resolve(null);
  return { ...hand, store, heard, leave };
}

describe('an act', () => {
  it('is sent once however often it is pressed, and every press gets its answer', async () => {
    const { store, count, next, leave } = await pageAt();
    const first = store.run('create_credentials:sandbox', undefined);
    const second = store.run('create_credentials:sandbox', undefined);
    assert.equal(first, second);
    await turn();
    assert.deepEqual([...store.state.pending], ['create_credentials:sandbox']);
    assert.equal(count('createCredentials'), 1);
    await next('createCredentials').resolve(issued);
    await next('getSnapshot').resolve(snapshots.credentialsMade);
    const result = await first;
    assert.equal(result.ok && result.value, issued);
    await turn();
    assert.equal(store.state.pending.size, 0);
    leave();
  });

  it('answers at once, and is under way until the state has caught up', async () => {
    const { store, next, leave } = await pageAt();
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').resolve(issued);
    const result = await done;
    assert.equal(result.ok && result.value, issued);
    assert.deepEqual([...store.state.pending], ['create_credentials:sandbox']);
    await next('getSnapshot').resolve(snapshots.credentialsMade);
    await (result.ok && result.settled);
    await turn();
    assert.equal(store.state.pending.size, 0);
    assert.ok(store.state.snapshot.value?.credentials.sandbox);
    leave();
  });

  it('ends for all though a listener of the page throws', async () => {
    const thrown: unknown[] = [];
    mock.method(console, 'error', (error: unknown) => thrown.push(error));
    const { store, next, heard, leave } = await pageAt();
    const fault = new Error('of the page');
    const fail = () => {
      throw fault;
    };
    const leaveFirst = store.subscribe(fail);
    store.onError(fail);
    let updates = 0;
    const leaveSecond = store.subscribe(() => (updates += 1));
    const told: string[] = [];
    store.onError(({ error }) => told.push(error.code));
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').reject(new PipelineError('too_many_requests'));
    assert.equal((await done).ok, false);
    await turn();
    assert.equal(store.state.pending.size, 0);
    assert.ok(updates > 0);
    assert.deepEqual([heard.length, told], [1, ['too_many_requests']]);
    assert.ok(thrown.length > 0 && thrown.every((each) => each === fault));
    mock.restoreAll();
    for (const each of [leaveFirst, leaveSecond, leave]) each();
  });

  it('leaves no secret in the state', async () => {
    const { store, next, leave } = await pageAt();
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').resolve(issued);
    await next('getSnapshot').resolve(snapshots.credentialsMade);
    await done;
    assert.doesNotMatch(JSON.stringify(store.state), new RegExp(SECRET));
    leave();
  });

  it('is not sent when the server does not allow it; its reason is told', async () => {
    const { store, count, heard, leave } = await pageAt();
    const result = await store.run('submit', { answers: {}, formVersion: null });
    assert.equal(!result.ok && result.error.code, 'credentials_missing');
    assert.equal(count('submit'), 0);
    assert.deepEqual(heard, [{ code: 'credentials_missing', action: 'submit' }]);
    leave();
  });

  it('takes the state from the answer, where the answer is the state', async () => {
    const { store, count, next, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.run('submit', { answers: {}, formVersion: 'f3' });
    await turn();
    await next('submit').resolve({ ...snapshots.inReview, version: 'v8' });
    assert.equal((await done).ok, true);
    assert.equal(store.state.snapshot.value?.phase, 'in_review');
    assert.equal(count('getSnapshot'), 1, 'no read beside it');
    leave();
  });

  it('drops a read from before the act, and reads again', async () => {
    const { store, next, leave } = await pageAt(snapshots.credentialsMade);
    const reading = store.refresh();
    await turn();
    const early = next('getSnapshot');
    const done = store.run('submit', { answers: {}, formVersion: 'f3' });
    await turn();
    await next('submit').resolve({ ...snapshots.inReview, version: 'v8' });
    assert.equal(early.signal?.aborted, true);
    await early.resolve(snapshots.credentialsMade);
    assert.equal(store.state.snapshot.value?.phase, 'in_review', 'the late answer changed nothing');
    await next('getSnapshot').resolve({ ...snapshots.inReview, version: 'v8' });
    await Promise.all([reading, done]);
    leave();
  });

  it('does not overwrite what was read since it was sent', async () => {
    const { store, next, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.run('submit', { answers: {}, formVersion: 'f3' });
    await turn();
    const reading = store.refresh();
    await turn();
    await next('getSnapshot').resolve({ ...snapshots.approved, version: 'v9' });
    await reading;
    await next('submit').resolve({ ...snapshots.inReview, version: 'v8' });
    assert.equal(store.state.snapshot.value?.version, 'v9');
    await next('getSnapshot').resolve(null);
    await done;
    assert.equal(store.state.snapshot.value?.version, 'v9');
    leave();
  });

  for (const code of ['offline', 'not_signed_in', 'too_many_requests']) {
    it(`reads nothing more after ${code}, and repeats with the same key`, async () => {
      const { store, count, next, calls, leave } = await pageAt();
      const done = store.run('create_credentials:sandbox', undefined);
      await turn();
      await next('createCredentials').reject(new PipelineError(code));
      assert.equal((await done).ok, false);
      assert.equal(count('getSnapshot'), 1);
      void store.run('create_credentials:sandbox', undefined);
      await turn();
      const [first, second] = calls.filter(({ method }) => method === 'createCredentials');
      assert.equal(first!.key, second!.key);
      leave();
    });
  }

  it('looks after a lost answer; if nothing was done, a repeat has the same key', async () => {
    const { store, next, calls, leave } = await pageAt();
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').reject(new PipelineError('network'));
    await next('getSnapshot').resolve(null);
    const result = await done;
    assert.equal(!result.ok && result.error.code, 'network');
    void store.run('create_credentials:sandbox', undefined);
    await turn();
    const [first, second] = calls.filter(({ method }) => method === 'createCredentials');
    assert.equal(first!.key, second!.key);
    leave();
  });

  it('is another act, with a new key, once the state shows that the lost one was done', async () => {
    const { store, next, calls, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.run('regenerate:sandbox', undefined);
    await turn();
    await next('regenerate').reject(new PipelineError('timeout'));
    await next('getSnapshot').resolve(
      snapshotOf({
        version: 'v8',
        credentials: {
          sandbox: credentialOf('sandbox', { id: 'cred_new', deliveredAt: null }),
          production: null,
        },
      }),
    );
    await done;
    void store.run('regenerate:sandbox', undefined);
    await turn();
    const [first, second] = calls.filter(({ method }) => method === 'regenerate');
    assert.notEqual(first!.key, second!.key);
    leave();
  });

  it('is another act, too, when the state shows only later that it was done', async () => {
    const { store, next, calls, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.run('regenerate:sandbox', undefined);
    await turn();
    await next('regenerate').reject(new PipelineError('network'));
    await next('getSnapshot').reject(new PipelineError('network'));
    await done;
    void store.refresh();
    await turn();
    const sandbox = credentialOf('sandbox', { id: 'cred_new', deliveredAt: null });
    await next('getSnapshot').resolve(
      snapshotOf({ version: 'v8', credentials: { sandbox, production: null } }),
    );
    void store.run('regenerate:sandbox', undefined);
    await turn();
    const [first, second] = calls.filter(({ method }) => method === 'regenerate');
    assert.notEqual(first!.key, second!.key);
    leave();
  });

  it('has a new key when its body changed', async () => {
    const { store, next, calls, leave } = await pageAt(snapshots.credentialsMade);
    for (const answers of [{ a: '1' }, { a: '2' }]) {
      const done = store.run('submit', { answers, formVersion: 'f3' });
      await turn();
      await next('submit').reject(new PipelineError('network'));
      await next('getSnapshot').resolve(null);
      await done;
    }
    const [first, second] = calls.filter(({ method }) => method === 'submit');
    assert.notEqual(first!.key, second!.key);
    leave();
  });

  it('reads again after a refusal that says that the state moved', async () => {
    const { store, next, leave } = await pageAt();
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').reject(new PipelineError('credentials_exist', { status: 409 }));
    await next('getSnapshot').resolve({ ...snapshots.credentialsMade, version: 'v8' });
    const result = await done;
    assert.equal(!result.ok && result.error.code, 'credentials_exist');
    assert.ok(store.state.snapshot.value?.credentials.sandbox);
    leave();
  });

  it('of its own is not told as somebody else’s change', async () => {
    const { store, next, leave } = await pageAt();
    let told = 0;
    store.onChange(() => (told += 1));
    const done = store.run('create_credentials:sandbox', undefined);
    await turn();
    await next('createCredentials').resolve(issued);
    await next('getSnapshot').resolve({ ...snapshots.credentialsMade, version: 'v8' });
    await done;
    assert.equal(told, 0);
    leave();
  });
});

describe('telling that a secret was delivered', () => {
  it('reads the state again', async () => {
    const { store, next, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.confirmDelivery('sandbox', {
      credentialId: 'cred_sbx',
      secretIds: ['sec_1'],
    });
    await turn();
    await next('markDelivered').resolve(undefined);
    await next('getSnapshot').resolve(null);
    assert.equal((await done).ok, true);
    leave();
  });

  it('reports a failure', async () => {
    const { store, next, heard, leave } = await pageAt(snapshots.credentialsMade);
    const done = store.confirmDelivery('sandbox', { credentialId: 'cred_sbx', secretIds: [] });
    await turn();
    await next('markDelivered').reject(new PipelineError('credentials_changed', { status: 409 }));
    assert.equal((await done).ok, false);
    assert.deepEqual(heard, [{ code: 'credentials_changed', action: undefined }]);
    leave();
  });
});
