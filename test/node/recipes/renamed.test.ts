import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRenamedAdapter } from '../../../demo/recipes/renamed.js';
import { joelsAnswers, plans } from '../../../src/mocks/index.js';
import { renamedHost } from './renamed-host.js';
import { createBackend, itKeepsItsPromises, subscribeWithForm, walkToProduction } from './road.js';
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

  itKeepsItsPromises(createWorld, (fetch) => createRenamedAdapter({ baseUrl, headers: {}, fetch }));

  it('leaves forms and answers as they are', async () => {
    const { host, as } = await createWorld();
    const id = await subscribeWithForm(host);
    const joel = as('joel');
    const form = (await joel.getForm(id))!;
    assert.deepEqual(form, plans.partner.form);
    await joel.createCredentials(id, 'sandbox');
    const answers = { ...joelsAnswers, some_field: 'x' };
    await assert.rejects(joel.submit(id, { answers, formVersion: form.version }), {
      code: 'answers_invalid',
      errors: [{ pointer: '/answers/some_field', code: 'unknown_field' }],
    });
    await joel.submit(id, { answers: joelsAnswers, formVersion: form.version });
    assert.deepEqual((await joel.getLatestSubmission(id))?.answers, joelsAnswers);
  });
});
