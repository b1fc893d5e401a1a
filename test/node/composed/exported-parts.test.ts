import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { exported } from '../../../src/composed/exported-parts.js';

/** `credential-card` → `credentialCard`. */
const camelCase = (name: string) =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The parts that an element documents. */
function partsOf(element: string): string[] {
  const source = readFileSync(`src/elements/${element}/${element}.ts`, 'utf8');
  return [...source.matchAll(/@csspart ([\w-]+)/g)].map(([, part]) => part!);
}

describe('the composed elements', () => {
  for (const element of readdirSync('src/elements')) {
    it(`pass on every part of ${element}`, () => {
      const parts = (exported as Record<string, string>)[camelCase(element)];
      // One may be passed on under another name.
      const passed = parts?.split(', ').map((each) => each.replace(/:.*/, ''));
      assert.deepEqual(passed?.toSorted(), partsOf(element).toSorted());
    });
  }
});
