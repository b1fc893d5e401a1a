import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  between,
  NOTHING_SELECTED,
  problemOf,
  select,
  shareOf,
} from '../../../../src/elements/review-queue/selection.js';
import { queueItemOf } from '../../../../stories/fixture/review.js';

const item = (submissionId: string, change = {}) => queueItemOf({ submissionId, ...change });
const items = [item('a'), item('b', { allowedActions: ['reject'] }), item('c')];
const ids = (selection: ReadonlyMap<string, unknown>) => [...selection.keys()].join('');

describe('the selection', () => {
  it('takes what can be decided together with others, at the version that was seen', () => {
    const chosen = select(NOTHING_SELECTED, items);
    assert.equal(ids(chosen), 'ac');
    assert.equal(chosen.get('a')!.version, 's1');
    assert.equal(ids(select(chosen, [items[0]!], false)), 'c');
    assert.equal(NOTHING_SELECTED.size, 0);
  });

  it('says that a row changed since, until it is selected again', () => {
    const chosen = select(NOTHING_SELECTED, items);
    const newer = item('a', { version: 's2' });
    assert.equal(problemOf(chosen.get('a'), newer), 'version_conflict');
    assert.equal(problemOf(select(chosen, [newer]).get('a'), newer), undefined);
    assert.equal(problemOf(undefined, newer), undefined);
    assert.equal(
      problemOf({ ...chosen.get('a')!, problem: 'own_submission' }, items[0]!),
      'own_submission',
    );
  });

  it('knows how much of what is shown is selected', () => {
    assert.equal(shareOf(NOTHING_SELECTED, items), 'none');
    assert.equal(shareOf(select(NOTHING_SELECTED, [items[0]!]), items), 'some');
    assert.equal(shareOf(select(NOTHING_SELECTED, items), items), 'all');
    assert.equal(shareOf(NOTHING_SELECTED, []), 'none');
  });

  it('reaches from one row to another, either way', () => {
    const reach = (from: string | undefined, to: string) =>
      between(items, from, to)
        .map(({ submissionId }) => submissionId)
        .join('');
    assert.equal(reach('a', 'c'), 'abc');
    assert.equal(reach('c', 'b'), 'bc');
    assert.equal(reach(undefined, 'b'), '');
    assert.equal(reach('a', 'gone'), '');
  });
});
