/** What the analyzer reads; scripts/manifest.mjs adds what it can't see. */
export default {
  globs: [
    'src/connect/store-element.ts',
    'src/elements/**/*.ts',
    'src/composed/**/*.ts',
    'src/define/*.ts',
  ],
  exclude: ['src/**/*.styles.ts', 'src/**/*.view.ts'],
  litelement: true,
  quiet: true,
  // It would write the folder it is told of into package.json.
  packagejson: false,
};
