import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { look, wasDone } from '../../../../src/elements/review-panel/sight.js';
import { decidedOf, detailOf, submissionOf } from '../../../../stories/fixture/review.js';

const seen = detailOf();
const newer = detailOf({ submission: submissionOf({ version: 's2' }) });

describe('what a reviewer gets to see', () => {
  it('is the newest while there is nothing of their own', () => {
    assert.equal(look(undefined, seen, true), seen);
    assert.equal(look(seen, newer, false), newer);
  });

  it('stays what they saw while they have written something for it', () => {
    assert.equal(look(seen, newer, true), seen);
  });

  it('is the newest where its version is the same', () => {
    const again = detailOf({ activity: [] });
    assert.equal(look(seen, again, true), again);
  });

  it('is the newest once there is nothing left to decide', () => {
    const decided = decidedOf('approved');
    assert.equal(look(seen, decided, true), decided);
  });

  it('is never another submission than the one asked for', () => {
    const other = detailOf({ submission: submissionOf({ id: 'subm_9', version: 's9' }) });
    assert.equal(look(seen, other, true), other);
  });
});

describe('a decision whose answer got lost', () => {
  const sent = { act: 'approve', version: 's1', notes: 'Good.' } as const;
  const done = decidedOf('approved', { notes: 'Good.' });

  it('was made when it stands there as it was sent', () => {
    assert.equal(wasDone(sent, done), true);
    assert.equal(wasDone({ ...sent, notes: null }, decidedOf('approved', { notes: null })), true);
  });

  it('was not made when another one stands there, or none', () => {
    assert.equal(wasDone(sent, detailOf()), false);
    assert.equal(wasDone(sent, decidedOf('rejected', { notes: 'Good.' })), false);
    assert.equal(wasDone(sent, decidedOf('approved', { notes: 'Fine.' })), false);
  });
});
