import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joelsAnswers, plans } from '../../../src/mocks/index.js';
import { createWorld, decision, makeCredentials, versionOf } from './world.js';

describe('the road from sandbox to production', () => {
  it('runs from the first credential over a return to production', async () => {
    const world = await createWorld();
    await world.host.subscribe({
      id: 'sub_1',
      name: 'Fernwood',
      planId: 'partner',
      tenant: 'fernwood-ledger',
      by: 'Joel Adeyemi',
    });
    const joel = world.as('joel');
    const mara = world.as('mara');
    const look = async () => (await joel.getSnapshot('sub_1'))!;

    assert.equal((await look()).phase, 'sandbox');
    assert.deepEqual((await look()).locks.production, ['not_approved']);
    assert.equal((await look()).refusals['submit'], 'credentials_missing');

    const sandbox = await makeCredentials(world, 'sub_1');
    assert.equal(await world.host.checkSecret(sandbox.secret), true);
    assert.ok((await look()).allowedActions.includes('submit'));

    const body = { answers: joelsAnswers, formVersion: plans.partner.form.version };
    const sent = await joel.submit('sub_1', body);
    assert.equal(sent.phase, 'in_review');
    assert.equal(sent.submission?.attempt, 1);
    assert.deepEqual(sent.locks.production, ['in_review']);

    const first = sent.submission.id;
    const detail = await mara.getReview(first);
    assert.deepEqual(detail.submission.answers, joelsAnswers);
    assert.deepEqual(detail.submission.form, plans.partner.form);
    assert.deepEqual(detail.allowedActions, ['approve', 'reject', 'request_changes']);
    assert.equal(detail.previous, null);
    assert.equal(detail.testData.length, 12);
    const returned = await mara.decide(first, detail.version, {
      outcome: 'changes_requested',
      notes: 'Please rotate more often.',
      fieldNotes: [{ fieldId: 'rotation_days', note: '30 at most' }],
    });
    assert.notEqual(returned.version, detail.version);
    assert.deepEqual(returned.allowedActions, []);

    const flagged = await look();
    assert.equal(flagged.phase, 'sandbox');
    assert.equal(flagged.changesRequested, true);
    assert.equal(flagged.review?.notes, 'Please rotate more often.');
    assert.equal(flagged.review?.fieldNotes[0]?.fieldId, 'rotation_days');
    assert.equal(flagged.review?.reviewer, 'Mara Lindqvist');

    const again = await joel.submit('sub_1', {
      ...body,
      answers: { ...joelsAnswers, rotation_days: 30 },
    });
    assert.equal(again.submission?.attempt, 2);
    assert.equal(again.changesRequested, false);
    assert.equal(again.review, null);
    const second = again.submission.id;
    assert.notEqual(second, first);
    const both = await mara.getReview(second);
    assert.equal(both.previous?.id, first);
    assert.equal(both.previous?.answers['rotation_days'], 90);

    await mara.decide(second, await versionOf(world, second), decision('approved'));
    const done = await look();
    assert.equal(done.phase, 'production');
    assert.deepEqual(done.locks.production, []);

    const live = await makeCredentials(world, 'sub_1', 'joel', 'production');
    assert.equal(await world.host.checkSecret(live.secret), true);
    assert.notEqual(live.secret, sandbox.secret);

    const { entries } = await joel.getActivity('sub_1');
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      [
        'credentials_created',
        'approved',
        'submitted',
        'changes_requested',
        'submitted',
        'credentials_created',
        'subscription_created',
      ],
    );
    assert.equal(entries[3]?.notes, 'Please rotate more often.');
    assert.deepEqual(
      entries.map(({ attempt }) => attempt),
      [undefined, 2, 2, 1, 1, undefined, undefined],
    );
    assert.deepEqual((await joel.getActivity('sub_1')).nextCursor, null);
  });

  it('stays locked until it is paid for, and opens then', async () => {
    const world = await createWorld();
    await world.host.subscribe({
      id: 'sub_1',
      name: 'Fernwood',
      planId: 'partner',
      tenant: 'fernwood-ledger',
      by: 'Joel Adeyemi',
      status: 'pending_payment',
    });
    const joel = world.as('joel');
    await makeCredentials(world, 'sub_1');
    const formVersion = plans.partner.form.version;
    const { submission } = await joel.submit('sub_1', { answers: joelsAnswers, formVersion });
    await world
      .as('mara')
      .decide(submission!.id, await versionOf(world, submission!.id), decision('approved'));

    const unpaid = (await joel.getSnapshot('sub_1'))!;
    assert.deepEqual(unpaid.locks.production, ['payment_pending']);
    assert.equal(unpaid.links.checkout, 'https://billing.northbank.example/checkout');
    await assert.rejects(joel.createCredentials('sub_1', 'production'), {
      code: 'payment_pending',
      status: 409,
    });
    await world.host.failPayment('sub_1');
    await assert.rejects(joel.createCredentials('sub_1', 'production'), { code: 'payment_failed' });
    await world.host.completePayment('sub_1');
    await world.host.completePayment('sub_1');
    const paid = (await joel.getSnapshot('sub_1'))!;
    assert.deepEqual(paid.locks.production, []);
    assert.equal(paid.links.checkout, undefined);

    const { secret } = await makeCredentials(world, 'sub_1', 'joel', 'production');
    assert.equal(await world.host.checkSecret(secret), true);
    await world.host.failPayment('sub_1');
    assert.equal(await world.host.checkSecret(secret), false, 'a locked lane opens nothing');
    const { entries } = await joel.getActivity('sub_1');
    assert.equal(entries[0]?.kind, 'payment_failed');
    assert.equal(entries[0]?.actor, null);
    assert.equal(entries.filter(({ kind }) => kind === 'payment_completed').length, 1);
    await assert.rejects(
      world.host.completePayment('sub_42').then(() => world.host.failPayment('sub_42')),
      RangeError,
    );
  });

  it('ends with a rejection, unless the host lets it go on', async () => {
    for (const resubmitAfterReject of [false, true]) {
      const world = await createWorld({ policies: { resubmitAfterReject } });
      const { secret } = await makeCredentials(world);
      const { submission } = await world.as('joel').submit('sub_42', noForm);
      await world
        .as('mara')
        .decide(
          submission!.id,
          await versionOf(world, submission!.id),
          decision('rejected', 'No.'),
        );
      const rejected = (await world.as('joel').getSnapshot('sub_42'))!;
      assert.equal(rejected.phase, 'rejected');
      assert.deepEqual(rejected.locks, { sandbox: [], production: ['rejected'] });
      assert.equal(await world.host.checkSecret(secret), true, 'sandbox goes on');
      assert.equal(rejected.allowedActions.includes('submit'), resubmitAfterReject);
      if (resubmitAfterReject) {
        assert.equal((await world.as('joel').submit('sub_42', noForm)).phase, 'in_review');
      } else {
        await assert.rejects(world.as('joel').submit('sub_42', noForm), { code: 'rejected' });
      }
    }
  });

  it('has no review where the plan has no pipeline', async () => {
    const world = await createWorld();
    await world.subscribe('sub_9', 'reference', { name: 'Joel', tenant: 'fernwood-ledger' });
    const snapshot = (await world.as('joel').getSnapshot('sub_9'))!;
    assert.equal(snapshot.phase, 'production');
    assert.equal(snapshot.plan.hasPipeline, false);
    await makeCredentials(world, 'sub_9');
    await makeCredentials(world, 'sub_9', 'joel', 'production');
    await assert.rejects(world.as('joel').submit('sub_9', noForm), {
      code: 'already_in_production',
    });
  });
});

const noForm = { answers: {}, formVersion: null };
