import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, fieldKind, visibleAnswers } from '../../../src/contract/index.js';
import { joelsAnswers, people, plans } from '../../../src/mocks/index.js';
import { createWorld, decision, makeCredentials, versionOf } from './world.js';

const id = 'sub_1';
const { version: formVersion } = plans.partner.form;

async function partnerWorld(capabilities = {}) {
  const world = await createWorld({ capabilities });
  await world.subscribe(id, 'partner', people.joel);
  await makeCredentials(world, id);
  return { ...world, joel: world.as('joel'), world };
}

describe('a form', () => {
  it('of the demo has every kind of field but a file', () => {
    const kinds = new Set(
      plans.partner.form.steps.flatMap((step) => step.fields.map((field) => field.kind)),
    );
    assert.deepEqual(
      fieldKind.options.filter((kind) => !kinds.has(kind)),
      ['file'],
    );
    assert.deepEqual(checkAnswers(plans.partner.form, joelsAnswers), []);
    assert.deepEqual(visibleAnswers(plans.partner.form, joelsAnswers), joelsAnswers);
  });

  it('refuses answers that do not fit, field by field', async () => {
    const { send } = await partnerWorld();
    const { legal_name: _, ...others } = joelsAnswers;
    const answers = {
      ...others,
      registration_number: 'x',
      holds_customer_funds: false,
      extra: 'x',
      monthly_calls: '12',
      accepts_rules: false,
    };
    const { status, body } = await send(`POST /subscriptions/${id}/submissions`, {
      body: { answers, formVersion },
    });
    assert.deepEqual([status, body.code], [422, 'answers_invalid']);
    assert.deepEqual(body.errors, [
      { pointer: '/answers/legal_name', code: 'required' },
      { pointer: '/answers/registration_number', code: 'pattern' },
      { pointer: '/answers/monthly_calls', code: 'type' },
      { pointer: '/answers/accepts_rules', code: 'required' },
      { pointer: '/answers/safeguarding_bank', code: 'hidden_field' },
      { pointer: '/answers/extra', code: 'unknown_field' },
    ]);
  });

  it('that changed refuses answers to the old one; what was submitted keeps its own', async () => {
    const { world, host, joel } = await partnerWorld();
    const { submission, version } = await joel.submit(id, { answers: joelsAnswers, formVersion });
    const form = { ...plans.partner.form, version: '2026-12', steps: [] };
    await host.setForm('partner', form);
    const snapshot = (await joel.getSnapshot(id, { unlessVersion: version }))!;
    assert.equal(snapshot.formVersion, '2026-12');
    assert.equal(
      (await world.as('mara').getReview(submission!.id)).submission.form?.version,
      formVersion,
    );
    assert.deepEqual(await joel.getForm(id), form);
    await world
      .as('mara')
      .decide(
        submission!.id,
        await versionOf(world, submission!.id),
        decision('changes_requested', 'x'),
      );
    await assert.rejects(joel.submit(id, { answers: joelsAnswers, formVersion }), {
      code: 'form_changed',
      status: 409,
    });
    assert.deepEqual((await joel.getLatestSubmission(id))!.answers, joelsAnswers);
    await host.setForm('partner', null);
    assert.equal(await joel.getForm(id), null);
    assert.equal((await joel.submit(id, { answers: {}, formVersion: null })).hasForm, false);
    await assert.rejects(
      host.setForm('partner', { ...form, steps: [loop] }),
      /depend on themselves/,
    );
  });
});

const loop = {
  id: 'loop',
  title: 'Loop',
  fields: [{ id: 'a', kind: 'text' as const, label: 'A', showWhen: { field: 'a', filled: true } }],
};

describe('a draft', () => {
  it('is kept unchecked, the last one wins, and a submission ends it', async () => {
    const { joel, world } = await partnerWorld();
    assert.equal(await joel.getDraft(id), null);
    const { version } = (await joel.getSnapshot(id))!;
    await joel.saveDraft(id, { formVersion: 'old', answers: { gone: 'x' }, step: 7 });
    await joel.saveDraft(id, { formVersion, answers: { legal_name: '' }, step: 1 });
    const { updatedAt, ...kept } = (await joel.getDraft(id))!;
    assert.deepEqual(kept, { formVersion, answers: { legal_name: '' }, step: 1 });
    assert.equal(updatedAt, new Date(world.now).toISOString());
    assert.equal(await joel.getSnapshot(id, { unlessVersion: version }), null, 'in no snapshot');
    await joel.submit(id, { answers: joelsAnswers, formVersion });
    assert.equal(await joel.getDraft(id), null);
    await assert.rejects(joel.saveDraft(id, { formVersion, answers: {}, step: 0 }), {
      code: 'already_in_review',
    });
  });

  it('is not kept by a host without drafts', async () => {
    const { joel } = await partnerWorld({ drafts: false });
    await assert.rejects(joel.saveDraft(id, { formVersion, answers: {}, step: 0 }), {
      code: 'not_supported',
    });
    assert.equal(await joel.getDraft(id), null);
  });
});
