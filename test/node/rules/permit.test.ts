import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { action, phase, status } from '../../../src/contract/index.js';
import { isLocked, locksOf, permit, permitReview } from '../../../src/rules/index.js';
import { aCredential, aReviewDetail, aSnapshot } from '../contract/fixtures.js';
import { expectedRefusal } from './situations.js';

const anAction = fc.constantFrom(...action.options);
const aCode = fc.constantFrom('own_submission', 'office_closed', 'rejected');
const anySnapshot = fc
  .record({
    phase: fc.constantFrom(...phase.options),
    status: fc.constantFrom(...status.options),
    role: fc.constantFrom('developer' as const, 'reviewer' as const),
    allowedActions: fc.uniqueArray(anAction),
    refusals: fc.dictionary(anAction, aCode, { noNullPrototype: true }),
  })
  .map((over) => aSnapshot(over));

test('what the server allows is allowed, whatever the table and its own refusals say', () => {
  fc.assert(
    fc.property(anySnapshot, anAction, (snapshot, act) => {
      assert.equal(permit(snapshot, act).ok, snapshot.allowedActions.includes(act));
    }),
  );
});

test('a refusal is the server’s, else the table’s, else plain forbidden', () => {
  fc.assert(
    fc.property(anySnapshot, anAction, (snapshot, act) => {
      const permission = permit(snapshot, act);
      if (permission.ok) return;
      const now = new Date();
      assert.equal(
        permission.code,
        snapshot.refusals[act] ?? expectedRefusal(snapshot, act, { now }) ?? 'forbidden',
      );
    }),
  );
});

test('a server that says nothing of an act that the table allows forbids it', () => {
  const snapshot = aSnapshot({ allowedActions: [], refusals: {} });
  assert.deepEqual(permit(snapshot, 'submit'), { ok: false, code: 'forbidden' });
});

test('refusals named like parts of every object are no refusals', () => {
  const snapshot = aSnapshot({ allowedActions: [], refusals: {} });
  for (const hostile of ['constructor', 'toString'] as unknown as 'submit'[]) {
    assert.deepEqual(permit(snapshot, hostile), { ok: false, code: 'forbidden' });
  }
});

test('a review has its own word, not that of the snapshot in it', () => {
  const detail = aReviewDetail({
    allowedActions: ['reject'],
    refusals: { approve: 'own_submission' },
  });
  detail.snapshot.allowedActions = ['approve'];
  assert.deepEqual(permitReview(detail, 'reject'), { ok: true });
  assert.deepEqual(permitReview(detail, 'approve'), { ok: false, code: 'own_submission' });
  assert.deepEqual(permitReview(detail, 'request_changes'), { ok: false, code: 'forbidden' });
});

test('a decided review refuses with the reason of its phase', () => {
  const detail = aReviewDetail({ allowedActions: [], refusals: {} });
  detail.snapshot.phase = 'production';
  assert.deepEqual(permitReview(detail, 'approve'), { ok: false, code: 'not_in_review' });
});

test('a lane is closed by its locks, unless the server lets it be regenerated', () => {
  fc.assert(
    fc.property(
      anySnapshot,
      fc.constantFrom('sandbox' as const, 'production' as const),
      (s, lane) => {
        const snapshot = {
          ...s,
          locks: { sandbox: locksOf(s, 'sandbox'), production: locksOf(s, 'production') },
        };
        const lives = snapshot.allowedActions.includes(`regenerate:${lane}`);
        assert.equal(isLocked(snapshot, lane), snapshot.locks[lane].length > 0 && !lives);
      },
    ),
  );
});

test('the card believes the server’s locks, not its own idea of them', () => {
  const open = aSnapshot({ phase: 'sandbox', locks: { sandbox: [], production: [] } });
  assert.equal(isLocked(open, 'production'), false);
  const shut = aSnapshot({
    phase: 'production',
    allowedActions: [],
    locks: { sandbox: [], production: ['payment_failed'] },
    credentials: { sandbox: null, production: aCredential({ lane: 'production' }) },
  });
  assert.equal(isLocked(shut, 'production'), true);
});
