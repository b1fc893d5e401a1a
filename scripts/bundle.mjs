/** Minified files of a module and all it imports, as a page without a bundler loads them. */
import { resolve, sep } from 'node:path';
import { build } from 'vite';
import { minifyTemplatesPlugin } from './minify-templates.mjs';

const entry = 'golive:entry';

/**
 * Leaves out whatever lies outside the given folders, so that what remains is their own code. All of it goes
 * by one short name: neither the folder of this checkout nor the number of imports counts as code.
 */
function onlyFolders(folders) {
  const roots = folders.map((folder) => `${resolve(folder)}${sep}`);
  return {
    name: 'only-folders',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === entry || importer === undefined) return undefined;
      const found = await this.resolve(id, importer, { skipSelf: true });
      if (!found || roots.some((root) => found.id.startsWith(root))) return found;
      return { id: 'kit', external: true };
    },
  };
}

/** What is loaded in turn, each as `{name, code}`: the entry first, then what it imports on demand. */
function partsOf(chunks, entryFile) {
  const loaded = new Set();
  const load = (fileName) => {
    const chunk = chunks.find((each) => each.fileName === fileName);
    if (!chunk || loaded.has(chunk)) return [];
    loaded.add(chunk);
    return [chunk, ...chunk.imports.flatMap(load)];
  };
  const parts = [];
  const asked = [entryFile];
  for (const fileName of asked) {
    const found = load(fileName);
    if (found.length === 0) continue;
    parts.push({ name: found[0].name, code: found.map((each) => each.code).join('') });
    asked.push(...found.flatMap((each) => each.dynamicImports));
  }
  return parts;
}

/** All that is loaded at first in the entry itself, so that nothing but what is asked for later is another file. */
const oneEntry = [{ name: 'entry', tags: ['$initial'] }];

/**
 * The files of a build, each `{fileName, name, code, map, imports, dynamicImports}`, the entry first.
 * `code` is a module that imports from `/src/…`; `groups` say which modules make a file of their own.
 * Nothing is written.
 */
export async function bundleFiles(
  code,
  { only, fileName = 'golive.js', groups = oneEntry, modulePreload = false } = {},
) {
  const folder = fileName.replace(/\.js$/, '');
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Files find each other by their own address, wherever they are served from.
    base: './',
    plugins: [
      only && onlyFolders(only),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? code : undefined),
      },
      minifyTemplatesPlugin(),
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      sourcemap: true,
      modulePreload,
      rolldownOptions: {
        input: entry,
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'allow-extension',
        output: {
          format: 'es',
          entryFileNames: fileName,
          chunkFileNames: ({ name, facadeModuleId }) =>
            /\/i18n\/[a-z]+\.ts$/.test(facadeModuleId ?? '')
              ? `i18n/${name}.js`
              : `${folder}/${name}.js`,
          codeSplitting: { groups },
        },
      },
    },
  });
  const chunks = result.output.filter(({ type }) => type === 'chunk');
  return chunks.sort((one, other) => Number(other.isEntry) - Number(one.isEntry));
}

/**
 * Resolves with `{code, map, onDemand}`: what a page loads at first, and what it loads later. With `only`,
 * folders, nothing outside of these is taken in.
 */
export async function bundle(code, { only } = {}) {
  const files = await bundleFiles(code, { only });
  const [{ code: first }, ...onDemand] = partsOf(files, files[0].fileName);
  return { code: first, map: files[0].map, onDemand };
}
