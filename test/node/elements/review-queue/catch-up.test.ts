import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  catchUp,
  extend,
  listOf,
  settle,
  withoutKnown,
  type Listed,
} from '../../../../src/elements/review-queue/catch-up.js';
import { queueItemOf } from '../../../../stories/fixture/review.js';

const rows = (ids: string) => [...ids].map((submissionId) => queueItemOf({ submissionId }));
const read = ({ items, left, news, cursor }: Listed) => ({
  items: items.map((item) => item.submissionId).join(''),
  left: [...left].join(''),
  news: news.map((item) => item.submissionId).join(''),
  cursor,
});

describe('a list that catches up with the host', () => {
  it('changes rows where they stand', () => {
    const held = listOf(rows('abc'), null);
    const now = catchUp(
      held,
      [rows('a')[0]!, queueItemOf({ submissionId: 'b', attempt: 9 }), rows('c')[0]!],
      null,
    );
    assert.equal(now.items[0], held.items[0]);
    assert.equal(now.items[1]!.attempt, 9);
    assert.equal(catchUp(held, rows('abc'), null).items, held.items);
  });

  it('marks what left, and lets new rows wait, wherever they belong', () => {
    const held = listOf(rows('abc'), null);
    const now = catchUp(held, rows('xacy'), null);
    assert.deepEqual(read(now), { items: 'abc', left: 'b', news: 'xy', cursor: null });
    assert.deepEqual(read(settle(now)), { items: 'xacy', left: '', news: '', cursor: null });
    const known = withoutKnown(now, (submissionId) => submissionId === 'b');
    assert.deepEqual(read(known), { items: 'ac', left: '', news: 'xy', cursor: null });
    assert.equal(
      withoutKnown(now, (submissionId) => submissionId === 'a'),
      now,
    );
  });

  it('takes back a row that returns', () => {
    const now = catchUp(catchUp(listOf(rows('abc'), null), rows('ac'), null), rows('abc'), null);
    assert.deepEqual(read(now), { items: 'abc', left: '', news: '', cursor: null });
  });

  it('shows a list anew of which nothing is left, or that was empty', () => {
    assert.equal(read(catchUp(listOf([], null), rows('xy'), null)).items, 'xy');
    assert.equal(read(catchUp(listOf(rows('a'), null), rows('xy'), 'n')).items, 'xy');
    assert.equal(read(catchUp(listOf(rows('a'), null), [], null)).items, '');
  });

  it('leaves the rows behind the last one to the next page', () => {
    const now = catchUp(listOf(rows('abcd'), 'c1'), rows('bcde'), 'n1');
    assert.deepEqual(read(now), { items: 'abcd', left: 'a', news: '', cursor: 'c1' });
    const more = extend(now, rows('ef'), null);
    assert.deepEqual(read(more), { items: 'abcdef', left: 'a', news: '', cursor: null });
  });

  it('knows that the last rows left once later ones came in their place', () => {
    const held = listOf(rows('abcd'), 'c1');
    assert.equal(read(catchUp(held, rows('abef'), 'n1')).left, 'cd');
    assert.equal(read(catchUp(held, rows('xyab'), 'n1', '-submittedAt')).left, '');
    assert.equal(read(catchUp(held, rows('axyb'), 'n1', 'subscriptionName')).left, '');
    assert.equal(read(catchUp(held, rows('abx'), null, 'subscriptionName')).left, 'cd');
  });

  it('keeps what it could not read again behind the new rows', () => {
    const now = catchUp(listOf(rows('abcd'), 'c1'), rows('xyab'), 'n1', '-submittedAt');
    assert.deepEqual(read(now), { items: 'abcd', left: '', news: 'xy', cursor: 'c1' });
    assert.deepEqual(read(settle(now)), { items: 'xyabcd', left: '', news: '', cursor: 'c1' });
  });

  it('sees that there is no next page any more, or one again', () => {
    assert.equal(catchUp(listOf(rows('ab'), 'c1'), rows('ab'), null).cursor, null);
    assert.equal(catchUp(listOf(rows('ab'), null), rows('abc'), 'n1').cursor, 'n1');
  });

  it('shows no row twice when the next page holds one that waited', () => {
    const now = catchUp(listOf(rows('ab'), null), rows('abx'), 'n1');
    assert.deepEqual(read(extend(now, rows('xy'), null)), {
      items: 'abxy',
      left: '',
      news: '',
      cursor: null,
    });
  });
});
