import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiryOf, isNear } from '../../../../src/elements/credential-card/expiry.js';
import { credentialOf } from '../../../../stories/fixture/snapshot.js';

const DAY = 86_400_000;
const END = Date.parse('2026-12-08T10:00:00Z');
const credential = credentialOf('sandbox', { expiresAt: '2026-12-08T10:00:00Z' });

test('a time that ends within 14 days is spoken of, to the millisecond', () => {
  assert.equal(expiryOf(credential, END - 14 * DAY - 1), undefined);
  assert.equal(expiryOf(credential, END - 14 * DAY), 'expiring');
  assert.equal(expiryOf(credential, END - 1), 'expiring');
  assert.equal(expiryOf(credential, END), 'expired');
  assert.equal(expiryOf(credential, END + 400 * DAY), 'expired');
});

test('what never ends is neither', () => {
  assert.equal(expiryOf(credentialOf('sandbox', { expiresAt: null }), END), undefined);
  assert.equal(expiryOf(null, END), undefined);
  assert.equal(expiryOf(undefined, END), undefined);
});

test('two days before and after are near', () => {
  assert.equal(isNear(2 * DAY), false);
  assert.equal(isNear(2 * DAY - 1), true);
  assert.equal(isNear(1 - 2 * DAY), true);
  assert.equal(isNear(-2 * DAY), false);
});
