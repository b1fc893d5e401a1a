import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bulkDecision, decision, NOTES_LIMIT } from '../../../src/contract/index.js';
import { aBulkDecision, aDecision } from './fixtures.js';

test('notes have up to 10,000 code points, those at a field too', () => {
  assert.equal(NOTES_LIMIT, 10_000);
  const longest = '😀'.repeat(10_000);
  const fits = (notes: string, note: string) =>
    decision.safeParse(aDecision({ notes, fieldNotes: [{ fieldId: 'callback', note }] })).success;
  assert.ok(fits(longest, longest));
  assert.ok(!fits(`${longest}x`, ''));
  assert.ok(!fits('', `${longest}x`));
});

test('one decision is for 1 to 50 submissions', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ submissionId: `s${index}`, version: 'v' }));
  const fits = (count: number) =>
    bulkDecision.safeParse({ ...aBulkDecision(), items: items(count) }).success;
  assert.deepEqual([0, 1, 50, 51].map(fits), [false, true, true, false]);
});
