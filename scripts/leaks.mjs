/** Runs the tests for secrets against each seeded leak, all of them in one Chromium. */
import { rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { build } from 'vite';
import { leaks } from '../test/secrets/leaks.mjs';
import config from '../web-test-runner.config.mjs';
import { provideBrowsers, remedies } from './browsers.mjs';
import { editPlugin } from './edit.mjs';
import { filesUnder } from './files.mjs';
import { createLaunchers } from './launchers.mjs';
import { findSeeded } from './seeded.mjs';

const folder = resolve('node_modules/.leaks');

/** Puts test files with all that they import into one file each; gives their paths. */
async function bundleTests(files, edit, name) {
  const outDir = join(folder, name);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: edit ? [editPlugin(edit)] : [],
    resolve: { conditions: ['development', 'browser', 'module'] },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: files.map((file) => resolve(file)), formats: ['es'] },
    },
  });
  return files.map((file) => join(outDir, `${basename(file, '.ts')}.js`));
}

/** The first test that failed, by its name; or what broke the whole file. */
function firstFailure({ passed, errors, testResults, testFile }) {
  const inSuite = (suite) =>
    suite.tests.find((test) => !test.passed && !test.skipped)?.name ??
    suite.suites.map(inSuite).find(Boolean);
  if (passed) return undefined;
  return (testResults && inSuite(testResults)) ?? errors[0]?.message ?? `${testFile} did not run`;
}

/** Resolves with what failed first in each file, by its path; nothing for one that passed. */
async function runTests(files, chromium) {
  const results = new Map();
  const runner = await startTestRunner({
    config: {
      ...config,
      files: files.map((file) => relative('.', file)),
      // These are plain scripts by now.
      plugins: [],
      nodeResolve: false,
      // What fails first says enough, and what would wait for good has failed.
      testFramework: { config: { ui: 'bdd', bail: true, timeout: 10_000 } },
      browsers: await createLaunchers({ chromium }),
      reporters: [
        {
          onTestRunFinished({ sessions }) {
            for (const session of sessions) results.set(session.testFile, firstFailure(session));
          },
        },
      ],
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise((done) => runner.on('stopped', done));
  return results;
}

/** Resolves with `{passed, failed, skipped}`, a test a leak; `filters` are parts of their names. */
export async function runLeaks(filters = []) {
  const { chromium } = provideBrowsers(['chromium']);
  if (!chromium) throw new Error(`No chromium: ${remedies.chromium}`);
  const wanted = leaks.filter(
    ({ name }) => filters.length === 0 || filters.some((part) => name.includes(part)),
  );
  const all = filesUnder('test/secrets').filter((file) => file.endsWith('.test.ts'));
  rmSync(folder, { recursive: true, force: true });
  try {
    return await findSeeded(wanted, async (edits) => {
      const bundles = [];
      for (const [at, edit] of edits.entries()) {
        const files = edit ? [`test/secrets/${edit.tests}.test.ts`] : all;
        bundles.push(await bundleTests(files, edit, String(at)).catch((error) => error));
      }
      const results = await runTests(bundles.filter(Array.isArray).flat(), chromium);
      return bundles.map(async (files) => {
        if (!Array.isArray(files)) throw files;
        const missing = files.find((file) => !results.has(file));
        if (missing) throw new Error(`${missing} did not run`);
        const found = files.map((file) => results.get(file)).find(Boolean);
        return { passed: found === undefined, found };
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
