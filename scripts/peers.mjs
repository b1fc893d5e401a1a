/**
 * What comparable kits weigh, gzip kB, measured on 2026-11-24: installed from npm, an entry as named bundled by
 * `esbuild --bundle --minify --format=esm --target=es2022` with `process.env.NODE_ENV` as "production" and CSS left
 * out, then `gzip -9`. Each does a part of the job of this kit.
 */
export const peers = [
  ['Shoelace 2.20.1', 48.4, 'dialog, button, input, select, option, tab group'],
  ['Web Awesome 3.14.0', 65.2, 'the same components'],
  ['JSON Forms 3.8.0', 154.3, 'vanilla renderers, with React 19.3.1'],
  ['react-jsonschema-form 6.11.1', 204.0, 'core and validator-ajv8, with React 19.3.1'],
  ['SurveyJS 2.5.38', 355.9, 'survey-core and survey-js-ui'],
  ['Stoplight Elements 9.0.25', 612.8, 'web-components.min.js as it is published'],
];
