/** One minified file of a module and all it imports, as a page without a bundler would load it. */
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

/**
 * `code` is a module that imports from `/src/…`; `only` are folders, or else everything is taken in.
 * Resolves with `{code, map, onDemand}`; nothing is written. With `only`, what is imported on demand is
 * no part of `code` but of `onDemand`; else all is in the one file.
 */
export async function bundle(code, { only } = {}) {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
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
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: 'golive.js', codeSplitting: Boolean(only) },
      },
    },
  });
  const chunks = result.output.filter(({ type }) => type === 'chunk');
  const { fileName, map } = chunks.find(({ isEntry }) => isEntry);
  const [{ code: first }, ...onDemand] = partsOf(chunks, fileName);
  return { code: first, map, onDemand };
}
