import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { PipelineProvider } from '../../src/composed/provider/provider.js';
import type * as Kit from '../../src/index.js';
import type { PipelineStepper } from '../../src/elements/stepper/stepper.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { installed } from './installed.js';

const cdn = join(installed, 'dist/cdn');
const integrity = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<
  string,
  string
>;
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

let server: Server;
let base: string;
let browser: Browser;
let page: Page | undefined;
let markup = '';
let asked: string[] = [];

before(async () => {
  server = createServer(({ url }, response) => {
    // The same build under another address is another copy to a browser.
    const path = new URL(url!, 'http://localhost').pathname.replace('/copy/', '/cdn/');
    const file = join(installed, 'dist', path);
    const isFile = extname(file) in types && existsSync(file);
    if (isFile) asked.push(url!);
    response.setHeader('Content-Type', isFile ? types[extname(file)]! : 'text/html');
    response.end(isFile ? readFileSync(file) : `<!doctype html>${markup}`);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launch({
    executablePath: process.env.CHROMIUM_PATH!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});
after(async () => {
  await browser.close();
  server.close();
});
afterEach(() => page?.close());

async function open(html: string) {
  markup = html;
  asked = [];
  page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(base, { waitUntil: 'load' });
  return errors;
}

const defined = (tag: string) =>
  page!.waitForFunction((name) => customElements.get(name) !== undefined, { timeout: 30_000 }, tag);

describe('the stand-alone builds', () => {
  it('say the hash of each file', () => {
    for (const [file, hash] of Object.entries(integrity)) {
      const found = createHash('sha384')
        .update(readFileSync(join(cdn, file)))
        .digest('base64');
      assert.equal(hash, `sha384-${found}`, file);
    }
  });

  it('register everything under checked hashes, and nothing where one is wrong', async () => {
    const map = (hashes: Record<string, string>) =>
      `<script type="importmap">${JSON.stringify({ integrity: hashes })}</script>`;
    const hashes = Object.fromEntries(
      Object.entries(integrity).map(([file, hash]) => [`/cdn/${file}`, hash]),
    );
    const script = '<script type="module" src="/cdn/golive.js"></script>';
    assert.deepEqual(await open(map(hashes) + script), []);
    await defined('golive-review-desk');
    await page!.close();

    await open(map({ ...hashes, '/cdn/golive.js': hashes['/cdn/i18n/de.js']! }) + script);
    assert.equal(await page!.evaluate(() => customElements.get('golive-stepper')), undefined);
  });

  it('load by themselves what the page uses, also what comes later, and nothing else', async () => {
    const errors = await open(
      '<script type="module" src="/cdn/autoload.js"></script><golive-stepper></golive-stepper>',
    );
    await defined('golive-stepper');
    assert.ok(!asked.some((file) => /credential-card|submission|review/.test(file)), String(asked));

    await page!.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<div><golive-outcome></golive-outcome></div>');
    });
    await defined('golive-outcome');
    assert.ok(!asked.some((file) => /credential-card|submission|review/.test(file)), String(asked));
    assert.deepEqual(errors, []);
  });

  it('look into a shadow tree of the page once they are told of it', async () => {
    const errors = await open(`
      <div id="panel"></div>
      <script type="module">
        import { autoload } from '/cdn/autoload.js';
        const panel = document.querySelector('#panel');
        panel.attachShadow({ mode: 'open' }).innerHTML = '<golive-outcome></golive-outcome>';
        autoload(panel.shadowRoot);
      </script>`);
    await defined('golive-outcome');
    assert.deepEqual(errors, []);
  });

  it('stand twice on a page, each copy with elements and stores of its own', async () => {
    const errors = await open(`
      <script type="module" src="/cdn/golive.js"></script>
      <script type="module">
        import { defineAll } from '/copy/golive.js';
        defineAll({ prefix: 'acme' });
      </script>
      <golive-provider><golive-stepper></golive-stepper></golive-provider>
      <acme-provider><acme-stepper></acme-stepper></acme-provider>`);
    await defined('acme-review-desk');
    const said = await page!.evaluate(
      async (shown) => {
        const texts: (string | undefined)[] = [];
        for (const [prefix, address, snapshot] of shown) {
          const { createStaticStore } = (await import(address)) as typeof Kit;
          const provider = document.querySelector<PipelineProvider>(`${prefix}-provider`)!;
          provider.store = createStaticStore(snapshot);
          await provider.updateComplete;
          const stepper = provider.querySelector<PipelineStepper>(`${prefix}-stepper`)!;
          await stepper.updateComplete;
          const now = stepper.shadowRoot!.querySelector('[aria-current] .label');
          texts.push(now?.textContent?.trim());
        }
        return texts;
      },
      [
        ['golive', `${base}/cdn/golive.js`, snapshots.credentialsMade],
        ['acme', `${base}/copy/golive.js`, snapshots.inReview],
      ] as const,
    );
    assert.deepEqual(said, ['Sandbox', 'In Review']);
    assert.deepEqual(errors, []);
  });
});
