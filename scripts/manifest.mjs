/** Writes dist/custom-elements.json: what editors and catalogues know of the elements. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';

const file = 'dist/custom-elements.json';
const analyzer = join('node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');

function analyze() {
  const globs = ['src/elements/**/*.ts', 'src/composed/**/*.ts', 'src/define/*.ts'];
  const parts = ['src/**/*.styles.ts', 'src/**/*.view.ts'];
  const args = [analyzer, 'analyze', '--litelement', '--quiet', '--outdir', 'dist'];
  const { status } = spawnSync(
    process.execPath,
    [...args, '--globs', ...globs, '--exclude', ...parts],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The manifest analyzer failed');
}

/** Class → tag, from the types that each define file declares for its tag. */
function tagsOfClasses() {
  const sources = filesUnder('src/define').map((path) => readFileSync(path, 'utf8'));
  const entries = sources.flatMap((source) => [...source.matchAll(/'(golive-[a-z-]+)': (\w+)/g)]);
  return Object.fromEntries(entries.map(([, tag, name]) => [name, tag]));
}

export function writeManifest() {
  analyze();
  // The analyzer reads the sources, but the package holds what is built of them.
  const text = readFileSync(file, 'utf8').replaceAll(/"\/?src\/([^"]+)\.(ts|js)"/g, '"dist/$1.js"');
  const manifest = JSON.parse(text);
  const tags = tagsOfClasses();
  for (const declaration of manifest.modules.flatMap((module) => module.declarations ?? [])) {
    // Tags are given by a helper in the define files, which the analyzer can't follow.
    if (declaration.customElement) declaration.tagName = tags[declaration.name];
    declaration.members &&= declaration.members.filter((member) => member.privacy !== 'private');
  }
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}
