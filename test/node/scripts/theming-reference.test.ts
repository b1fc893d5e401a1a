import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withReference } from '../../../scripts/theming-reference.mjs';

test('the tables in docs/theming.md are what the manifest says: npm run reference writes them', async () => {
  const page = readFileSync('docs/theming.md', 'utf8');
  assert.equal(page, await withReference(page));
});
