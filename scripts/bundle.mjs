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

/**
 * `code` is a module that imports from `/src/…`; `only` are folders, or else everything is taken in.
 * Resolves with `{code, map}`; nothing is written.
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
        output: { format: 'es', entryFileNames: 'golive.js', codeSplitting: false },
      },
    },
  });
  const [chunk] = result.output;
  return { code: chunk.code, map: chunk.map };
}
