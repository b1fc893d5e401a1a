/** The portal's pages on a host in a process of its own, as `npm run host` starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioName } from '../../src/mocks/index.js';
import { freePort } from './postgres-server.js';
import { startProcess } from './processes.js';
import type { Engineered } from './visitors/browsers.js';

export async function startPortal() {
  const folder = mkdtempSync(join(tmpdir(), 'golive-portal-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const host = await startProcess({
    HOST_FOLDER: folder,
    HOST_PORT: String(port),
    HOST_URL: url,
    HOST_PAGES: 'on',
    HOST_LIMITS: 'on',
  });

  return {
    /** Joel signs in and comes to his page, with this past. */
    async joel(browsers: Engineered, scenario: ScenarioName) {
      const response = await fetch(`${url}/demo/scenario`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ scenario }),
      });
      if (!response.ok) throw new Error(`/demo/scenario: ${response.status}`);
      const joel = await browsers.arrive(url);
      await joel.press('Joel Adeyemi, developer');
      return joel;
    },
    /** Mara signs in and comes to her desk. */
    async mara(browsers: Engineered) {
      const mara = await browsers.arrive(`${url}/reviews.html`);
      await mara.press('Mara Lindqvist, reviewer');
      return mara;
    },
    async close() {
      await host.kill('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;
