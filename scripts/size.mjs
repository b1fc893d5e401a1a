/**
 * Measures what a page downloads, gzipped, against the bars the project set itself. It fails on what
 * does not build, and with `--strict` on what is over its bar.
 */
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';
import { filesUnder } from './files.mjs';

/** Bars of an element's own code in kB; an element without one is measured all the same. */
const elementBars = {
  stepper: 1.5,
  outcome: 1,
  'test-data': 2.5,
  'credential-card': 4,
  submission: 6,
  'review-queue': 4,
  'review-panel': 5,
};

const everything = "import '/src/define/all.ts'; export * from '/src/index.ts';";
const layers = "export * from '/src/store/index.ts'; export * from '/src/adapter/index.ts';";

/** What elements import on demand, by the name of its module. */
const onDemandNames = {
  'form-part': 'form',
  'long-list.view': 'long lists',
  'bulk-part': 'several at once',
  'panel-part': 'below the answers',
};

const elements = filesUnder('src/elements')
  .filter((file) => /\/([^/]+)\/\1\.ts$/.test(file))
  .map((file) => {
    const name = file.split('/').at(-2);
    const only = [`src/elements/${name}`];
    return {
      what: `${name}, own code`,
      name,
      code: `export * from '/${file}';`,
      only,
      bar: elementBars[name],
    };
  });

const rows = [
  { what: 'stand-alone build, all in', code: everything, bar: 40 },
  { what: 'stepper alone, lit in', code: "import '/src/define/stepper.ts';", bar: 10 },
  { what: 'store and adapter, own code', code: layers, only: ['src/store', 'src/adapter'], bar: 5 },
  ...elements,
];

const sources = (code) => [...code.matchAll(/'\/(src\/[^']+)'/g)].map(([, file]) => file);

const gzipped = (code) => gzipSync(code, { level: 9 }).length / 1000;
const tell = (what, size, limit, verdict = '') =>
  console.log(`${what.padEnd(34)}${size.toFixed(2).padStart(8)} ${limit.padStart(6)} ${verdict}`);

const isStrict = process.argv.includes('--strict');
let failed = false;
console.log(`${'gzip kB'.padEnd(34)}measured    bar`);
for (const { what, name, code, only, bar } of rows) {
  if (!sources(code).every((file) => existsSync(file))) {
    console.log(`${what.padEnd(34)}not there yet`);
    continue;
  }
  const built = await bundle(code, { only }).catch((error) => error);
  if (built instanceof Error) {
    console.error(built.message);
    console.log(`${what.padEnd(34)}does not build`);
    failed = true;
    continue;
  }
  const size = gzipped(built.code);
  const verdict = bar === undefined ? '' : size > bar ? 'OVER' : 'ok';
  failed ||= isStrict && verdict === 'OVER';
  const limit = bar === undefined ? '-' : bar.toFixed(1);
  tell(what, size, limit, verdict);
  for (const part of built.onDemand) {
    tell(`${name}, ${onDemandNames[part.name] ?? part.name} on demand`, gzipped(part.code), '-');
  }
}
if (failed) process.exit(1);
