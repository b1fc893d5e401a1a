import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { fitPaste } from '../../../../src/elements/submission/form-typing.js';

it('a paste that fits is left alone', () => {
  assert.equal(fitPaste('abc', 3, 3), undefined);
  assert.equal(fitPaste('😀😀', 4, 2), undefined);
});

it('what is too much goes from the end of what was pasted, not of what stood there', () => {
  assert.deepEqual(fitPaste('aPASTEDz', 7, 4), { text: 'aPAz', caret: 3 });
  assert.deepEqual(fitPaste('😀😀😀', 6, 2), { text: '😀😀', caret: 4 });
  assert.deepEqual(fitPaste('pasted', 0, 2), { text: 'pasted', caret: 0 });
});

it('what is left is as long as it may be, by code points', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.nat(40),
      (pasted, after, room) => {
        const max = [...after].length + room;
        const fitting = fitPaste(pasted + after, pasted.length, max);
        if (!fitting) return assert.ok([...(pasted + after)].length <= max);
        assert.ok([...fitting.text].length <= max);
        assert.ok(fitting.text.endsWith(after));
        assert.ok(pasted.startsWith(fitting.text.slice(0, fitting.caret)));
      },
    ),
  );
});

it('a megabyte is cut at once', () => {
  const fitting = fitPaste('x'.repeat(1_000_000), 1_000_000, 2000)!;
  assert.equal(fitting.text.length, 2000);
});
