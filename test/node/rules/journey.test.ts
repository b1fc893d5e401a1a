import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isApproved,
  isInReview,
  isNextLane,
  isRejected,
  journeyOf,
  leadingLane,
} from '../../../src/rules/index.js';
import type { Snapshot } from '../../../src/contract/index.js';
import { aSnapshot } from '../contract/fixtures.js';

/** The three steps as a line: state and mark of each. */
const drawn = (over: Parameters<typeof aSnapshot>[0]) =>
  journeyOf(aSnapshot(over))
    .map(({ id, state, mark }) => [id, state, ...(mark ? [mark] : [])].join(' '))
    .join(', ');

test('building in sandbox', () => {
  assert.equal(
    drawn({ phase: 'sandbox', changesRequested: false }),
    'sandbox current, in_review later, production later',
  );
});

test('sent back to sandbox', () => {
  assert.equal(
    drawn({ phase: 'sandbox', changesRequested: true }),
    'sandbox current changes_requested, in_review later, production later',
  );
});

test('with the reviewers', () => {
  assert.equal(
    drawn({ phase: 'in_review', changesRequested: false }),
    'sandbox done, in_review current, production later',
  );
});

test('turned down: the review step is marked', () => {
  assert.equal(
    drawn({ phase: 'rejected', changesRequested: false }),
    'sandbox done, in_review current rejected, production later',
  );
});

test('through', () => {
  assert.equal(
    drawn({ phase: 'production', changesRequested: false }),
    'sandbox done, in_review done, production current reached',
  );
});

test('the lane that leads, and the names of the phases, follow the phase alone', () => {
  for (const phase of ['sandbox', 'in_review', 'rejected', 'production'] as const) {
    for (const status of ['active', 'payment_failed', 'expired'] as const) {
      const snapshot = aSnapshot({ phase, status });
      assert.equal(leadingLane(snapshot), phase === 'production' ? 'production' : 'sandbox');
      assert.equal(isApproved(snapshot), phase === 'production');
      assert.equal(isInReview(snapshot), phase === 'in_review');
      assert.equal(isRejected(snapshot), phase === 'rejected');
    }
  }
});

test('the other lane is to go on in once the leading one has its credentials', () => {
  const credential = aSnapshot({}).credentials.sandbox!;
  const next = (phase: 'sandbox' | 'production', credentials: Snapshot['credentials']) =>
    (['sandbox', 'production'] as const).filter((lane) =>
      isNextLane(aSnapshot({ phase, credentials }), lane),
    );
  assert.deepEqual(next('sandbox', { sandbox: null, production: null }), ['sandbox']);
  assert.deepEqual(next('production', { sandbox: null, production: null }), ['production']);
  assert.deepEqual(next('production', { sandbox: null, production: credential }), [
    'sandbox',
    'production',
  ]);
});
