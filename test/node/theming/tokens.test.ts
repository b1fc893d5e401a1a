import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesUnder } from '../../../scripts/files.mjs';
import { createManifest } from '../../../scripts/manifest.mjs';
import { tokens } from '../../../scripts/tokens.mjs';
import { sheet, themes, tokensIn } from './sheets.js';

const documented = tokens.map(({ name }) => name);
const source = filesUnder('src').filter((file) => file.endsWith('.styles.ts'));
const read = new Set(
  source.flatMap((file) => sheet(file).match(/(?<=var\(\s*)--golive-[\w-]+/g) ?? []),
);

/** What Lightning CSS puts in the place of light-dark(). */
const spelledOut = ['--lightningcss-light', '--lightningcss-dark'];

describe('the tokens', () => {
  it('are documented, each that a style sheet reads', () => {
    assert.deepEqual([...read].toSorted(), documented.toSorted());
  });

  it('have a default each', () => {
    assert.deepEqual(
      tokens.filter((token) => !token.default),
      [],
    );
  });

  it('are each used by an element, as the manifest says', async () => {
    const { modules } = await createManifest();
    const used = new Set(
      modules
        .flatMap((module) => module.declarations ?? [])
        .flatMap(
          (declaration) => ('cssProperties' in declaration && declaration.cssProperties) || [],
        )
        .map(({ name }) => name),
    );
    assert.deepEqual([...used].toSorted(), documented.toSorted());
  });

  it('stand in theme.css with the defaults of the elements', () => {
    // A value that follows another one, or the page, can't be written down for a whole page.
    const defaults = tokens.map((token) => [
      token.name,
      /^(inherit|var\(.*\))$/.test(token.default) ? 'initial' : token.default,
    ]);
    assert.deepEqual(tokensIn(themes.neutral), Object.fromEntries(defaults));
  });
});

describe('the themes', () => {
  for (const [theme, path] of Object.entries(themes)) {
    it(`set nothing but tokens that there are: ${theme}`, () => {
      const names = [...sheet(path).matchAll(/[{;] ?(--[\w-]+):/g)].map(([, name]) => name!);
      assert.deepEqual(
        names.filter((name) => !documented.includes(name) && !spelledOut.includes(name)),
        [],
      );
    });

    it(`have colours where a build spells light-dark() out: ${theme}`, () => {
      const [light, dark] = spelledOut;
      assert.ok(sheet(path).includes(`:where(:root) { ${light}: initial; ${dark}: ; }`));
    });

    it(`give way to whatever a page sets on its root: ${theme}`, () => {
      const selectors = [...sheet(path).matchAll(/([^{};]*)\{[^{}]*--golive-/g)];
      for (const [, selector] of selectors) assert.equal(selector!.trim(), ':where(:root)');
    });
  }
});
