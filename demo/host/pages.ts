import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules of the pages that stand in for a server, and those that speak with this one. */
const places = new Map([
  [at('../backend/backend.ts'), at('./portal/backend.ts')],
  [at('../backend/line.ts'), at('./portal/line.ts')],
  [at('../session.ts'), at('./portal/session.ts')],
]);

const realBackend = (): Plugin => ({
  name: 'real-backend',
  enforce: 'pre',
  async resolveId(source, importer) {
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    return resolved && places.get(resolved.id);
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      delete bundle['mockServiceWorker.js'];
    },
  },
});

/** Builds the portal's pages for this host, without the mocks. */
export async function buildPages(folder: string): Promise<void> {
  // A host without pages does without what builds them.
  const { build } = await import('vite');
  await build({
    configFile: at('../../vite.config.ts'),
    root: at('..'),
    logLevel: 'warn',
    plugins: [realBackend()],
    build: { outDir: folder, emptyOutDir: true },
  });
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The built pages. Scripts and styles have their content in their names, so they may be kept. */
export function pageRoutes(folder: string): Hono {
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    if (context.res.status === 404) return;
    context.res.headers.set('Content-Security-Policy', POLICY);
    const isKept = context.req.path.startsWith('/assets/');
    context.res.headers.set('Cache-Control', isKept ? 'max-age=31536000, immutable' : 'no-cache');
  });
  app.get('*', serveStatic({ root: folder }));
  return app;
}
