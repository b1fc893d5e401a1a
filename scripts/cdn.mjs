/** The builds for a page without a bundler: everything in one file, and a loader of what a page uses. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleFiles } from './bundle.mjs';

const everything = `
  import '/src/define/all.ts';
  import '/src/define/languages.ts';
  export * from '/src/index.ts';
`;

/** What no element needs at first: forms and their answers, dialogs. */
const later = [
  ['answers', /\/src\/contract\/(pattern|visibility|answers|file|form-error)/],
  ['dialogs', /directives\/(ref|live)|async-directive|\/ui\/(modal|dialog|answers)/],
];

/**
 * What elements share, in files by who needs it: every element, what has a store, most elements. All else goes
 * with the one element that needs it.
 */
const first = [
  [
    'kit',
    3,
    /node_modules\/@?lit|\/src\/(connect|rules|define)\/|\/ui\/(base|tokens|icon|button|failure|announcer|control|notice|card)|\/i18n\/(words|format|languages|en\/(shared|errors))|decorate/,
  ],
  ['data', 2, /node_modules\/(zod|eventsource-parser)|\/src\/(adapter|store|contract|composed)\//],
  ['ui', 3, /\/src\/(ui|i18n\/en)\//],
];

const isLater = (id) => later.some(([, test]) => test.test(id));
const shared = [
  ...first.map(([name, minShareCount, test]) => ({
    name,
    minShareCount,
    test: (id) => test.test(id) && !isLater(id),
  })),
  // A group takes along what its modules import, so these come last.
  ...later.map(([name, test]) => ({ name, minShareCount: 2, test })),
].map((group, at, all) => ({ ...group, priority: all.length - at }));

const sri = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Writes dist/cdn/ and returns the hash of each file, by its path in there. */
export async function buildCdn(folder = 'dist/cdn') {
  const files = [
    ...(await bundleFiles(everything)),
    ...(await bundleFiles("export * from '/src/define/autoload.ts';", {
      fileName: 'autoload.js',
      groups: shared,
      modulePreload: { polyfill: false },
    })),
  ];
  const integrity = {};
  for (const { fileName, code, map } of files) {
    const file = join(folder, fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    writeFileSync(`${file}.map`, String(map));
    integrity[fileName] = sri(code);
  }
  copyFileSync('src/reserve.css', join(folder, 'reserve.css'));
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  return integrity;
}
