/** Runs test files in Node's own test runner; tsx reads the TypeScript. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const counter = fileURLToPath(new URL('./count-reporter.mjs', import.meta.url));

/** Resolves with `{passed, failed, skipped}`. */
export async function runNodeTests(
  files,
  { env = process.env, concurrency = 2, timeout = 300_000 } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'golive-test-'));
  const result = join(folder, 'counts.json');
  const args = [
    '--import=tsx',
    '--test',
    `--test-concurrency=${concurrency}`,
    // A file that leaves something open would never end; this ends it, as a failure.
    `--test-timeout=${timeout}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${counter}`,
    `--test-reporter-destination=${result}`,
    ...files,
  ];
  try {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const code = await new Promise((done) => child.on('exit', done));
    const counts = JSON.parse(readFileSync(result, 'utf8'));
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
