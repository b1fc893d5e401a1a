import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const readme = readFileSync('README.md', 'utf8');

/** Every code block with what stands right above it. */
const blocks = [...readme.matchAll(/(?:<!-- run by (\S+) -->\n\n)?```(\w+)\n([\s\S]*?)```/g)].map(
  ([, file, language, code]) => ({ file, language: language!, code: code! }),
);

/** A source file as a reader of the README would write it: by the package's name, no indentation. */
function asWritten(code: string): string {
  return (
    code
      .replaceAll(/(?:\.\.\/)+src\/index\.js/g, 'golive-elements')
      .replaceAll(/(?:\.\.\/)+src\/mocks\/index\.js/g, 'golive-elements/mocks')
      .replaceAll(/(?:\.\.\/)+src\/define\//g, 'golive-elements/define/')
      // What only TypeScript asks for.
      .replaceAll(')!;', ');')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  );
}

describe('the README', () => {
  it('has its two commands', () => {
    assert.match(readme, /npm ci && npm start/);
    assert.match(readme, /npm ci && npm test/);
  });

  for (const { file, language, code } of blocks) {
    if (language === 'sh') continue;
    const name = code.trim().split('\n')[0]!;
    it(`shows only what is run: ${name}`, () => {
      assert.ok(file, 'no file is named that runs it');
      // Imports stand at the top of a file, wherever the rest is used.
      const lines = asWritten(code).split('\n');
      const imports = lines.filter((line) => line.startsWith('import '));
      const rest = lines.filter((line) => !line.startsWith('import ')).join('\n');
      const source = asWritten(readFileSync(file, 'utf8'));
      for (const part of [...imports, rest]) {
        assert.ok(source.includes(part), `${file} does not hold:\n${part}`);
      }
    });
  }

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, command] of readme.matchAll(/npm run ([\w:-]+)/g)) {
      assert.ok(scripts[command!], `npm run ${command}`);
    }
  });

  it('links only to files that there are', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) {
      assert.doesNotThrow(() => readFileSync(path!), path);
    }
  });
});
