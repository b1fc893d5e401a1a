import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFor } from '../../../src/i18n/format.js';

test('a list keeps the direction of each of its items', () => {
  const names = ['Security', 'Integration'];
  assert.equal(formatFor('en').list(names), 'Security and Integration');
  const [first, second] = names.map((name) => `\u2068${name}\u2069`);
  assert.equal(formatFor('ar').list(names), `${first} و${second}`);
});
