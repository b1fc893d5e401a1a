import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRenamedAdapter } from '../../../demo/recipes/renamed.js';
import { joelsAnswers, plans } from '../../../src/mocks/index.js';
import { renamedHost } from './renamed-host.js';
import {
  createBackend,
  failsWell,
  isRefused,
  repeatsOnce,
  survivesALostAnswer,
  walkToProduction,
} from './road.js';
import { fetchOf } from './upstream.js';

const baseUrl = 'https://portal.example/v3';

async function createWorld() {
  const host = await createBackend();
  const { fetch, asked, loseAnswer } = fetchOf(renamedHost(host, baseUrl));
  const as = (account: string) =>
    createRenamedAdapter({ baseUrl, headers: { Authorization: `Bearer ${account}` }, fetch });
  return { host, as, asked, loseAnswer };
}

describe('a host with other paths and names', () => {
  it('leads from sandbox to production', async (t) => {
    const { host, as, asked } = await createWorld();
    await walkToProduction(t, host, as('joel'), as('mara'));
    const paths = asked.map(({ url }) => url.slice(baseUrl.length));
    assert.ok(paths.includes('/apps/sub_42/keys/test/roll'));
    assert.ok(paths.includes('/requests?view=desk&state=waiting'));
    assert.ok(paths.every((path) => /^\/(apps|requests)/.test(path)));
  });

  it('carries the keys of repeats, and the version that was seen', async (t) => {
    const { host, as, asked } = await createWorld();
    await walkToProduction(t, host, as('joel'), as('mara'));
    const writes = asked.filter(
      ({ method, url }) => method === 'POST' && !url.endsWith('received'),
    );
    for (const { headers } of writes) assert.match(headers.get('Idempotency-Key')!, /^\w{32}$/);
    const verdicts = writes.filter(({ url }) => url.endsWith('/verdict'));
    assert.equal(verdicts[0]!.headers.get('If-Match'), '"older"');
    assert.equal(verdicts.length, 2);
  });

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

  it('fails well', () =>
    failsWell((fetch) => createRenamedAdapter({ baseUrl, headers: {}, fetch })));

  it('leaves forms and answers as they are', async () => {
    const { host, as } = await createWorld();
    await host.addPlan(plans.partner);
    await host.subscribe({
      id: 'sub_7',
      name: 'Fernwood',
      planId: 'partner',
      tenant: 'fernwood-ledger',
      by: 'Joel Adeyemi',
    });
    const joel = as('joel');
    const form = (await joel.getForm('sub_7'))!;
    assert.deepEqual(form, plans.partner.form);
    await joel.createCredentials('sub_7', 'sandbox');
    const answers = { ...joelsAnswers, some_field: 'x' };
    await assert.rejects(joel.submit('sub_7', { answers, formVersion: form.version }), {
      code: 'answers_invalid',
      errors: [{ pointer: '/answers/some_field', code: 'unknown_field' }],
    });
    await joel.submit('sub_7', { answers: joelsAnswers, formVersion: form.version });
    assert.deepEqual((await joel.getLatestSubmission('sub_7'))?.answers, joelsAnswers);
  });
});
