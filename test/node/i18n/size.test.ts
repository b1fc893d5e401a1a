import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFor } from '../../../src/i18n/format.js';

describe('the size of a file', () => {
  const plain = (bytes: number, locale: string) =>
    formatFor(locale).size(bytes).replace(/\s/g, ' ');

  it('is in the unit that a person would take', () => {
    assert.equal(plain(0, 'en'), '0 byte');
    assert.equal(plain(999, 'en'), '999 byte');
    assert.equal(plain(1_000, 'en'), '1 kB');
    assert.equal(plain(4_250_000, 'en'), '4.3 MB');
    assert.equal(plain(3e15, 'en'), '3,000,000 GB');
  });

  it('is written as the language writes it', () => {
    assert.equal(plain(4_250_000, 'de'), '4,3 MB');
    assert.match(plain(4_250_000, 'fr'), /^4,3 Mo$/);
  });
});
