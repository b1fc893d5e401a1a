import { createLogger } from 'vite';
import { defineConfig } from 'vitepress';
import { anchorOf } from './anchor.js';
import { deadLinks } from './dead-links.js';
import { leanPages } from './lean-pages.js';
import { followLinks } from './links.js';
import { sidebar } from './sidebar.js';

/** VitePress 1 calls itself unfit for this Vite; every build and its dead links prove it fit for these pages. */
const customLogger = createLogger();
const { error } = customLogger;
customLogger.error = (message, options) => {
  if (!message.includes('VitePress v1 is not compatible')) error(message, options);
};

/** The docs as a site: README, the guides, the decisions, and a page for each element. `npm run docs` */
export default defineConfig({
  title: 'GoLive Elements',
  description: 'Custom elements that give an API portal its road from sandbox to production.',
  lang: 'en',
  srcDir: '..',
  // What is Markdown elsewhere is no page.
  srcExclude: ['!(docs)/**/*.md'],
  rewrites: { 'README.md': 'index.md', 'docs/decisions/README.md': 'docs/decisions/index.md' },
  outDir: '../dist-docs',
  cacheDir: '../node_modules/.cache/vitepress',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/logo.svg' }]],
  markdown: {
    theme: { light: 'github-light', dark: 'github-dark' },
    anchor: { slugify: anchorOf },
    config: followLinks,
  },
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } },
  },
  vite: {
    // That of the demo stands in the same folder.
    configFile: false,
    customLogger,
    publicDir: 'docs/.vitepress/public',
    plugins: [leanPages()],
    server: { host: '127.0.0.1' },
  },
  buildEnd({ outDir }) {
    const dead = deadLinks(outDir);
    if (dead.length > 0) throw new Error(`Links that lead nowhere:\n${dead.join('\n')}`);
  },
  themeConfig: {
    logo: '/logo.svg',
    sidebar: await sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
});
