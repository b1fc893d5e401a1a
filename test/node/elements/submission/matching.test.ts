import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matching } from '../../../../src/elements/submission/matching.js';
import { formatFor } from '../../../../src/i18n/format.js';

const options = ['Algeria', 'Curaçao', 'Germany', 'Niger', 'Türkiye', 'İzmir', '日本'].map(
  (label) => ({
    value: label,
    label,
  }),
);
const find = (text: string, locale = 'en') =>
  matching(options, text, formatFor(locale).fold).map(({ label }) => label);

describe('options that are searched', () => {
  it('are all there while nothing is typed', () => {
    assert.equal(find('').length, options.length);
    assert.equal(find('  ').length, options.length);
  });

  it('match in any case and with any accents, in the text and in what is typed', () => {
    assert.deepEqual(find('CURACAO'), ['Curaçao']);
    assert.deepEqual(find('tu\u0308rk'), ['Türkiye']);
    assert.deepEqual(find('gërm'), ['Germany']);
    assert.deepEqual(find('izmir', 'tr'), ['İzmir']);
    assert.deepEqual(find('本'), ['日本']);
  });

  it('come with those first that begin so, else in the order of the form', () => {
    assert.deepEqual(find('ger'), ['Germany', 'Algeria', 'Niger']);
  });

  it('are not searched as an expression', () => {
    assert.deepEqual(find('.*'), []);
  });
});
