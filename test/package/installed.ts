import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What scripts/test-package.mjs made: the packed package, and a fresh project that it is installed in. */
export const tarball = process.env.PACKAGE_TARBALL!;
export const project = process.env.PACKAGE_PROJECT!;
export const installed = join(project, 'node_modules/golive-elements');

/** Files of the package, by their path in it. */
export const filesOf = (folder: string, end: string) =>
  readdirSync(join(installed, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name));

/** Runs Node in the project. Gives what was printed. */
export const runNode = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
