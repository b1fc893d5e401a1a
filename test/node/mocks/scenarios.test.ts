import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/adapter/index.js';
import { operations } from '../../../src/mocks/host/operations.js';
import { routes } from '../../../src/contract/index.js';
import {
  approvedSubscriptions,
  createDemoHost,
  createFakeAdapter,
  DEMO_NOW,
  demoFaults,
  demoState,
  scenarioNames,
  type ScenarioName,
} from '../../../src/mocks/index.js';
import { DAY, send } from './world.js';

const main = 'sub_42';

/** What each is for, in the words of the snapshot. */
const expected: Record<ScenarioName, object> = {
  fresh: { phase: 'sandbox', status: 'active', credentials: { sandbox: null, production: null } },
  credentials_made: { phase: 'sandbox', hasForm: true, submission: null },
  in_review: { phase: 'in_review', review: null },
  changes_requested: { phase: 'sandbox', changesRequested: true },
  rejected: { phase: 'rejected' },
  approved: { phase: 'production', locks: { sandbox: [], production: [] } },
  paid_unpaid: { phase: 'production', locks: { sandbox: [], production: ['payment_pending'] } },
  payment_failed: { phase: 'production', locks: { sandbox: [], production: ['payment_failed'] } },
  credential_expiring: { phase: 'sandbox', submission: null },
  credential_expired: { phase: 'sandbox', submission: null },
  secret_overlap: { phase: 'sandbox', submission: null },
  credential_lost: { phase: 'sandbox', submission: null },
  no_form: { phase: 'sandbox', hasForm: false },
  empty_test_data: { phase: 'sandbox', hasForm: true },
  slow: { phase: 'sandbox' },
  failing: { phase: 'sandbox' },
  offline: { phase: 'sandbox' },
};

describe('scenarios', () => {
  for (const name of scenarioNames) {
    it(`${name} is what it says, and every answer of it fits the contract`, async () => {
      const host = await createDemoHost(name, { clock: () => DEMO_NOW });
      const snapshot = (await createFakeAdapter(host, { as: 'joel' }).getSnapshot(main))!;
      for (const [key, value] of Object.entries(expected[name])) {
        assert.deepEqual(snapshot[key as keyof typeof snapshot], value, key);
      }
      const { items, counts } = await createFakeAdapter(host, { as: 'mara' }).getQueue(
        {},
        { limit: 200 },
      );
      assert.ok(items.length >= 30 && Object.values(counts).every((count) => count > 0));
      const subscriptions = [...new Set(items.map(({ subscriptionId }) => subscriptionId)), main];
      for (const operation of Object.keys(operations) as Operation[]) {
        const { method, route } = operations[operation];
        if (method !== 'GET' || operation.startsWith('watch')) continue;
        const pathOf = routes[route];
        const ids =
          route === 'review' ? items.map(({ submissionId }) => submissionId) : subscriptions;
        for (const id of route === 'queue' ? [''] : ids) {
          const { status } = await send(host, `GET ${pathOf(id)}`, { as: 'mara' });
          assert.ok(
            status < 300 || operations[operation].who === 'developer',
            `${operation} ${id}`,
          );
        }
        if (route !== 'review' && route !== 'queue') await send(host, `GET ${pathOf(main)}`);
      }
    });
  }

  it('show credentials that expire, expired, overlap or never arrived', async () => {
    const read = async (name: ScenarioName) => {
      const host = await createDemoHost(name, { clock: () => DEMO_NOW });
      const { credentials, refusals } = (await createFakeAdapter(host, { as: 'joel' }).getSnapshot(
        main,
      ))!;
      const { sandbox } = credentials;
      assert.ok(sandbox);
      const left = sandbox.expiresAt && (Date.parse(sandbox.expiresAt) - DEMO_NOW) / DAY;
      const isDelivered = sandbox.deliveredAt !== null;
      const refused = refusals['generate_token:sandbox'];
      return { left, isDelivered, refused, secrets: sandbox.secrets };
    };
    const expiring = await read('credential_expiring');
    assert.deepEqual([expiring.left, expiring.isDelivered, expiring.refused], [9, true, undefined]);
    const expired = await read('credential_expired');
    assert.deepEqual([expired.left, expired.refused], [-2, 'credentials_expired']);
    const overlap = await read('secret_overlap');
    const [old, present] = overlap.secrets;
    assert.ok(overlap.isDelivered && present!.validUntil === null);
    assert.equal(Date.parse(old!.validUntil!) - DEMO_NOW, DAY - 19 * 60_000);
    assert.equal((await read('credential_lost')).isDelivered, false);
  });

  it('have each kind of credential in both lanes', async () => {
    const host = await createDemoHost('approved', { clock: () => DEMO_NOW });
    const joel = createFakeAdapter(host, { as: 'joel' });
    const kinds = new Set<string>();
    const ids = ['sub_51', ...approvedSubscriptions.map(({ id }) => id), main];
    for (const id of ids) {
      const before = (await joel.getSnapshot(id))!;
      if (!before.credentials.sandbox) await joel.createCredentials(id, 'sandbox');
      const { credential, revealed } = await joel.createCredentials(id, 'production');
      assert.equal(revealed.length, credential.values.length);
      const { credentials } = (await joel.getSnapshot(id))!;
      assert.equal(credentials.sandbox?.kind, credential.kind);
      kinds.add(`${credential.kind} ${credential.secrets.length}`);
    }
    assert.deepEqual([...kinds].toSorted(), [
      'api_key 1',
      'api_key 2',
      'client_credentials 1',
      'private_key_jwt 0',
      'sftp_account 2',
    ]);
  });

  it('are the same for the same moment', async () => {
    for (const name of ['in_review', 'changes_requested'] as const) {
      assert.deepEqual(await demoState(name, DEMO_NOW), await demoState(name, DEMO_NOW));
    }
  });

  it('move with the moment, and hold nothing of the acts that made them', async () => {
    const later = await demoState('in_review', DEMO_NOW + 1_000_000);
    const sooner = await demoState('in_review', DEMO_NOW);
    const [one, two] = [sooner, later].map(({ submissions }) =>
      Object.values(submissions).map(({ submittedAt }) => Date.parse(submittedAt)),
    );
    assert.deepEqual(
      two,
      one!.map((moment) => moment + 1_000_000),
    );
    assert.deepEqual(sooner.kept, {});
    assert.deepEqual(JSON.parse(JSON.stringify(sooner)), sooner, 'plain JSON');
  });

  it('give new secrets to each host', async () => {
    const make = async () => {
      const host = await createDemoHost('fresh');
      const joel = createFakeAdapter(host, { as: 'joel' });
      return (await joel.createCredentials(main, 'sandbox')).revealed[1]!.value;
    };
    assert.notEqual(await make(), await make());
  });

  it('can spoil the line', () => {
    assert.equal(demoFaults('offline').offline, true);
    assert.equal(demoFaults('failing').take('getSnapshot')?.kind, 'fail');
    assert.ok(demoFaults('slow').delay() >= 1500);
    assert.equal(demoFaults('fresh').delay(), 0);
  });

  it('lead to a checkout of the demo’s own', async () => {
    const checkoutUrl = 'https://demo.example/pay';
    const host = await createDemoHost('paid_unpaid', { checkoutUrl });
    const { links } = (await createFakeAdapter(host, { as: 'joel' }).getSnapshot(main))!;
    assert.equal(links.checkout, checkoutUrl);
  });
});
