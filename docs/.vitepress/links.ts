import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

/**
 * Links in the Markdown are those of the repository. On the site a README is the index of its folder,
 * and a file that is no page, such as a source, is named without a link.
 */
export function followLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('links of the repository', ({ tokens, env }) => {
    const folder = dirname((env as { path: string }).path);
    for (const { children } of tokens) {
      let isPage = true;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const href = token.attrGet('href')!;
          isPage = /^(\w+:|#|\/)/.test(href) || /\.md(#|$)/.test(href);
          if (!isPage && !existsSync(join(folder, href))) throw new Error(`${folder}: ${href}`);
          token.attrSet('href', href.replace(/\bREADME\.md\b/, 'index.md'));
        }
        if (isPage || !token.type.startsWith('link_')) continue;
        token.tag = 'span';
        token.attrs = null;
        token.type = token.nesting > 0 ? 'span_open' : 'span_close';
      }
    }
  });
}
