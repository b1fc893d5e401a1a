import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildPages, pageRoutes } from '../../demo/host/pages.js';

describe('the pages on the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golive-pages-'));
  before(() => buildPages(folder));
  after(() => rmSync(folder, { recursive: true }));

  it('speak with the host and hold nothing of the mocks', () => {
    const scripts = readdirSync(join(folder, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))
      .join('');
    assert.ok(scripts.includes('/demo/scenario'));
    assert.ok(scripts.includes('X-CSRF-Token'));
    for (const word of ['mockServiceWorker', 'golive-fake-host']) {
      assert.ok(!scripts.includes(word), word);
    }
    assert.ok(!existsSync(join(folder, 'mockServiceWorker.js')));
  });

  it('are served with a policy, and kept by what their names say', async () => {
    const app = pageRoutes(folder);
    const page = await app.request('/');
    const text = await page.text();
    assert.match(text, /golive-pipeline/);
    assert.match(page.headers.get('Content-Security-Policy')!, /frame-ancestors 'none'/);
    assert.equal(page.headers.get('Cache-Control'), 'no-cache');
    const [script] = /\/assets\/[\w-]+\.js/.exec(text)!;
    assert.match((await app.request(script)).headers.get('Cache-Control')!, /immutable/);
    for (const path of [
      '/nowhere',
      '/../package.json',
      '/%2e%2e/package.json',
      '/.host/keys.json',
    ]) {
      assert.equal((await app.request(path)).status, 404);
    }
  });
});
