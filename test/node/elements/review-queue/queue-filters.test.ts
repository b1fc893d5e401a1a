import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ariaSort,
  countOf,
  hoursBefore,
  isNarrowed,
  nextSort,
  tabOf,
} from '../../../../src/elements/review-queue/queue-filters.js';

describe('the filters of the queue', () => {
  it('belong to a tab, where they ask for one state or for all', () => {
    assert.equal(tabOf({}), 'waiting');
    assert.equal(tabOf({ state: [] }), 'all');
    assert.equal(tabOf({ state: ['approved'] }), 'approved');
    assert.equal(tabOf({ state: ['approved', 'rejected'] }), undefined);
    assert.equal(tabOf({ state: ['waiting', 'approved', 'rejected', 'changes_requested'] }), 'all');
  });

  it('count all states together', () => {
    const counts = { waiting: 1, approved: 2, rejected: 3, changesRequested: 4 };
    assert.equal(countOf(counts, 'all'), 10);
    assert.equal(countOf(counts, 'changes_requested'), 4);
  });

  it('tell an age by an hour that stays the same for a while', () => {
    const at = (time: string) => hoursBefore(Date.parse(time), 24);
    assert.equal(at('2026-11-24T11:00:00Z'), '2026-11-23T11:00:00Z');
    assert.equal(at('2026-11-24T11:59:59.999Z'), '2026-11-23T11:00:00Z');
    assert.equal(at('2026-11-24T12:00:00Z'), '2026-11-23T12:00:00Z');
  });

  it('sort a column one way and then the other', () => {
    assert.equal(nextSort('decidedAt', 'submittedAt'), '-decidedAt');
    assert.equal(nextSort('decidedAt', '-decidedAt'), 'decidedAt');
    assert.equal(nextSort('subscriptionName', 'submittedAt'), 'subscriptionName');
    assert.equal(nextSort('subscriptionName', 'subscriptionName'), '-subscriptionName');
    assert.equal(ariaSort('submittedAt', '-submittedAt'), 'descending');
    assert.equal(ariaSort('submittedAt', 'submittedAt'), 'ascending');
    assert.equal(ariaSort('submittedAt', 'decidedAt'), 'none');
  });

  it('narrow the list or only sort it', () => {
    assert.equal(isNarrowed({ q: ' ', sort: 'decidedAt', state: [] }), false);
    assert.equal(isNarrowed({ plan: 'Partner' }), true);
  });
});
