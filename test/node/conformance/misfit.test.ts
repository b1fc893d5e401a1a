import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { misfitOf } from '../../../src/conformance/misfit.js';
import { NOTES_LIMIT, review } from '../../../src/contract/review.js';

const fitting = {
  outcome: 'approved',
  notes: null,
  fieldNotes: [],
  decidedAt: '2026-11-24T09:12:00Z',
  reviewer: null,
};

const told = (change: object) => misfitOf(review.safeParse({ ...fitting, ...change }).error!);

describe('what does not fit the contract', () => {
  it('is told by its place, with what belongs there', () => {
    assert.equal(
      told({ fieldNotes: [{ fieldId: 7, note: '' }] }),
      'no string at /fieldNotes/0/fieldId',
    );
    assert.equal(
      told({ outcome: 'denied' }),
      'none of approved, rejected, changes_requested at /outcome',
    );
    assert.match(
      told({ decidedAt: 'yesterday' }),
      /^nothing like \/\^.* at \/decidedAt, and 1 more$/,
    );
    assert.equal(told({ notes: 'x'.repeat(NOTES_LIMIT + 1) }), 'max_length at /notes');
    assert.equal(told({ outcome: 'denied', reviewer: 7 }).endsWith(', and 1 more'), true);
  });

  it('is never told by its value', () => {
    const secret = 'swordfish';
    for (const key of Object.keys(fitting)) {
      assert.doesNotMatch(told({ [key]: [secret] }), /swordfish/);
    }
  });
});
