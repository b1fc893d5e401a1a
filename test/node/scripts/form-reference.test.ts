import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withReference } from '../../../scripts/form-reference.mjs';

test('the reference in docs/forms.md is what the schemas say: npm run reference writes it', async () => {
  const page = readFileSync('docs/forms.md', 'utf8');
  assert.equal(page, await withReference(page));
});
