import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFor } from '../../../src/i18n/format.js';
import { joined } from '../../../src/i18n/words.js';

test('sentences have a space between them, but where their script has none', () => {
  assert.equal(joined(['It is approved.', 'It is open.']), 'It is approved. It is open.');
  assert.equal(joined(['承認されました。', '利用できます。']), '承認されました。利用できます。');
  // A page in a language that the kit has no words in.
  assert.equal(joined(['تمت الموافقة.', 'It is open.']), 'تمت الموافقة. It is open.');
});

test('what is empty leaves no space', () => {
  assert.equal(joined(['', 'One.', '', 'Two.', '']), 'One. Two.');
  assert.equal(joined(['']), '');
});

test('spans are written as the language writes them', () => {
  const span = (2 * 24 + 4) * 3_600_000;
  assert.equal(formatFor('en').duration(span, 'long'), '2 days 4 hours');
  assert.doesNotMatch(formatFor('ja').duration(span, 'long'), /日 /);
});
