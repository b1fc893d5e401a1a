import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFakeAdapter, createFakeHost, createDemoHost } from '../../../src/mocks/index.js';
import { persistHost } from '../../../src/mocks/shared/persist.js';
import { inTurn as takeTurns } from '../../../src/mocks/host/backing.js';
import { createWorld, decision, noAnswers } from './world.js';

function fakeStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    isFull: false,
    getItem: async (key: string) => entries.get(key) ?? null,
    async setItem(key: string, text: string) {
      if (this.isFull) throw new DOMException('', 'QuotaExceededError');
      entries.set(key, text);
    },
  };
}

// What every browser has, and Node from 24 on.
if (typeof navigator === 'undefined' || !('locks' in navigator)) {
  const inTurn = takeTurns();
  const locks = { request: <T>(_: string, work: () => Promise<T>) => inTurn(work) };
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
}

/** Two tabs of one site. */
async function twoTabs() {
  const storage = fakeStorage();
  const world = await createWorld();
  const other = createFakeHost({ clock: () => world.now });
  const stops = [
    await persistHost(world.host, { storage, key: 'k' }),
    await persistHost(other, { storage, key: 'k' }),
  ];
  return {
    storage,
    world,
    joel: world.as('joel'),
    mara: createFakeAdapter(other, { as: 'mara' }),
    other,
    stop: () => stops.forEach((stop) => stop()),
  };
}

describe('a host shared by tabs', () => {
  it('is one host: what one tab does, the other sees', async () => {
    const { joel, mara, other, stop } = await twoTabs();
    const { revealed } = await joel.createCredentials('sub_42', 'sandbox');
    assert.equal(await other.checkSecret(revealed[0]!.value), true);
    const { submission } = await joel.submit('sub_42', noAnswers);
    const { version } = await mara.getReview(submission!.id);
    await mara.decide(submission!.id, version, decision('approved'));
    assert.equal((await joel.getSnapshot('sub_42'))!.phase, 'production');
    stop();
  });

  it('wakes the streams of the other tab', async () => {
    const { joel, mara, stop } = await twoTabs();
    const leaving = new AbortController();
    const events = mara.watchQueue!({ signal: leaving.signal })[Symbol.asyncIterator]();
    const first = await events.next();
    await joel.createCredentials('sub_42', 'sandbox');
    await joel.submit('sub_42', noAnswers);
    const second = await events.next();
    assert.notEqual(second.value?.id, first.value?.id);
    leaving.abort();
    stop();
  });

  it('does one act at a time in all tabs', async () => {
    const { storage, world, other, stop } = await twoTabs();
    const both = await Promise.allSettled([
      world.as('joel').createCredentials('sub_42', 'sandbox'),
      createFakeAdapter(other, { as: 'ines' }).createCredentials('sub_77', 'sandbox'),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
    );
    const { state } = JSON.parse(storage.entries.get('k')!);
    assert.ok(state.subscriptions.sub_42.credentials.sandbox);
    assert.ok(state.subscriptions.sub_77.credentials.sandbox);
    stop();
  });

  it('remembers a key from one tab in the other, and after a reload', async () => {
    const { joel, storage, world, stop } = await twoTabs();
    const options = { idempotencyKey: 'k1' };
    const first = await joel.createCredentials('sub_42', 'sandbox', options);
    const reloaded = createFakeHost({ clock: () => world.now });
    const stopReloaded = await persistHost(reloaded, { storage, key: 'k' });
    const again = await createFakeAdapter(reloaded, { as: 'joel' }).createCredentials(
      'sub_42',
      'sandbox',
      options,
    );
    assert.deepEqual([again.replayed, again.credential.id], [true, first.credential.id]);
    stopReloaded();
    stop();
  });

  it('stores no secret', async () => {
    const { joel, storage, stop } = await twoTabs();
    const secrets: string[] = [];
    const { revealed } = await joel.createCredentials('sub_42', 'sandbox');
    const rotated = await joel.rotateSecret('sub_42', 'sandbox', { overlapSeconds: 60 });
    const { accessToken } = await joel.generateToken('sub_42', 'sandbox');
    secrets.push(revealed[0]!.value, rotated.revealed[0]!.value, accessToken!);
    const stored = [...storage.entries].flat().join();
    for (const secret of secrets) {
      assert.ok(stored.includes('sub_42') && !stored.includes(secret));
    }
    stop();
  });

  it('does not answer for what it could not store', async () => {
    const { joel, storage, stop } = await twoTabs();
    storage.isFull = true;
    await assert.rejects(joel.createCredentials('sub_42', 'sandbox'), { code: 'internal' });
    storage.isFull = false;
    assert.equal((await joel.getSnapshot('sub_42'))!.credentials.sandbox, null);
    await joel.createCredentials('sub_42', 'sandbox');
    stop();
  });

  it('starts over where the storage holds something else, and can be reset', async () => {
    const storage = fakeStorage();
    for (const odd of ['', '{', '{"shape":0,"state":{}}', 'null']) {
      storage.entries.set('golive-fake-host', odd);
      const host = await createDemoHost('credentials_made');
      const stop = await persistHost(host, { storage });
      const joel = createFakeAdapter(host, { as: 'joel' });
      assert.equal((await joel.getSnapshot('sub_42'))!.phase, 'sandbox', odd);
      await host.replace(await (await createDemoHost('in_review')).export());
      assert.equal((await joel.getSnapshot('sub_42'))!.phase, 'in_review');
      stop();
    }
  });
});
