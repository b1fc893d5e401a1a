import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNumber, writeNumber } from '../../../../src/elements/submission/read-number.js';
import { formatFor } from '../../../../src/i18n/format.js';

const read = (text: string, locale: string) => readNumber(text, formatFor(locale));

describe('a number', () => {
  it('is read as the language of the page writes it', () => {
    assert.equal(read('1,234.5', 'en'), 1234.5);
    assert.equal(read('1.234,5', 'de'), 1234.5);
    assert.equal(read('1 234,5', 'fr'), 1234.5);
    assert.equal(read('1\u202f234,5', 'fr'), 1234.5);
    assert.equal(read('1’234.5', 'de-CH'), 1234.5);
    assert.equal(read('12,34,567', 'en-IN'), 1_234_567);
    assert.equal(read('1.234.567', 'es'), 1_234_567);
    assert.equal(read('١٬٢٣٤٫٥', 'ar-EG'), 1234.5);
    assert.equal(read('１，２３４．５', 'ja'), 1234.5);
    assert.equal(read('\u22125', 'sv'), -5);
  });

  it('is read without groups, and grouped by spaces, in any language', () => {
    for (const locale of ['en', 'de', 'fr', 'ja']) {
      assert.equal(read('1234', locale), 1234);
      assert.equal(read(' 12 000 ', locale), 12_000);
    }
  });

  it('is read while it is being typed', () => {
    assert.equal(read('1.', 'en'), 1);
    assert.equal(read('-.5', 'en'), -0.5);
    assert.equal(read('1,', 'de'), 1);
  });

  it('is not guessed from what may mean another one', () => {
    for (const text of ['1,5', '1,00', '1,0000', '12,', ',5', '1.2.3', '1,234,5']) {
      assert.equal(read(text, 'en'), undefined, text);
    }
    assert.equal(read('1.5', 'de'), undefined);
  });

  it('is not made of anything else', () => {
    for (const text of ['', ' ', '-', '.', 'ten', '1e3', '0x10', 'Infinity', '5²', '½', '1-2']) {
      assert.equal(read(text, 'en'), undefined, text);
    }
  });

  it('does not lose digits that it can’t hold', () => {
    assert.equal(read('9007199254740991', 'en'), Number.MAX_SAFE_INTEGER);
    assert.equal(read('9007199254740993', 'en'), undefined);
    assert.equal(read('9'.repeat(400), 'en'), undefined);
  });

  it('takes a megabyte without running away', () => {
    assert.equal(read('1,234'.repeat(200_000), 'en'), undefined);
    assert.equal(read(`${'1'.repeat(1_000_000)}x`, 'en'), undefined);
  });

  it('comes back from how it is written, in every language', () => {
    const locales = fc.constantFrom('en', 'de', 'fr', 'ar-EG', 'ja', 'hi', 'fa', 'de-CH', 'bn');
    // Smaller ones are written with an exponent, which nobody types.
    const numbers = fc.oneof(
      fc.maxSafeInteger(),
      fc.double({ min: 0.00001, max: 1e9, noNaN: true }),
    );
    fc.assert(
      fc.property(locales, numbers, (locale, number) => {
        const format = formatFor(locale);
        assert.equal(readNumber(writeNumber(number, format), format), number);
      }),
    );
  });
});
