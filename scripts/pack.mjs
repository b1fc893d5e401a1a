/** The package as npm would publish it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** For `npm install` in a folder that is thrown away. */
export const quietly = [
  '--no-audit',
  '--no-fund',
  '--no-package-lock',
  '--loglevel=error',
  '--prefer-offline',
];

/** Builds and packs it, as `npm publish` would in a fresh clone. Gives the path of the tarball. */
export function packInto(folder) {
  // What was built before must not stand in for a build that no longer happens.
  rmSync('dist', { recursive: true, force: true });
  const options = ['--ignore-scripts=false', '--loglevel=error', '--pack-destination', folder];
  execFileSync('npm', ['pack', ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return join(folder, `${name}-${version}.tgz`);
}
