import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { bundleScripts } from './scripts.js';

const page = `<!doctype html><html lang="en"><title>Secrets</title><link rel="icon" href="data:,">
<golive-provider subscription="sub_42"><golive-credential-card></golive-credential-card></golive-provider>
<script type="module" src="/page.js"></script>`;
const elsewhere =
  '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><p>Elsewhere';

/** Two pages without a dev server, whose connection would keep a page from being put aside. */
export async function serveSite(): Promise<{ url: string; close: () => void }> {
  const scripts = await bundleScripts(resolve('test/e2e/secret-page.ts'));
  const server = createServer(({ url }, response) => {
    const script = scripts.get(url!);
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ?? (url === '/' ? page : elsewhere));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
