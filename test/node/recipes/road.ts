import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { PipelineError, type PipelineAdapter } from '../../../src/adapter/index.js';
import { createStore, type PipelineStore } from '../../../src/store/index.js';
import { createFakeHost, credentialTemplates, people, plans } from '../../../src/mocks/index.js';
import type { fetchOf } from './upstream.js';

export const ID = 'sub_42';

/** A host with Joel’s subscription, whose plan is free and has no form. */
export async function createBackend(capabilities = {}) {
  const host = createFakeHost({ capabilities });
  for (const account of Object.values(people)) await host.addAccount(account);
  await host.addPlan({ ...plans.explorer, credential: credentialTemplates.clientCredentials });
  await host.subscribe({
    id: ID,
    name: 'Fernwood Ledger',
    planId: 'explorer',
    tenant: people.joel.tenant,
    by: people.joel.name,
  });
  return host;
}

export type Backend = Awaited<ReturnType<typeof createBackend>>;

/** A subscription of Joel’s whose plan has a form; gives its id. */
export async function subscribeWithForm(host: Backend): Promise<string> {
  const id = 'sub_7';
  await host.addPlan(plans.partner);
  await host.subscribe({
    id,
    name: 'Fernwood',
    planId: 'partner',
    tenant: people.joel.tenant,
    by: people.joel.name,
  });
  return id;
}

/** A backend of a recipe’s own, and whoever calls it through the recipe. */
export interface World extends Pick<ReturnType<typeof fetchOf>, 'loseAnswer'> {
  host: Backend;
  as: (account: string) => PipelineAdapter;
}

/** What every recipe promises. `adapterOver` makes its adapter over another fetch. */
export function itKeepsItsPromises(
  createWorld: () => Promise<World>,
  adapterOver: (send: typeof fetch) => PipelineAdapter,
): void {
  it('refuses with codes of the contract', async () => {
    const { as } = await createWorld();
    await isRefused(as('joel'), as('ines'));
  });

  it('does a repeat once, and tells no secret again', async () => {
    const { host, as } = await createWorld();
    await repeatsOnce(host, as('joel'));
  });

  it('goes on after a lost answer', async (t) => {
    const { as, loseAnswer } = await createWorld();
    await survivesALostAnswer(t, as('joel'), loseAnswer);
  });

  it('fails well', () => failsWell(adapterOver));
}

/** A store as a page has it, fresh until the test ends. */
async function open(t: TestContext, adapter: PipelineAdapter): Promise<PipelineStore> {
  const store = createStore({ adapter, subscription: ID });
  t.after(store.subscribe(() => undefined));
  await store.refresh();
  return store;
}

const secretOf = (value: { revealed: readonly { name: string; value: string }[] }) =>
  value.revealed.find(({ name }) => name === 'client_secret')?.value ?? '';

/** All that the elements do from the first credential to production, through stores. */
export async function walkToProduction(
  t: TestContext,
  host: Backend,
  developer: PipelineAdapter,
  reviewer: PipelineAdapter,
): Promise<void> {
  const page = await open(t, developer);
  const present = () => page.state.snapshot.value!;
  assert.equal(page.state.snapshot.error, undefined);
  assert.equal(present().phase, 'sandbox');
  assert.deepEqual(present().locks, { sandbox: [], production: ['not_approved'] });
  assert.equal(present().refusals['submit'], 'credentials_missing');

  // Sandbox credentials, shown once.
  const made = await page.run('create_credentials:sandbox', undefined);
  assert.ok(made.ok, made.ok ? '' : made.error.message);
  const first = secretOf(made.value);
  assert.equal(await host.checkSecret(first), true);
  await made.settled;
  const { id: credentialId, secrets } = present().credentials.sandbox!;
  const told = await page.confirmDelivery('sandbox', {
    credentialId,
    secretIds: secrets.map(({ id }) => id),
  });
  assert.ok(told.ok);
  await told.settled;
  assert.notEqual(present().credentials.sandbox!.deliveredAt, null);

  // A new secret under the old identifier.
  const rotated = await page.run('rotate_secret:sandbox', {});
  assert.ok(rotated.ok, rotated.ok ? '' : rotated.error.message);
  const second = secretOf(rotated.value);
  assert.equal(rotated.value.credential.id, credentialId);
  assert.equal(await host.checkSecret(first), false);
  assert.equal(await host.checkSecret(second), true);
  await rotated.settled;
  assert.ok(!JSON.stringify(page.state).includes(second), 'no secret rests in the store');

  // Submitted, found in the queue, approved.
  const sent = await page.run('submit', { answers: {}, formVersion: null });
  assert.ok(sent.ok, sent.ok ? '' : sent.error.message);
  assert.equal(present().phase, 'in_review');
  assert.deepEqual(present().locks.production, ['in_review']);
  await approve(t, reviewer);

  // Production is open.
  await page.refresh();
  assert.equal(present().phase, 'production');
  assert.deepEqual(present().locks.production, []);
  assert.equal(present().review?.outcome, 'approved');
  const live = await page.run('create_credentials:production', undefined);
  assert.ok(live.ok, live.ok ? '' : live.error.message);
  assert.equal(await host.checkSecret(secretOf(live.value)), true);
  await live.settled;
  assert.equal(present().credentials.production?.lane, 'production');
}

async function approve(t: TestContext, reviewer: PipelineAdapter) {
  const { items, counts } = await reviewer.getQueue({ state: ['waiting'] });
  assert.equal(counts.waiting, 1);
  assert.equal(items[0]?.subscriptionName, 'Fernwood Ledger');
  const { submissionId } = items[0];
  const desk = createStore({ adapter: reviewer });
  t.after(desk.openReview(submissionId));
  await desk.refresh();
  const detail = desk.state.reviews.get(submissionId)!.value!;
  assert.equal(detail.snapshot.credentials.sandbox?.lane, 'sandbox');
  const decision = { notes: 'Welcome aboard.', fieldNotes: [] };

  await assert.rejects(
    reviewer.decide(submissionId, 'older', { outcome: 'approved', ...decision }),
    { code: 'version_conflict', status: 412 },
  );
  const input = { submissionId, version: detail.version, ...decision };
  const decided = await desk.run('approve', input);
  assert.ok(decided.ok, decided.ok ? '' : decided.error.message);
  assert.equal(decided.value.submission.review?.notes, 'Welcome aboard.');
  assert.equal((await reviewer.getQueue({})).counts.approved, 1);
}

/** What the server refuses comes with the contract’s code and a status. */
async function isRefused(developer: PipelineAdapter, stranger: PipelineAdapter) {
  await assert.rejects(developer.createCredentials(ID, 'production'), {
    name: 'PipelineError',
    code: 'not_approved',
    status: 409,
  });
  await assert.rejects(developer.submit(ID, { answers: {}, formVersion: null }), {
    code: 'credentials_missing',
    status: 409,
  });
  await developer.createCredentials(ID, 'sandbox');
  await assert.rejects(developer.createCredentials(ID, 'sandbox'), {
    code: 'credentials_exist',
    status: 409,
  });
  await assert.rejects(stranger.getSnapshot(ID), { code: 'not_found', status: 404 });
}

/** One key, one act: the repeat has the same credential and no secret. */
async function repeatsOnce(host: Backend, developer: PipelineAdapter) {
  const idempotencyKey = 'a-key-of-the-test';
  const made = await developer.createCredentials(ID, 'sandbox', { idempotencyKey });
  const again = await developer.createCredentials(ID, 'sandbox', { idempotencyKey });
  assert.equal(again.credential.id, made.credential.id);
  assert.equal(made.replayed, false);
  assert.equal(again.replayed, true);
  assert.deepEqual(again.revealed, []);

  const rotated = await developer.rotateSecret(ID, 'sandbox', {}, { idempotencyKey });
  const repeat = await developer.rotateSecret(ID, 'sandbox', {}, { idempotencyKey });
  assert.equal(repeat.replayed, true);
  assert.deepEqual(repeat.revealed, []);
  assert.equal(await host.checkSecret(secretOf(rotated)), true, 'not rotated twice');
  const known = JSON.stringify([await developer.getSnapshot(ID), again, repeat]);
  for (const secret of [secretOf(made), secretOf(rotated)]) {
    assert.ok(secret && !known.includes(secret));
  }
}

/** Done, and the answer lost: the store reads what became of it, and the person goes on from there. */
async function survivesALostAnswer(
  t: TestContext,
  developer: PipelineAdapter,
  loseAnswer: () => void,
) {
  const page = await open(t, developer);
  const secretIds = () =>
    page.state.snapshot.value!.credentials.sandbox?.secrets.map(({ id }) => id) ?? [];

  loseAnswer();
  const made = await page.run('create_credentials:sandbox', undefined);
  assert.equal(made.ok ? '' : made.error.code, 'network');
  const first = secretIds();
  assert.equal(first.length, 1, 'it was done, and is seen');

  loseAnswer();
  const rotated = await page.run('rotate_secret:sandbox', {});
  assert.equal(rotated.ok ? '' : rotated.error.code, 'network');
  assert.notDeepEqual(secretIds(), first);
  const again = await page.run('rotate_secret:sandbox', {});
  assert.ok(again.ok && secretOf(again.value) !== '', 'another act, with a secret of its own');
}

/** What is no answer at all ends in a code too, without a value of what came. */
async function failsWell(adapterOver: (send: typeof fetch) => PipelineAdapter) {
  const write = (send: typeof fetch, signal?: AbortSignal) =>
    adapterOver(send).createCredentials(ID, 'sandbox', { signal });
  const codeOf = async (send: typeof fetch, signal?: AbortSignal) => {
    const thrown: unknown = await write(send, signal).catch((error: unknown) => error);
    assert.ok(thrown instanceof PipelineError, String(thrown));
    assert.doesNotMatch(thrown.message, /canary/);
    return thrown.code;
  };
  const answer = (body: string, status = 200) => codeOf(async () => new Response(body, { status }));

  assert.equal(await codeOf(() => Promise.reject(new TypeError('canary'))), 'network');
  assert.equal(await answer('<p>canary</p>'), 'unreadable');
  assert.equal(await answer('{"secret":"canary"}'), 'unreadable');
  assert.equal(await answer('canary', 401), 'not_signed_in');
  assert.equal(await answer('canary', 503), 'internal');

  const gone = new AbortController();
  const never: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new TypeError('canary')));
      gone.abort();
    });
  assert.equal(await codeOf(never, gone.signal), 'aborted');
}
