/**
 * Draws every story and every page of the demo into screenshots/, wide and narrow, light and dark,
 * LTR and RTL, for a person to look at. `npm run screenshots -- stepper` draws what has that in its name.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer as serveFolder } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { provideBrowsers, remedies } from './browsers.mjs';
import { freePort } from './children.mjs';
import { filesUnder } from './files.mjs';
import { chromiumArgs } from './launchers.mjs';

const folder = 'screenshots';
const wanted = process.argv[2] ?? '';

const looks = [
  { name: '1280-light', width: 1280, scheme: 'light', direction: 'ltr' },
  { name: '1280-dark', width: 1280, scheme: 'dark', direction: 'ltr' },
  { name: '1280-rtl', width: 1280, scheme: 'light', direction: 'rtl' },
  { name: '360-light', width: 360, scheme: 'light', direction: 'ltr' },
  { name: '360-rtl', width: 360, scheme: 'light', direction: 'rtl' },
];

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Storybook as it was built; nothing in it changes while it is drawn. */
async function serveStorybook() {
  const { status } = spawnSync('npm', ['run', 'build-storybook', '--', '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Storybook did not build');
  const server = serveFolder((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const file = join('storybook-static', normalize(pathname));
    readFile(file).then(
      (body) => response.setHeader('Content-Type', types[extname(file)] ?? '').end(body),
      () => response.writeHead(404).end(),
    );
  });
  const port = await freePort();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${port}` };
}

function storyPages(url) {
  const { entries } = JSON.parse(readFileSync('storybook-static/index.json', 'utf8'));
  return Object.values(entries)
    .filter(({ type, id }) => type === 'story' && id.includes(wanted))
    .map(({ id }) => ({ name: id, address: `${url}/iframe.html?viewMode=story&id=${id}` }));
}

function demoPages(url) {
  return filesUnder('demo')
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/^demo\//, ''))
    .filter((file) => `demo-${file}`.includes(wanted))
    .map((file) => ({
      name: `demo-${file.replace(/\.html$/, '').replaceAll('/', '-')}`,
      address: `${url}/${file}`,
    }));
}

/** Resolves once a story is drawn (Storybook says so on its body) or a demo page is idle. */
async function ready(page) {
  await page.waitForFunction(() => {
    const isStory = document.querySelector('#storybook-root') !== null;
    return !isStory || document.body.classList.contains('sb-show-main');
  });
  await page.waitForNetworkIdle({ idleTime: 300, timeout: 5_000 }).catch(() => undefined);
}

/** One load for all looks: an element must follow its page whatever it does. */
async function draw(browser, { name, address }) {
  // A context of its own: what one page keeps in storage must not show in the next.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await ready(page);
  for (const look of looks) {
    await page.setViewport({ width: look.width, height: 300 });
    // Without motion no picture shows a colour on its way to another.
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look.scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const height = await page.evaluate(async ({ scheme, direction }) => {
      const { documentElement: root } = document;
      root.style.colorScheme = scheme;
      root.dir = direction;
      // Two frames: elements that measure themselves draw once more.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return root.scrollHeight;
    }, look);
    // A window as high as the page: a picture beyond the window is cut off wrongly in RTL.
    await page.setViewport({ width: look.width, height });
    await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
  }
  await context.close();
}

const { chromium } = provideBrowsers(['chromium']);
if (!chromium) throw new Error(`No chromium: ${remedies.chromium}`);
mkdirSync(folder, { recursive: true });
const storybook = await serveStorybook();
const demo = await createServer({ server: { port: await freePort() }, logLevel: 'warn' });
await demo.listen();
const browser = await puppeteer.launch({ executablePath: chromium, args: chromiumArgs });
try {
  const demoUrl = `http://127.0.0.1:${demo.config.server.port}`;
  const pages = [...storyPages(storybook.url), ...demoPages(demoUrl)];
  for (const page of pages) await draw(browser, page);
  console.log(`${pages.length * looks.length} pictures in ${folder}/`);
} finally {
  await browser.close();
  await demo.close();
  storybook.server.close();
}
