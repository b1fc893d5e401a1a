/** The package as npm would publish it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** For `npm install` in a folder that is thrown away. */
export const quietly = [
  '--no-audit',
  '--no-fund',
  '--no-package-lock',
  '--loglevel=error',
  '--prefer-offline',
];

/** Builds and packs it. Gives the path of the tarball. */
export function packInto(folder) {
  const run = (program, args) =>
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  run(process.execPath, ['scripts/build.mjs']);
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]));
  return join(folder, filename);
}
