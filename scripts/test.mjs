/**
 * The test run: node, then the package, model, browser, leaks, csp and e2e, or the parts named.
 * `node scripts/test.mjs [node|package|model|browser|leaks|csp|e2e …] [--engine chromium] [--update] [part of a path, or of a fault’s name …]`
 * Ends with one line, `N passed, N failed`, counted from what the runners reported.
 */
import { parseArgs } from 'node:util';
import { testFiles } from './files.mjs';
import { runLeaks } from './leaks.mjs';
import { runBrowserTests } from './test-browser.mjs';
import { runCspTests } from './test-csp.mjs';
import { runE2eTests } from './test-e2e.mjs';
import { runModelTests } from './test-model.mjs';
import { runNodeTests } from './test-node.mjs';
import { runPackageTests } from './test-package.mjs';

const { values, positionals } = parseArgs({
  options: { engine: { type: 'string' }, update: { type: 'boolean' } },
  allowPositionals: true,
});
// Tests name days as they are there. A TZ that is set counts, to see the elements in another zone.
process.env.TZ ??= 'UTC';
// Files that hold what is told to assistive technology are written anew, for a person to read.
if (values.update) process.env.UPDATE = 'true';
const run = {
  node: (files) => runNodeTests(files),
  package: (files) => runPackageTests(files),
  model: () => runModelTests(filters),
  browser: (files) => runBrowserTests(files, values.engine),
  leaks: () => runLeaks(filters),
  csp: (files) => runCspTests(files),
  e2e: (files) => runE2eTests(files),
};
const named = positionals.filter((word) => word in run);
const filters = positionals.filter((word) => !(word in run));
const files = testFiles(filters);
// What has no files of its own is not what a part of a path asks for.
const all = Object.keys(run).filter((part) => part in files || filters.length === 0);
const parts = named.length > 0 ? named : all;

const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const part of parts) {
  if (files[part]?.length === 0) continue;
  console.log(`\n${part}${files[part] ? `: ${files[part].length} files` : ''}`);
  try {
    const counts = await run[part](files[part]);
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.passed + counts.failed === 0) throw new Error(`${part} ran no test`);
  } catch (error) {
    console.error(error);
    broken = true;
  }
}
if (total.passed + total.failed === 0) broken = true;
// A part that could not run at all is a failure that the closing line must show.
if (broken) total.failed += 1;

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
