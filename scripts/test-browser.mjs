/** Runs the browser tests in every engine that is there, and counts each test once an engine. */
import { relative } from 'node:path';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';
import { engines, provideBrowsers, remedies } from './browsers.mjs';
import { createLaunchers } from './launchers.mjs';

/** Engines to run in. In CI every one is required; elsewhere those missing are named and left out. */
function chooseEngines(wanted) {
  const found = provideBrowsers(wanted);
  const missing = wanted.filter((engine) => !found[engine]);
  for (const engine of missing) console.warn(`No ${engine}: ${remedies[engine]}`);
  const required = process.env.CI === 'true' || Object.keys(found).length === 0;
  if (missing.length > 0 && required) throw new Error(`Missing: ${missing.join(', ')}`);
  return found;
}

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** A file that did not load, crashed or holds no test counts as one failure. */
function countSession(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - passed - skipped;
  const broken = failed === 0 && (!session.passed || tests.length === 0);
  return { passed, failed: failed + (broken ? 1 : 0), skipped };
}

/** Runs files in the engines found, adds to `byEngine`, and to `lost` the files whose page told nothing. */
async function runOnce(files, found, byEngine, lost) {
  const browsers = await createLaunchers(found);
  const engineOf = (session) => Object.keys(found)[browsers.indexOf(session.browser)];
  const counting = {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) {
        const engine = engineOf(session);
        if (lost && !session.testResults) {
          (lost[engine] ??= []).push(session.testFile);
          continue;
        }
        const counts = countSession(session);
        for (const key of Object.keys(counts)) byEngine[engine][key] += counts[key];
      }
    },
  };
  const runner = await startTestRunner({
    config: {
      ...config,
      files,
      browsers,
      reporters: [defaultReporter({ reportTestProgress: false }), counting],
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise((done) => runner.on('stopped', done));
}

/**
 * Resolves with `{passed, failed, skipped}` over all engines. A page that told nothing at all, since
 * its browser hung or fell, is opened once more, and that is said: it says nothing of its tests.
 */
export async function runBrowserTests(files, engine) {
  if (engine && !engines.includes(engine)) {
    throw new Error(`No engine ${engine}; there are ${engines.join(', ')}`);
  }
  const found = chooseEngines(engine ? [engine] : engines);
  const byEngine = Object.fromEntries(
    Object.keys(found).map((name) => [name, { passed: 0, failed: 0, skipped: 0 }]),
  );
  const lost = {};
  await runOnce(files, found, byEngine, lost);
  for (const [name, again] of Object.entries(lost)) {
    const paths = again.map((file) => relative('.', file));
    console.warn(`${name} told nothing of ${paths.join(', ')}: once more`);
    await runOnce(paths, { [name]: found[name] }, byEngine);
  }

  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, counts] of Object.entries(byEngine)) {
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
    for (const key of Object.keys(sum)) sum[key] += counts[key];
  }
  return sum;
}
