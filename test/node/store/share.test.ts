import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { share } from '../../../src/store/share.js';

describe('sharing a new value with the old one', () => {
  it('gives the new value, part for part', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        assert.deepEqual(share(before, now), now);
      }),
    );
  });

  it('gives the old value itself where nothing changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(JSON.stringify(value)) as unknown;
        const before = JSON.parse(JSON.stringify(value)) as unknown;
        assert.equal(share(before, copy), before);
      }),
    );
  });

  it('keeps every part that did not change', () => {
    const before = { a: { b: [1, { c: 2 }] }, d: 1 };
    const shared = share(before, { a: { b: [1, { c: 2 }] }, d: 2 });
    assert.notEqual(shared, before);
    assert.equal(shared.a, before.a);
  });

  it('tells an absent part from another one', () => {
    assert.deepEqual(share({ a: 1, b: 2 }, { a: 1, c: 2 }), { a: 1, c: 2 });
    assert.deepEqual(share([1, 2], [1]), [1]);
  });
});
