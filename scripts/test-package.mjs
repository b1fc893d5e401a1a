/** Tests the package as a page gets it: built, packed, and installed into a fresh project. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowsers } from './browsers.mjs';
import { packInto, quietly } from './pack.mjs';
import { runNodeTests } from './test-node.mjs';

/** Resolves with `{passed, failed, skipped}`. Tests read PACKAGE_TARBALL, PACKAGE_PROJECT and CHROMIUM_PATH. */
export async function runPackageTests(files) {
  const folder = mkdtempSync(join(tmpdir(), 'golive-package-'));
  const project = join(folder, 'project');
  try {
    const tarball = packInto(folder);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    execFileSync('npm', ['install', tarball, ...quietly], {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const env = {
      ...process.env,
      PACKAGE_TARBALL: tarball,
      PACKAGE_PROJECT: project,
      CHROMIUM_PATH: provideBrowsers(['chromium']).chromium,
    };
    return await runNodeTests(files, { env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
