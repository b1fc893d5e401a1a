import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as contract from '../../../src/contract/index.js';

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = ['README.md', ...guides.map((name) => join('docs', name))];

/** Every code block with what stands right above it: the file that runs it, or what data it is. */
const blocksOf = (page: string) =>
  [...page.matchAll(/(?:<!-- (?:run by|is) (\S+) -->\n\n)?^```(\w+)\n([\s\S]*?)^```/gm)].map(
    ([, proof, language, code]) => ({ proof, language: language!, code: code! }),
  );

/** A source file as a reader of a page would write it: by the package's name, no indentation. */
function asWritten(code: string): string {
  return (
    code
      .replaceAll(/(?:\.\.\/)+src\/index\.js/g, 'golive-elements')
      .replaceAll(/(?:\.\.\/)+src\/mocks\/index\.js/g, 'golive-elements/mocks')
      .replaceAll(/(?:\.\.\/)+src\/contract\/index\.js/g, 'golive-elements/contract')
      .replaceAll(/(?:\.\.\/)+src\/testing\/index\.js/g, 'golive-elements/testing')
      .replaceAll(/(?:\.\.\/)+src\/testing\/playwright\.js/g, 'golive-elements/testing/playwright')
      .replaceAll(/(?:\.\.\/)+src\/conformance\/index\.js/g, 'golive-elements/conformance')
      .replaceAll(/(?:\.\.\/)+src\/(define|i18n)\//g, 'golive-elements/$1/')
      // What only TypeScript asks for.
      .replaceAll(')!;', ');')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  );
}

function isRunBy(file: string, code: string) {
  // Imports stand at the top of a file, wherever the rest is used.
  const lines = asWritten(code).split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import ')).join('\n');
  const source = asWritten(readFileSync(file, 'utf8'));
  for (const part of [...imports, rest]) {
    assert.ok(source.includes(part), `${file} does not hold:\n${part}`);
  }
}

/** Data is what the contract's schema of that name reads, and nothing else. */
function isData(name: string, code: string) {
  const data: unknown = JSON.parse(code);
  const schema = (contract as Record<string, unknown>)[name] as typeof contract.credential;
  assert.deepEqual(schema.parse(data), data);
}

for (const path of pages) {
  describe(path, () => {
    const page = readFileSync(path, 'utf8');

    for (const { proof, language, code } of blocksOf(page)) {
      if (language === 'sh') continue;
      it(`shows only what is run: ${code.trim().split('\n')[0]!}`, () => {
        assert.ok(proof, 'nothing is named that proves it');
        if (language === 'json') isData(proof, code);
        else isRunBy(proof, code);
      });
    }

    it('names only commands that there are', () => {
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
        scripts: Record<string, string>;
      };
      for (const [, command] of page.matchAll(/npm run ([\w:-]+)/g)) {
        assert.ok(scripts[command!], `npm run ${command}`);
      }
    });
  });
}

it('README.md has its two commands', () => {
  const readme = readFileSync('README.md', 'utf8');
  assert.match(readme, /npm ci && npm start/);
  assert.match(readme, /npm ci && npm test/);
});
