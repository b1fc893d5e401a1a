import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../../../src/rules/journey.js';
import { aCredential } from '../contract/fixtures.js';
import type { Review, Snapshot } from '../../../src/contract/index.js';

const review = (outcome: Review['outcome']): Review => ({
  outcome,
  notes: null,
  fieldNotes: [],
  decidedAt: '2026-11-20T16:08:00Z',
  reviewer: null,
});

const outcome = (change: Partial<Snapshot>) =>
  outcomeOf({
    phase: 'sandbox',
    changesRequested: false,
    review: null,
    credentials: { sandbox: null, production: null },
    ...change,
  });

describe('the outcome to be told', () => {
  it('is none before a decision, whatever the phase', () => {
    for (const phase of ['sandbox', 'in_review', 'production', 'rejected'] as const) {
      assert.equal(outcome({ phase }), undefined);
      assert.equal(outcome({ phase, changesRequested: true }), undefined);
    }
  });

  it('is a return until the next submission', () => {
    const returned = { review: review('changes_requested') };
    assert.equal(outcome({ ...returned, changesRequested: true }), 'changes_requested');
    assert.equal(outcome({ ...returned, changesRequested: false }), undefined);
    assert.equal(outcome({ ...returned, phase: 'in_review' }), undefined);
  });

  it('is a rejection while it holds', () => {
    const rejected = { review: review('rejected') };
    assert.equal(outcome({ ...rejected, phase: 'rejected' }), 'rejected');
    assert.equal(outcome({ ...rejected, phase: 'in_review' }), undefined);
  });

  it('is an approval until production credentials exist', () => {
    const approved = { phase: 'production', review: review('approved') } as const;
    assert.equal(outcome(approved), 'approved');
    const production = aCredential({ lane: 'production' });
    assert.equal(outcome({ ...approved, credentials: { sandbox: null, production } }), undefined);
  });

  it('is never one that the phase speaks against', () => {
    assert.equal(outcome({ phase: 'rejected', review: review('approved') }), undefined);
    assert.equal(outcome({ changesRequested: true, review: review('rejected') }), undefined);
  });
});
