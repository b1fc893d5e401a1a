import type { Plugin } from 'vite';

/**
 * A page that is opened first loads a `.lean.js` in place of its `.js`. VitePress 1 adds those to the
 * bundle in a way that Rolldown, the bundler of Vite 8, leaves out, and says so once a page; so they
 * are written here, whole.
 */
export const leanPages = (): Plugin => ({
  name: 'lean-pages',
  config: () => ({
    build: {
      rolldownOptions: {
        onLog(level, log, next) {
          if (!log.message.includes('assigns to bundle variable')) next(level, log);
        },
      },
    },
  }),
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.name.endsWith('.md')) continue;
      const fileName = chunk.fileName.replace(/\.js$/, '.lean.js');
      this.emitFile({ type: 'asset', fileName, source: chunk.code });
    }
  },
});
