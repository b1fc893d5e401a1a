/** The manifest: what editors, catalogues and the guides know of the elements. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { filesUnder } from './files.mjs';
import { tokensReadBy } from './tokens.mjs';

/** Class → tag, from the types that each define file declares for its tag. */
function tagsOfClasses() {
  const sources = filesUnder('src/define').map((path) => readFileSync(path, 'utf8'));
  const entries = sources.flatMap((source) => [...source.matchAll(/'(golive-[a-z-]+)': (\w+)/g)]);
  return Object.fromEntries(entries.map(([, tag, name]) => [name, tag]));
}

/** @returns {Promise<import('custom-elements-manifest/schema').Package>} */
export async function createManifest() {
  const manifest = await cli({ argv: ['analyze'], noWrite: true });
  const tags = tagsOfClasses();
  for (const { path, declarations = [] } of manifest.modules) {
    for (const declaration of declarations) {
      declaration.members &&= declaration.members.filter((member) => member.privacy !== 'private');
      const tagName = tags[declaration.name];
      // It takes every heir of LitElement for an element, and no heir of such a one.
      delete declaration.customElement;
      if (!tagName) continue;
      declaration.customElement = true;
      // The analyzer takes every dispatch for an event, under whatever name it sees there.
      declaration.events &&= declaration.events.filter(({ description }) => description);
      // Tags are given by a helper in the define files, which the analyzer can't follow.
      declaration.tagName = tagName;
      // Tokens are written down once, where they are read for all.
      const tokens = tokensReadBy(path);
      if (tokens.length > 0) declaration.cssProperties = tokens;
    }
  }
  // The analyzer reads the sources, but the package holds what is built of them.
  const text = JSON.stringify(manifest, null, 2);
  const built = text.replaceAll(/"\/?src\/([^"]+)\.(ts|js)"/g, '"dist/$1.js"');
  // It adds what an optional property says itself.
  return JSON.parse(built.replaceAll('| undefined | undefined', '| undefined'));
}

export async function writeManifest() {
  const manifest = await createManifest();
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/custom-elements.json', JSON.stringify(manifest, null, 2));
  return manifest;
}
