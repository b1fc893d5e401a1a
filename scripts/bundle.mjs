/** One minified file of a module and all it imports, as a page without a bundler would load it. */
import { build } from 'vite';
import { minifyTemplatesPlugin } from './minify-templates.mjs';

const entry = 'golive:entry';

/** `code` is a module that imports from `/src/…`. Resolves with `{code, map}`; nothing is written. */
export async function bundle(code, { external } = {}) {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
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
        external,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: 'golive.js', codeSplitting: false },
      },
    },
  });
  const [chunk] = result.output;
  return { code: chunk.code, map: chunk.map };
}
