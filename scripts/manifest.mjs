/** Writes dist/custom-elements.json: what editors and catalogues know of the elements. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'dist/custom-elements.json';
const analyzer = join('node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');

export function writeManifest() {
  const globs = ['src/elements/**/*.ts', 'src/composed/**/*.ts', 'src/define/*.ts'];
  const parts = ['src/**/*.styles.ts', 'src/**/*.view.ts'];
  const args = [analyzer, 'analyze', '--litelement', '--quiet', '--outdir', 'dist'];
  const { status } = spawnSync(
    process.execPath,
    [...args, '--globs', ...globs, '--exclude', ...parts],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('The manifest analyzer failed');

  // The analyzer reads the sources, but the package holds what is built of them.
  const built = readFileSync(file, 'utf8').replaceAll(
    /"\/?src\/([^"]+)\.(ts|js)"/g,
    '"dist/$1.js"',
  );
  writeFileSync(file, built);
}
