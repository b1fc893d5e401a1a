import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { modulesOf } from '../../../scripts/imports.mjs';

/** The ways in which a template names what a page may reach. */
const part = /\bpart(?:="|: '|=\$\{)([\w-]+)['"}]/g;
/** A notice on the form, named by its id. */
const noticePart = /\brenderNotice\(\s*[^,]+,[^,]+,\s*'([\w-]+)'/g;
/** The pieces of an outcome, where its element asks for them. */
const outcomePart = /\bpart\('([\w-]+)'\)/g;
const slot = /<slot(?: name="([\w-]+)")?/g;
const state = /\b(?:new ToggledState\(this, |states(?:\.\w+|\[[^\]]*\])\()'([\w-]+)'\)/g;

const elements = ['elements', 'composed'].flatMap((folder) =>
  readdirSync(`src/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${folder}/${name}/${name}.ts`),
);

const sorted = (names: Iterable<string | undefined>) =>
  [...new Set([...names].map((name) => name ?? ''))].toSorted();

for (const element of elements) {
  const sources = [...modulesOf(element).values()];
  const named = (pattern: RegExp) =>
    sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name));
  const documented = (tag: string) =>
    [...sources[0]!.matchAll(new RegExp(`@${tag}(?: ([\\w-]+))?(?= - )`, 'g'))].map(
      ([, name]) => name,
    );

  describe(element, () => {
    it('documents its parts, each and no other', () => {
      const isOutcome = sources.some((source) => source.includes('parts: true'));
      const found = [
        // A variable stands for a name that another pattern finds.
        ...named(part).filter((name) => !['id', 'lane', 'part'].includes(name)),
        ...named(noticePart),
        ...(isOutcome ? named(outcomePart) : []),
        ...(sources.some((source) => source.includes('part=${lane}'))
          ? ['sandbox', 'production']
          : []),
      ];
      assert.deepEqual(sorted(documented('csspart')), sorted(found));
    });

    it('documents its slots, each and no other', () => {
      assert.deepEqual(sorted(documented('slot')), sorted(named(slot)));
    });

    it('documents its states, each and no other', () => {
      assert.deepEqual(sorted(documented('cssstate')), sorted(named(state)));
    });
  });
}
