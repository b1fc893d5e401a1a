import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { search } from '../../../../src/elements/test-data/search.js';
import { formatFor } from '../../../../src/i18n/format.js';

const entries = [
  { type: 'text', name: 'debtor_IBAN', description: 'Straße in Zürich', value: 'DE89 3704' },
  { type: 'number', name: 'limit', description: 'IŞIK', value: '4010.51' },
  { type: 'text', name: 'city', description: 'Cafe\u0301', value: 'a.b*c' },
];
const found = (query: string, locale = 'en') =>
  search(entries, query, (text) => formatFor(locale).fold(text)).map(([key]) => key);

describe('searching test data', () => {
  it('finds all without words to look for', () => {
    assert.deepEqual(found(''), ['0', '1', '2']);
    assert.deepEqual(found('  '), ['0', '1', '2']);
  });

  it('looks into every column, whatever the case', () => {
    assert.deepEqual(found('NUMBER'), ['1']);
    assert.deepEqual(found('iban'), ['0']);
    assert.deepEqual(found('zÜRICH'), ['0']);
    assert.deepEqual(found(' 4010 '), ['1']);
    assert.deepEqual(found('swift'), []);
  });

  it('keeps the place of an entry', () => {
    assert.deepEqual(found('city'), ['2']);
  });

  it('takes the query as it stands, not as a pattern', () => {
    assert.deepEqual(found('a.b*c'), ['2']);
    assert.deepEqual(found('.*'), []);
  });

  it('follows the language, yet finds identifiers in any', () => {
    assert.deepEqual(found('ışık', 'tr'), ['1']);
    assert.deepEqual(found('iban', 'tr'), ['0']);
  });

  it('takes letters written in two ways as the same', () => {
    assert.deepEqual(found('café'), ['2']);
  });

  it('does not choke on half a letter', () => {
    assert.deepEqual(found('\ud83d'), []);
  });
});
