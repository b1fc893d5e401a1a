import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { installed, tarball } from './installed.js';

it('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true });
  assert.deepEqual(messages, []);
});

it('types are right for ESM in Node and for bundlers', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
    excludeEntrypoints: [/\.css$/],
  });
  assert.ok(result.types);
  const wrong = result.problems.filter(
    (problem) =>
      !('resolutionKind' in problem) || /^(node16-esm|bundler)$/.test(problem.resolutionKind),
  );
  assert.deepEqual(wrong, []);
});
