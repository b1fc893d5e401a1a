import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { takeNewest, takeOlder, type Feed } from '../../../../src/elements/activity/feed.js';
import type { ActivityPage } from '../../../../src/contract/index.js';

const entry = (number: number) => ({
  id: `act_${number}`,
  at: '2026-11-20T16:08:00Z',
  actor: null,
  kind: 'submitted',
});

/** Entries from one number down to another. */
const page = (from: number, to: number, nextCursor: string | null = null): ActivityPage => ({
  entries: Array.from({ length: from - to + 1 }, (_, index) => entry(from - index)),
  nextCursor,
});

const ids = (feed: Feed | undefined) => feed?.entries.map(({ id }) => Number(id.slice(4)));

/** A host with this many entries, whose pages hold `size`. */
const host = (count: number, size: number) => (cursor?: string | null) => {
  const from = cursor ? Number(cursor) - 1 : count;
  const to = Math.max(from - size + 1, 1);
  return page(from, to, to > 1 ? String(to) : null);
};

describe('a feed', () => {
  it('starts with the newest page', () => {
    assert.deepEqual(ids(takeNewest(undefined, page(9, 5, '5'))), [9, 8, 7, 6, 5]);
  });

  it('puts news on top and keeps what was shown below', () => {
    const held = takeOlder(page(9, 7, '7'), '7', page(6, 4, '4'));
    const feed = takeNewest(held, page(10, 8, '8'));
    assert.deepEqual(ids(feed), [10, 9, 8, 7, 6, 5, 4]);
    assert.equal(feed.nextCursor, '4');
  });

  it('starts anew where more happened than a page holds', () => {
    const feed = takeNewest(page(5, 1), page(20, 10, '10'));
    assert.deepEqual(ids(feed), ids(page(20, 10)));
    assert.equal(feed.nextCursor, '10');
  });

  it('takes no older page for a cursor that it has left', () => {
    const held = page(9, 7, '7');
    assert.equal(takeOlder(held, '4', page(3, 1)), held);
    assert.equal(takeOlder(undefined, '4', page(3, 1)), undefined);
  });

  it('shows no entry twice', () => {
    assert.deepEqual(ids(takeOlder(page(9, 7, '7'), '7', page(8, 5))), [9, 8, 7, 6, 5]);
  });

  it('never has a gap nor a double, whatever is read when', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('grow' as const), by: fc.integer({ min: 1, max: 9 }) }),
      fc.constant({ kind: 'newest' as const }),
      fc.constant({ kind: 'older' as const }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step), (size, steps) => {
        let count = 3;
        let feed: Feed | undefined;
        for (const each of steps) {
          if (each.kind === 'grow') count += each.by;
          if (each.kind === 'newest') feed = takeNewest(feed, host(count, size)());
          const cursor = feed?.nextCursor;
          if (each.kind === 'older' && cursor) {
            feed = takeOlder(feed, cursor, host(count, size)(cursor));
          }
          const shown = ids(feed) ?? [];
          assert.deepEqual(
            shown,
            shown.map((_, index) => shown[0]! - index),
          );
          if (feed) assert.equal(feed.nextCursor === null, shown.at(-1) === 1);
        }
      }),
    );
  });
});
