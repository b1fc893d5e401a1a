/** One launcher an engine for the browser tests. */
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { webkitLauncher } from './webkit.mjs';

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

const make = {
  chromium: (executablePath) =>
    chromeLauncher({ puppeteer, launchOptions: { executablePath, args: chromiumArgs } }),
  firefox: (executablePath) =>
    chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath } }),
  webkit: webkitLauncher,
};

/** Launchers for the engines found: `{chromium: path, …}`. */
export function createLaunchers(found) {
  return Promise.all(Object.entries(found).map(([engine, path]) => make[engine](path)));
}
