/** One launcher an engine for the browser tests. WebKit needs a display and a driver started first. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { findMiniBrowser } from './browsers.mjs';
import { freePort, startHelper } from './children.mjs';

/** Flags for a headless Chromium that also runs as root in a container and asks nothing of the network. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Xvfb on a display that it picks itself and tells on its third file. */
function startDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const xvfb = startHelper('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    xvfb.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

async function startDriver(path) {
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: await startDisplay(),
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  startHelper(path, [`--port=${port}`], { env });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return port;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('WebKitWebDriver did not start within 30 s');
}

async function webkit(path) {
  const binary = findMiniBrowser();
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port: await startDriver(path),
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { ...(binary && { binary }), args: ['--automation'] },
    },
  });
}

const make = {
  chromium: (executablePath) =>
    chromeLauncher({ puppeteer, launchOptions: { executablePath, args: chromiumArgs } }),
  firefox: (executablePath) =>
    chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath } }),
  webkit,
};

/** Launchers for the engines found: `{chromium: path, …}`. */
export function createLaunchers(found) {
  return Promise.all(Object.entries(found).map(([engine, path]) => make[engine](path)));
}
