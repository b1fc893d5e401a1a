import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { anchorOf } from '../../../docs/.vitepress/anchor.js';
import { filesUnder } from '../../../scripts/files.mjs';

const isOurs = (file: string) => file.endsWith('.md') && !file.includes('node_modules/');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...filesUnder('docs').filter(isOurs),
  ...filesUnder('examples').filter(isOurs),
];

const withoutCode = (text: string) =>
  text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, 'code');

/** Where each link and image of a page leads, but to other sites. */
const linksOf = (text: string) =>
  [...withoutCode(text).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
    ([, file, heading]) => ({ file: file!, heading }),
  );

/** The names of its headings in a link; the second of the same words is numbered. */
function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, words]) => {
    const name = anchorOf(words!);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}

describe('links of the docs', () => {
  for (const page of pages) {
    it(`lead somewhere in ${page}`, () => {
      for (const { file, heading } of linksOf(readFileSync(page, 'utf8'))) {
        const target = file ? join(dirname(page), file) : page;
        assert.ok(existsSync(target), `${page} leads to ${target}`);
        if (heading === undefined) continue;
        const anchors = anchorsOf(readFileSync(target, 'utf8'));
        assert.ok(anchors.includes(heading), `${page} leads to ${target}#${heading}`);
      }
    });
  }

  it('lead from the README to every guide', () => {
    const named = linksOf(readFileSync('README.md', 'utf8')).map(({ file }) => file);
    const guides = filesUnder('docs').filter((file) => /^docs\/[^/]+\.md$/.test(file));
    assert.deepEqual(
      guides.filter((guide) => !named.includes(guide)),
      [],
    );
  });
});
