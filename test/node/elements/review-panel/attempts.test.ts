import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attemptsOf } from '../../../../src/elements/review-panel/attempts.view.js';
import {
  decidedOf,
  detailOf,
  firstAttempt,
  submissionOf,
} from '../../../../stories/fixture/review.js';

const brief = (...given: Parameters<typeof attemptsOf>) =>
  attemptsOf(...given).map(({ attempt, id, state }) => [attempt, id, state]);

describe('the attempts of a subscription', () => {
  it('are those that the submission tells of, the newest first', () => {
    assert.deepEqual(brief(detailOf()), [
      [2, 'subm_2', 'waiting'],
      [1, 'subm_1', 'changes_requested'],
    ]);
  });

  it('say how the one on the screen ended', () => {
    assert.equal(attemptsOf(decidedOf('rejected'))[0]!.state, 'rejected');
  });

  it('lead to a later one, also from an earlier one', () => {
    const { snapshot } = detailOf();
    const detail = detailOf({ snapshot, submission: firstAttempt, previous: null });
    assert.deepEqual(brief(detail), [
      [2, 'subm_2', 'waiting'],
      [1, 'subm_1', 'changes_requested'],
    ]);
  });

  it('are known from the history alone, without a way to them', () => {
    const detail = detailOf({ submission: submissionOf({ attempt: 7 }), previous: null });
    assert.deepEqual(brief(detail).slice(1), [
      [2, undefined, undefined],
      [1, undefined, 'changes_requested'],
    ]);
  });
});
