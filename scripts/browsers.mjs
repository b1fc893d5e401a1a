/** Finds the three engines on this machine, and on Debian as root installs the ones that are missing. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, onPath } from './debian.mjs';

export const engines = ['chromium', 'firefox', 'webkit'];

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
];

const candidates = {
  chromium: {
    override: 'CHROMIUM_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
    ],
    mac: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
    windows: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  },
  firefox: {
    override: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
  },
  webkit: { override: 'WEBKIT_DRIVER_PATH', commands: ['WebKitWebDriver'], mac: [], windows: [] },
};

/** What a person has to install for each engine, said when it can't be found. */
export const remedies = {
  chromium: 'install Chromium, Chrome or Edge, or set CHROMIUM_PATH',
  firefox: 'install Firefox, or set FIREFOX_PATH',
  webkit:
    'on Linux install WebKitWebDriver and Xvfb (Debian: webkit2gtk-driver xvfb), or set WEBKIT_DRIVER_PATH',
};

function find(engine) {
  const { override, commands, mac, windows } = candidates[engine];
  const set = process.env[override];
  if (set) {
    if (!existsSync(set)) throw new Error(`${override} names a file that is not there: ${set}`);
    return set;
  }
  if (process.platform === 'darwin') {
    return mac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`).find(existsSync);
  }
  if (process.platform === 'win32') {
    const roots = programFiles.filter(Boolean);
    return roots.flatMap((root) => windows.map((file) => join(root, file))).find(existsSync);
  }
  const command = commands.map(onPath).find(Boolean);
  return engine === 'webkit' && !onPath('Xvfb') ? undefined : command;
}

/** Engine → path of its program (for WebKit, of its driver). Missing ones are left out. */
export function findBrowsers(wanted = engines) {
  const found = wanted.map((engine) => [engine, find(engine)]);
  return Object.fromEntries(found.filter(([, path]) => path));
}

const debian = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Finds the wanted engines, installing missing ones where that is possible. */
export function provideBrowsers(wanted = engines) {
  const found = findBrowsers(wanted);
  const missing = wanted.filter((engine) => !found[engine]);
  if (missing.length > 0) installPackages(missing.flatMap((engine) => debian[engine]));
  return findBrowsers(wanted);
}

/** The same, as the variables that tests and this file read. */
export function browserEnv(found) {
  const set = Object.entries(found).map(([engine, path]) => [candidates[engine].override, path]);
  return Object.fromEntries(set);
}

/** The small browser that WebKitGTK ships for its driver; the driver's own choice where it is elsewhere. */
export function findMiniBrowser() {
  for (const root of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(root)) continue;
    for (const folder of ['.', ...readdirSync(root).filter((name) => name.includes('linux-gnu'))]) {
      for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
        const file = join(root, folder, version, 'MiniBrowser');
        if (existsSync(file)) return file;
      }
    }
  }
  return undefined;
}
