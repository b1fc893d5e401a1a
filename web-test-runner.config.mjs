/** How test files reach a browser. Which files and which engines: scripts/test-browser.mjs. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { mockWorkerForTests } from './scripts/mock-worker.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    // The default target, `auto`, tries old browsers and fails on destructuring.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig,
      define: { AXE: JSON.stringify(process.env.AXE ?? '') },
    }),
    mockWorkerForTests(),
  ],
  // Without `browser` msw pulls in node: modules and the test file fails to import.
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  // Long, since the first test of a file may start a service worker on a busy machine.
  testFramework: { config: { ui: 'bdd', timeout: 30_000 } },

  // One page at a time in each engine: a page in the background has no focus, and focus is tested.
  concurrency: 1,
  concurrentBrowsers: 3,
  // WebKit takes long to start, and longer on two busy cores.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,

  staticLogging: true,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
