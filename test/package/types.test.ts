import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { installed, project } from './installed.js';

const tsc = resolve('node_modules/typescript/bin/tsc');

describe('types, for a project that uses them', () => {
  before(() => {
    cpSync('test/package/consumer', join(project, 'consumer'), { recursive: true });
    mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
    for (const name of ['@types/react', 'vue', 'svelte', 'solid-js', 'typescript']) {
      const place = join(project, 'node_modules', name);
      if (!existsSync(place)) symlinkSync(resolve('node_modules', name), place);
    }
  });

  const check = (moduleResolution: string, module: string, files: string[]) => {
    const config = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        module,
        moduleResolution,
        jsx: 'react-jsx',
        types: [],
        // Errors in our own declarations are errors of a page.
        skipLibCheck: false,
      },
      files: files.map((file) => `consumer/${file}`),
    };
    const name = `tsconfig.${moduleResolution}.${files[0]!}.json`;
    writeFileSync(join(project, name), JSON.stringify(config));
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', name], {
      cwd: project,
      encoding: 'utf8',
    });
    // Those of the frameworks are theirs.
    const ours = stdout.split('\n').filter((line) => /^(consumer|node_modules\/golive)/.test(line));
    assert.deepEqual(ours, []);
  };

  it('are found with a bundler', () => check('bundler', 'ESNext', ['plain.ts']));
  it('are found in Node', () => check('node16', 'node16', ['plain.ts']));
  it('tell React what a tag may have', () => check('bundler', 'ESNext', ['react.tsx']));
  it('tell Solid what a tag may have', () => check('bundler', 'ESNext', ['solid.tsx']));
  it('tell Vue and Svelte what a tag may have', () =>
    check('bundler', 'ESNext', ['vue-svelte.ts']));
});

describe('data for editors', () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(installed, file), 'utf8')) as Record<string, unknown>;
  const tags = (read('dist/types/html-data.json') as { tags: Tag[] }).tags;
  interface Tag {
    name: string;
    description: string;
    attributes: { name: string; values?: { name: string }[] }[];
  }

  it('names every element with its attributes and their values', () => {
    assert.equal(tags.length, 11);
    assert.ok(tags.every(({ description }) => description));
    const card = tags.find(({ name }) => name === 'golive-credential-card')!;
    assert.deepEqual(
      card.attributes.find(({ name }) => name === 'lane')!.values!.map(({ name }) => name),
      ['sandbox', 'production'],
    );
  });

  it('is where JetBrains looks for it', () => {
    const { name, version, contributions } = read(String(read('package.json')['web-types']));
    assert.equal(name, 'golive-elements');
    assert.equal(version, read('package.json').version);
    assert.equal((contributions as { html: { elements: unknown[] } }).html.elements.length, 11);
  });
});
