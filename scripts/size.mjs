/**
 * Measures, gzipped, what pages download and what each element's own code weighs, and fails on what is over its
 * budget or does not build. docs/decisions/0017-size-budgets.md tells how the budgets came about.
 */
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';
import { filesUnder } from './files.mjs';
import { peers } from './peers.mjs';

/** What a page downloads: its code, kB at first, kB of what it may fetch later. Lit and zod are in. */
const pages = {
  'stepper alone': ["import '/src/define/stepper.ts';", 15.8],
  'stepper in a provider': [
    "import '/src/define/stepper.ts'; import '/src/define/provider.ts';",
    36.4,
    2,
  ],
  'developer’s page': ["import '/src/define/pipeline.ts';", 61.5, 36.4],
  'reviewer’s page': ["import '/src/define/review-desk.ts';", 53.5, 23.9],
  'every element': ["import '/src/define/all.ts'; export * from '/src/index.ts';", 77.4, 52],
};

/** Own code, without what it shares: folders, kB at first, kB of what it may fetch later. */
const parts = {
  'store and adapter': [['store', 'adapter'], 7.7, 0.7],
  stepper: [['elements/stepper'], 2.2],
  outcome: [['elements/outcome'], 1.5],
  activity: [['elements/activity'], 1.9],
  'test data': [['elements/test-data'], 2.5],
  'credential card': [['elements/credential-card'], 7.9, 6.8],
  submission: [['elements/submission'], 4.8, 17.2],
  'review queue': [['elements/review-queue'], 9.4, 3.5],
  'review panel': [['elements/review-panel'], 4.6, 9.6],
};

/** A folder of a layer is imported by its index, an element by its class. */
const entryOf = (folder) =>
  folder.startsWith('elements/')
    ? `export * from '/src/${folder}/${folder.split('/').at(-1)}.ts';`
    : `export * from '/src/${folder}/index.ts';`;

const kB = (code) => gzipSync(code, { level: 9 }).length / 1000;
const row = (what, ...cells) =>
  console.log(what.padEnd(36) + cells.map((cell) => String(cell).padStart(9)).join(''));

let failed = false;

async function measure(what, { code, only, first, later = 0 }) {
  const built = await bundle(code, { only });
  const figures = [
    [kB(built.code), first],
    [built.onDemand.reduce((sum, part) => sum + kB(part.code), 0), later],
  ];
  const isOver = figures.some(([measured, budget]) => measured > budget);
  failed ||= isOver;
  const cells = figures.flatMap(([measured, budget]) =>
    measured || budget ? [measured.toFixed(2), budget.toFixed(1)] : ['-', '-'],
  );
  row(what, ...cells, isOver ? 'OVER' : 'ok');
}

const known = Object.values(parts).flatMap(([folders]) => folders);
const forgotten = filesUnder('src/elements')
  .map((file) => file.split('/').slice(1, 3).join('/'))
  .find((folder) => !known.includes(folder));
if (forgotten) throw new Error(`${forgotten} has no budget`);

row('gzip kB', 'first', 'budget', 'later', 'budget');
for (const [what, [code, first, later]] of Object.entries(pages)) {
  await measure(what, { code, first, later });
}
console.log('\nown code');
for (const [what, [folders, first, later]] of Object.entries(parts)) {
  const only = folders.map((folder) => `src/${folder}`);
  await measure(what, { code: folders.map(entryOf).join(''), only, first, later });
}
console.log(
  '\nfor comparison, each doing a part of the job (scripts/peers.mjs tells how it was measured)',
);
for (const [what, size, entry] of peers) row(what, size.toFixed(1), `  ${entry}`);

if (failed) process.exit(1);
