/**
 * Holds the built kit to a strict policy: Node drives Chromium over pages that Vite bundles of dist/, and
 * over the stand-alone builds. dist/ is made when it is old.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { build } from 'vite';
import { provideBrowsers, remedies } from './browsers.mjs';
import { filesUnder } from './files.mjs';
import { runNodeTests } from './test-node.mjs';

const folder = resolve('node_modules/.csp');

function provideDist() {
  const made = statSync('dist/custom-elements.json', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (filesUnder('src').every((file) => statSync(file).mtimeMs < made)) return;
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What a stand-alone build registers and fetches itself, in place of what a page would import. */
function fromStandAlone(file, build) {
  if (file.startsWith('src/define/') && file !== 'src/define/tags.js') return '\0nothing';
  const part = /^src\/elements\/submission\/(form-part|form-outline)\.js$/.exec(file);
  return part && { id: `/cdn/${build}/${part[1]}.js`, external: true };
}

/** Leads every import of the sources to what was built of them. */
const builtPlugin = (standAlone) => ({
  name: 'built',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer || !/^\.{0,2}\//.test(id)) return undefined;
    const path = id.startsWith('/src/') ? id.slice(1) : resolve(dirname(importer), id);
    const file = relative('.', path).replaceAll(sep, '/');
    if (!file.startsWith('src/')) return undefined;
    return (
      (standAlone && fromStandAlone(file, standAlone)) || resolve(file.replace('src/', 'dist/'))
    );
  },
  load: (id) => (id === '\0nothing' ? '' : undefined),
});

/** Writes `<name>.js` and what it fetches, of a module that imports from `/src/` and `/stories/`. */
function bundlePage(name, code, standAlone) {
  return build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === name ? resolve(name) : undefined),
        load: (id) => (id === resolve(name) ? code : undefined),
      },
      builtPlugin(standAlone),
    ],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      assetsDir: name,
      minify: false,
      rolldownOptions: {
        input: name,
        output: { entryFileNames: `${name}/page.js` },
        checks: { pluginTimings: false },
      },
      chunkSizeWarningLimit: Infinity,
    },
  });
}

function storiesCode() {
  const files = filesUnder('stories').filter((file) => file.endsWith('.stories.ts'));
  const names = files.map((file) => basename(file, '.stories.ts'));
  return [
    ...files.map((file, at) => `import * as s${at} from './${file}';`),
    `import { exhibit } from './test/csp/exhibit.ts';`,
    `exhibit({ ${names.map((name, at) => `'${name}': s${at}`).join(', ')} });`,
  ].join('\n');
}

const everything = `import './src/define/all.js'; import './src/define/languages.js';`;
const another = `import { defineAll } from './src/index.js'; import './src/define/languages.js';
  defineAll({ prefix: 'acme' });`;

/** Resolves with `{passed, failed, skipped}`. Tests read CSP_PAGES and CHROMIUM_PATH. */
export async function runCspTests(files) {
  const { chromium } = provideBrowsers(['chromium']);
  if (!chromium) throw new Error(`No chromium: ${remedies.chromium}`);
  provideDist();
  rmSync(folder, { recursive: true, force: true });
  try {
    await bundlePage('npm', everything);
    await bundlePage('acme', another);
    await bundlePage('npm-stories', storiesCode());
    await bundlePage('golive-stories', storiesCode(), 'golive');
    await bundlePage('autoload-stories', storiesCode(), 'autoload');
    const env = { ...process.env, CSP_PAGES: folder, CHROMIUM_PATH: chromium };
    return await runNodeTests(files, { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
