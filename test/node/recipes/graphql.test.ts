import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGraphqlAdapter } from '../../../demo/recipes/graphql.js';
import { joelsAnswers, plans } from '../../../src/mocks/index.js';
import { graphqlHost } from './graphql-host.js';
import {
  createBackend,
  ID,
  itKeepsItsPromises,
  subscribeWithForm,
  walkToProduction,
} from './road.js';
import { fetchOf } from './upstream.js';

async function createWorld() {
  const host = await createBackend();
  const { fetch, asked, loseAnswer } = fetchOf(graphqlHost(host));
  const as = (account: string) =>
    createGraphqlAdapter({
      url: 'https://portal.example/graphql',
      headers: () => ({ Authorization: `Bearer ${account}` }),
      fetch,
    });
  return { host, as, asked, loseAnswer };
}

describe('a GraphQL host', () => {
  it('leads from sandbox to production', async (t) => {
    const { host, as, asked } = await createWorld();
    await walkToProduction(t, host, as('joel'), as('mara'));
    assert.ok(asked.every(({ method, url }) => method === 'POST' && url.endsWith('/graphql')));
  });

  itKeepsItsPromises(createWorld, (fetch) =>
    createGraphqlAdapter({ url: 'https://portal.example/graphql', headers: () => ({}), fetch }),
  );

  it('says that nobody is signed in', async () => {
    const { as } = await createWorld();
    await assert.rejects(as('nobody').getSnapshot(ID), { code: 'not_signed_in', status: 401 });
  });

  it('leaves forms and answers as they are', async () => {
    const { host, as } = await createWorld();
    const id = await subscribeWithForm(host);
    const joel = as('joel');
    assert.equal(await joel.getForm(ID), null);
    const form = (await joel.getForm(id))!;
    assert.deepEqual(form, plans.partner.form);
    assert.equal(await joel.getDraft(id), null);
    const answers = { ...joelsAnswers, state: 'Leinster' };
    await joel.saveDraft(id, { answers, formVersion: form.version, step: 1 });
    assert.deepEqual((await joel.getDraft(id))?.answers, answers);

    await joel.createCredentials(id, 'sandbox');
    await assert.rejects(joel.submit(id, { answers, formVersion: form.version }), {
      code: 'answers_invalid',
      status: 422,
      errors: [{ pointer: '/answers/state', code: 'unknown_field' }],
    });
    await joel.submit(id, { answers: joelsAnswers, formVersion: form.version });
    assert.deepEqual((await joel.getLatestSubmission(id))?.answers, joelsAnswers);
  });

  it('has every other operation too', async () => {
    const { as } = await createWorld();
    const [joel, mara] = [as('joel'), as('mara')];
    assert.equal(await joel.getLatestSubmission(ID), null);
    await joel.createCredentials(ID, 'sandbox');
    const { version } = (await joel.getSnapshot(ID))!;
    assert.equal(await joel.getSnapshot(ID, { unlessVersion: version }), null);
    const { credential } = await joel.regenerate(ID, 'sandbox');
    await joel.rotateSecret(ID, 'sandbox', { overlapSeconds: 3600 });
    await joel.retireSecret(ID, 'sandbox', { secretId: credential.secrets[0]!.id });
    assert.equal((await joel.generateToken(ID, 'sandbox')).replayed, false);
    assert.equal((await joel.getTestData(ID)).entries.length, 5);
    const { entries } = await joel.getActivity(ID);
    assert.equal(entries[0]!.kind, 'token_generated');

    await joel.submit(ID, { answers: {}, formVersion: null });
    const { items } = await mara.getQueue({ state: ['waiting'], q: 'fernwood' }, { limit: 5 });
    const { submissionId, version: seen } = items[0]!;
    const { results } = await mara.decideMany({
      outcome: 'rejected',
      notes: 'No.',
      items: [
        { submissionId, version: seen },
        { submissionId: 'other', version: seen },
      ],
    });
    assert.deepEqual(
      results.map(({ ok, problem }) => [ok, problem?.code]),
      [
        [true, undefined],
        [false, 'not_found'],
      ],
    );
  });
});
