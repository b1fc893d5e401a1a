import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKeyManagerAdapter } from '../../../demo/recipes/key-manager.js';
import { keyManagerHost } from './key-manager-host.js';
import { createBackend, ID, itKeepsItsPromises, walkToProduction } from './road.js';
import { fetchOf } from './upstream.js';

const baseUrl = 'https://gateway.example/devportal/v3';

async function createWorld() {
  const host = await createBackend();
  const { fetch, asked, loseAnswer } = fetchOf(keyManagerHost(host, baseUrl));
  const as = (account: string) =>
    createKeyManagerAdapter({
      baseUrl,
      headers: () => ({ Authorization: `Bearer ${account}` }),
      fetch,
    });
  return { host, as, asked, loseAnswer };
}

describe('a gateway with keys in one place and approval in another', () => {
  it('leads from sandbox to production', async (t) => {
    const { host, as, asked } = await createWorld();
    await walkToProduction(t, host, as('joel'), as('mara'));
    const writes = asked
      .filter(({ method }) => method === 'POST')
      .map(({ url }) => url.slice(baseUrl.length).replace(/(oauth-keys\/|Id=)[^/]+/, '$1…'));
    assert.deepEqual(writes, [
      '/applications/sub_42/generate-keys',
      '/applications/sub_42/oauth-keys/…/regenerate-secret',
      '/subscriptions',
      '/workflows/update-workflow-status?workflowReferenceId=…',
      '/workflows/update-workflow-status?workflowReferenceId=…',
      '/applications/sub_42/generate-keys',
    ]);
  });

  it('carries the keys of repeats, and the version that was seen', async (t) => {
    const { host, as, asked } = await createWorld();
    await walkToProduction(t, host, as('joel'), as('mara'));
    const writes = asked.filter(({ method }) => method === 'POST');
    const decisions = writes.filter(({ url }) => url.includes('update-workflow-status'));
    assert.equal(decisions[0]!.headers.get('If-Match'), '"older"');
    for (const { headers } of writes.filter((each) => each !== decisions[0])) {
      assert.match(headers.get('Idempotency-Key')!, /^\w{32}$/);
    }
  });

  itKeepsItsPromises(createWorld, (fetch) =>
    createKeyManagerAdapter({ baseUrl, headers: () => ({}), fetch }),
  );

  it('says that nobody is signed in, and that a developer has no queue', async () => {
    const { as } = await createWorld();
    await assert.rejects(as('nobody').getSnapshot(ID), { code: 'not_signed_in', status: 401 });
    await assert.rejects(as('joel').getQueue({}), { code: 'forbidden', status: 403 });
  });

  it('has one version until something changes', async () => {
    const { as } = await createWorld();
    const joel = as('joel');
    const { version } = (await joel.getSnapshot(ID))!;
    assert.equal(await joel.getSnapshot(ID, { unlessVersion: version }), null);
    await joel.createCredentials(ID, 'sandbox');
    const made = (await joel.getSnapshot(ID, { unlessVersion: version }))!;
    await joel.rotateSecret(ID, 'sandbox', {});
    const rotated = (await joel.getSnapshot(ID, { unlessVersion: made.version }))!;
    assert.notEqual(
      rotated.credentials.sandbox!.secrets[0]!.id,
      made.credentials.sandbox!.secrets[0]!.id,
    );
  });

  it('says what it can’t do, before and after it is asked', async () => {
    const { as } = await createWorld();
    const [joel, mara] = [as('joel'), as('mara')];
    await assert.rejects(joel.rotateSecret(ID, 'sandbox', {}), { code: 'credentials_missing' });
    await joel.createCredentials(ID, 'sandbox');
    assert.equal((await joel.getSnapshot(ID))!.refusals['regenerate:sandbox'], 'not_supported');
    await assert.rejects(joel.regenerate(ID, 'sandbox'), { code: 'not_supported' });
    assert.equal(await joel.getLatestSubmission(ID), null);
    await joel.submit(ID, { answers: {}, formVersion: null });

    await assert.rejects(mara.getQueue({ sort: 'decidedAt' }), { code: 'not_supported' });
    assert.deepEqual((await mara.getQueue({ state: ['changes_requested'] })).items, []);
    const { items } = await mara.getQueue({ q: 'fernwood' }, { limit: 1 });
    const { submissionId, version } = items[0]!;
    const { refusals, allowedActions } = await mara.getReview(submissionId);
    assert.equal(refusals['request_changes'], 'not_supported');
    assert.deepEqual(allowedActions, ['approve', 'reject']);
    const notes = { notes: 'No.', fieldNotes: [] };
    await assert.rejects(
      mara.decide(submissionId, version, { outcome: 'changes_requested', ...notes }),
      { code: 'not_supported' },
    );
    await mara.decide(submissionId, version, { outcome: 'rejected', ...notes });
    const { review } = (await joel.getLatestSubmission(ID))!;
    assert.equal(review?.outcome, 'rejected');
    assert.equal(review?.notes, 'No.');
    assert.equal((await joel.getSnapshot(ID))!.phase, 'rejected');
  });
});
