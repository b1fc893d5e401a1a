/**
 * Drives each of examples/ through the same journey in Chromium, built from the packed package:
 * `node scripts/test-frameworks.mjs [part of a name …]`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowsers, remedies } from './browsers.mjs';
import { packInto, quietly } from './pack.mjs';
import { runNodeTests } from './test-node.mjs';

const wanted = process.argv.slice(2);
const names = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (names.length === 0) throw new Error('there is no such example');

const { chromium } = provideBrowsers(['chromium']);
if (!chromium) throw new Error(`No chromium: ${remedies.chromium}`);

/** Copies the examples beside each other, each with the package as packed, and installs them at one go. */
function install(folder, tarball) {
  for (const name of names) {
    const place = join(folder, name);
    const isSource = (path) => !/[\\/](node_modules|dist)$/.test(path);
    cpSync(join('examples', name), place, { recursive: true, filter: isSource });
    const file = join(place, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.dependencies['golive-elements'] = `file:${tarball}`;
    writeFileSync(file, JSON.stringify(manifest));
  }
  const root = { private: true, workspaces: names };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
  execFileSync('npm', ['install', ...quietly], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function buildAll(folder) {
  for (const name of names) {
    const started = Date.now();
    execFileSync('npm', ['run', '--silent', '--if-present', 'build'], {
      cwd: join(folder, name),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    console.log(`${name} built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'golive-frameworks-'));
try {
  install(folder, packInto(folder));
  buildAll(folder);
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    EXAMPLES: names.join(),
    EXAMPLES_FOLDER: folder,
  };
  const { passed, failed } = await runNodeTests(['test/frameworks/journey.test.ts'], { env });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
