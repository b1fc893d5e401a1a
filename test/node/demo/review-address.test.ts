import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAddress, writeAddress } from '../../../demo/review-address.js';
import { queueSort, queueState, type QueueFilters } from '../../../src/contract/queue.js';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const filters = fc.record(
  {
    state: fc.uniqueArray(fc.constantFrom(...queueState.options)),
    q: text,
    plan: text,
    submittedBefore: fc.constant('2026-11-22T09:00:00.000Z'),
    sort: fc.constantFrom(...queueSort.options),
  },
  { requiredKeys: [] },
);
const inOrder = ({ state, ...others }: QueueFilters) => ({
  ...others,
  ...(state && { state: state.toSorted() }),
});

describe('the address of the reviewers’ page', () => {
  it('gives back what was put into it, whatever it held before', () => {
    const place = fc.record({ submission: fc.option(text, { nil: undefined }), filters });
    fc.assert(
      fc.property(place, place, (before, now) => {
        const search = new URLSearchParams('scenario=fresh');
        writeAddress(search, before);
        writeAddress(search, now);
        const read = readAddress(new URLSearchParams(search.toString()));
        assert.equal(read.submission, now.submission);
        assert.deepEqual(inOrder(read.filters), inOrder(now.filters));
        assert.equal(search.get('scenario'), 'fresh');
      }),
    );
  });

  it('leaves out what it can’t mean', () => {
    const search = new URLSearchParams('state=waiting,lost&sort=random&q=&submission=sub_1');
    assert.deepEqual(readAddress(search), {
      submission: 'sub_1',
      filters: { state: ['waiting'] },
    });
    assert.deepEqual(readAddress(new URLSearchParams('state=moon')).filters, {});
  });
});
