/** Runs whole journeys: Node drives Chromium, and the other engines for one, against the demo's dev server. */
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { browserEnv, provideBrowsers, remedies } from './browsers.mjs';
import { freePort } from './children.mjs';
import { runNodeTests } from './test-node.mjs';

/** Resolves with `{passed, failed, skipped}`. Tests read DEMO_URL and where the browsers are. */
export async function runE2eTests(files) {
  const found = provideBrowsers();
  if (!found.chromium) throw new Error(`No chromium: ${remedies.chromium}`);
  const port = await freePort();
  const server = await createServer({
    server: { port, strictPort: true },
    // A cache of its own, so that a demo server started by hand is left in peace.
    cacheDir: resolve('node_modules/.vite-e2e'),
    logLevel: 'warn',
  });
  try {
    await server.listen();
    const env = { ...process.env, ...browserEnv(found), DEMO_URL: `http://127.0.0.1:${port}/` };
    return await runNodeTests(files, { env });
  } finally {
    await server.close();
  }
}
