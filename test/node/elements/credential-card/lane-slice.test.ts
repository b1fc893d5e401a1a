import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../../src/contract/index.js';
import {
  deliveryOf,
  isRotated,
  isSameDelivery,
  isUnseen,
  selectLane,
} from '../../../../src/elements/credential-card/lane-slice.js';
import { isUndelivered } from '../../../../src/rules/transitions.js';
import type { Act, StoreState } from '../../../../src/store/index.js';
import { share } from '../../../../src/store/share.js';
import {
  credentialOf,
  reviewOf,
  snapshotOf,
  snapshots,
  submissionOf,
} from '../../../../stories/fixture/snapshot.js';

const stateOf = (value: Snapshot | undefined, change: Partial<StoreState> = {}) => ({
  snapshot: { value, error: undefined, loading: false },
  pending: new Set<Act>(),
  ...change,
});

const hasChanged = (one: object, other: object) =>
  Object.entries(one).some(([name, value]) => !Object.is(value, Reflect.get(other, name)));

test('a lane is not touched by what happens elsewhere', () => {
  const { credentials } = snapshots.credentialsMade;
  const before = selectLane(stateOf(snapshots.credentialsMade), 'sandbox');
  const submitted = share(
    snapshots.credentialsMade,
    snapshotOf({ credentials, phase: 'in_review', submission: submissionOf() }),
  );
  assert.ok(!hasChanged(before, selectLane(stateOf(submitted), 'sandbox')));
  const acting = stateOf(snapshots.credentialsMade, {
    pending: new Set<Act>(['submit', 'create_credentials:production']),
  });
  assert.ok(!hasChanged(before, selectLane(acting, 'sandbox')));
});

test('production in use forgets how it was opened', () => {
  const { review } = selectLane(stateOf(snapshots.live), 'production');
  assert.equal(review, undefined);
  assert.equal(
    selectLane(stateOf(snapshots.approved), 'production').review,
    snapshots.approved.review,
  );
});

test('a refusal is known by its code, a permission by none', () => {
  const slice = selectLane(stateOf(snapshots.fresh), 'sandbox');
  assert.equal(slice.create_credentials, undefined);
  assert.equal(slice.regenerate, 'credentials_missing');
  assert.equal(
    selectLane(stateOf(snapshots.inReview), 'production').create_credentials,
    'in_review',
  );
});

test('an act under way in the lane is known by its verb', () => {
  const pending = new Set<Act>(['submit', 'regenerate:sandbox']);
  assert.equal(selectLane(stateOf(snapshots.live, { pending }), 'sandbox').pending, 'regenerate');
  assert.equal(selectLane(stateOf(snapshots.live, { pending }), 'production').pending, undefined);
});

test('a secret that nobody confirmed is undelivered; where there is none, nothing is', () => {
  assert.ok(isUndelivered(credentialOf('sandbox', { deliveredAt: null })));
  assert.ok(!isUndelivered(credentialOf('sandbox')));
  const open = credentialOf('sandbox').values.filter(({ secret }) => !secret);
  assert.ok(!isUndelivered(credentialOf('sandbox', { deliveredAt: null, values: open })));
});

test('a delivery names the secrets that stay', () => {
  const [secret] = credentialOf('sandbox').secrets;
  const old = { ...secret!, id: 'sec_0', validUntil: '2026-11-25T10:30:00Z' };
  const credential = credentialOf('sandbox', { secrets: [old, secret!] });
  const delivery = deliveryOf(credential);
  assert.deepEqual(delivery, { credentialId: 'cred_sbx', secretIds: ['sec_1'] });
  assert.ok(isSameDelivery({ credentialId: 'cred_sbx', secretIds: ['sec_1'] }, delivery));
  assert.ok(!isSameDelivery({ credentialId: 'cred_sbx', secretIds: ['sec_2'] }, delivery));
  assert.ok(!isSameDelivery({ credentialId: 'cred_2', secretIds: ['sec_1'] }, delivery));
  assert.ok(!isSameDelivery(undefined, delivery));
});

test('a secret as old as its credential was not rotated', () => {
  const createdAt = '2026-11-12T14:21:00.400Z';
  const [secret] = credentialOf('sandbox').secrets;
  assert.ok(isRotated(credentialOf('sandbox')));
  assert.ok(!isRotated(credentialOf('sandbox', { secrets: [{ ...secret!, createdAt }] })));
});

test('of a lost credential each secret is unseen, of a lost rotation the newest alone', () => {
  const secretAt = (name: string, createdAt: string) => ({
    id: `sec_${name}`,
    name,
    hint: '4f2a',
    createdAt,
    validUntil: null,
  });
  const holding = (first: string, second: string) =>
    credentialOf('sandbox', { secrets: [secretAt('a', first), secretAt('b', second)] });
  // A host takes a moment to make both.
  const made = holding('2026-11-12T14:21:00.000Z', '2026-11-12T14:21:00.007Z');
  assert.ok(isUnseen(made, 'a') && isUnseen(made, 'b'));
  const rotated = holding('2026-11-12T14:21:00Z', '2026-11-24T10:30:00Z');
  assert.ok(!isUnseen(rotated, 'a') && isUnseen(rotated, 'b'));
  assert.ok(!isUnseen(rotated, 'c'));
});

test('a closed lane keeps what is needed to say why', () => {
  const slice = selectLane(stateOf(snapshots.rejected), 'production');
  assert.ok(slice.isClosed);
  assert.deepEqual(slice.review, reviewOf('rejected'));
});
