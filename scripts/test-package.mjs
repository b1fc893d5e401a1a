/** Tests the package as a page gets it: built, packed, and installed into a fresh project. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowsers } from './browsers.mjs';
import { runNodeTests } from './test-node.mjs';

/** Resolves with `{passed, failed, skipped}`. Tests read PACKAGE_TARBALL, PACKAGE_PROJECT and CHROMIUM_PATH. */
export async function runPackageTests(files) {
  const folder = mkdtempSync(join(tmpdir(), 'golive-package-'));
  const project = join(folder, 'project');
  const npm = (args, cwd) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    execFileSync(process.execPath, ['scripts/build.mjs'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder]));
    const tarball = join(folder, filename);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
    npm(['install', tarball, ...quietly], project);
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
