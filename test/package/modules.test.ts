import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { filesOf, installed, project, runNode } from './installed.js';

/** What is meant for browsers only: what registers elements, and the mocks' service worker. */
const inBrowsers = /^dist\/(cdn\/|define\/(?!define)|mocks\/browser\.js)/;

it('the mocks do without their one peer, but for what answers in its name', () => {
  const seeded = "const { createDemoHost } = await import('golive-elements/mocks');";
  runNode('--input-type=module', '--eval', `${seeded} await createDemoHost('fresh');`);
});

describe('modules in plain Node', () => {
  before(() => symlinkSync(resolve('node_modules/msw'), join(project, 'node_modules/msw')));

  const modules = filesOf('dist', '.js').filter((file) => !inBrowsers.test(file));
  const program = `
    globalThis.customElements = { define: (name) => console.log('defines', name) };
    const before = new Set(Object.keys(globalThis));
    for (const file of ${JSON.stringify(modules.map((file) => join(installed, file)))}) {
      await import(file).catch((error) => console.log(file, error.message));
    }
    for (const name of Object.keys(globalThis)) if (!before.has(name)) console.log('global', name);
  `;

  it('are all imported, and register nothing', () => {
    assert.ok(modules.length > 100, String(modules.length));
    const said = runNode('--input-type=module', '--eval', program).split('\n').filter(Boolean);
    // Of what the kit stands on, each a note to other copies of itself.
    const known = /^global (lit|reactiveElement|__zod|__MSW)/;
    assert.deepEqual(
      said.filter((line) => !known.test(line)),
      [],
    );
  });

  it('are the define files too, for a server that draws the page', () => {
    const files = filesOf('dist', '.js').filter((file) => file.startsWith('dist/define/'));
    assert.ok(files.length > 10, String(files.length));
    const imports = files.map((file) => `await import(${JSON.stringify(join(installed, file))});`);
    assert.equal(runNode('--input-type=module', '--eval', imports.join('\n')), '');
  });

  it('are found by the names that the package exports', () => {
    const names = [
      '',
      '/contract',
      '/rules',
      '/adapter',
      '/store',
      '/mocks',
      '/mocks/msw',
      '/conformance',
    ];
    const files = ['/elements/stepper.js', '/i18n/words.js'];
    const imports = [...names, ...files].map((name) => `await import('golive-elements${name}');`);
    runNode('--input-type=module', '--eval', imports.join('\n'));
  });
});

describe('files of the package', () => {
  it('have source maps that hold their sources', () => {
    for (const file of filesOf('dist', '.js')) {
      // The compiler's own helpers come from no source.
      if (file.startsWith('dist/runtime/')) continue;
      const code = readFileSync(join(installed, file), 'utf8');
      const name = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
      // A module that only passes others on has nothing to map.
      if (!name && !/[=(]/.test(code)) continue;
      assert.ok(name, file);
      const map = JSON.parse(readFileSync(join(installed, dirname(file), name), 'utf8')) as {
        sources: string[];
        sourcesContent?: (string | null)[];
      };
      assert.equal(map.sourcesContent?.filter(Boolean).length, map.sources.length, file);
    }
  });

  it('are all there that package.json names', () => {
    const text = readFileSync(join(installed, 'package.json'), 'utf8');
    for (const [, file] of text.matchAll(/"\.?\/?(dist\/[^"*]+)"/g)) {
      assert.ok(existsSync(join(installed, file!)), file);
    }
  });

  it('hold the guides and pictures that README names', () => {
    const readme = readFileSync(join(installed, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/\]\((docs\/(?!decisions)[^)#]+)/g)].map(([, file]) => file!);
    assert.ok(named.length > 10, String(named.length));
    for (const file of named) assert.ok(existsSync(join(installed, file)), file);
  });

  it('hold no source, test or story', () => {
    for (const folder of ['src', 'test', 'stories', 'demo']) {
      assert.ok(!existsSync(join(installed, folder)), folder);
    }
  });
});

describe('golive-conformance', () => {
  it('says how it is used', () => {
    assert.match(runNode(join('node_modules', '.bin', 'golive-conformance'), '--help'), /--url/);
  });
});
