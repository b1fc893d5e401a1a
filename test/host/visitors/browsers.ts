import type { ChildProcess } from 'node:child_process';
import puppeteer, { type Browser } from 'puppeteer-core';
import { stopHelper } from '../../../scripts/children.mjs';
import { miniBrowser, startDisplay, startDriver } from '../../../scripts/webkit-driver.mjs';
import type { Person } from '../../e2e/person.js';
import { launchBrowser, Visitor } from '../../e2e/visitor.js';
import { FirefoxVisitor } from './firefox-visitor.js';
import { Session } from './webdriver.js';
import { WebKitVisitor } from './webkit-visitor.js';

const { CHROMIUM_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH } = process.env;

export const engines = { chromium, firefox, webkit };
export type Engine = keyof typeof engines;

/** Whether an engine is not there, and what to say then. */
export const isMissing = (engine: Engine): string | false => {
  const paths = { chromium: CHROMIUM_PATH, firefox: FIREFOX_PATH, webkit: WEBKIT_DRIVER_PATH };
  return paths[engine] ? false : `no ${engine} is installed`;
};

/** Browsers of one engine. */
export interface Engineered {
  /** Somebody with a profile of their own comes to an address. */
  arrive(address: string): Promise<Person>;
  /** Everybody leaves; nobody may have met with an error. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

async function chromium(): Promise<Engineered> {
  return driven(await launchBrowser(), Visitor);
}

async function firefox(): Promise<Engineered> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX_PATH! });
  return driven(browser, FirefoxVisitor);
}

function driven(browser: Browser, Kind: typeof Visitor): Engineered {
  let visitors: Visitor[] = [];
  return {
    async arrive(address) {
      const profile = await browser.createBrowserContext();
      const visitor = new Kind(await profile.newPage());
      visitors.push(visitor);
      await visitor.page.setViewport({ width: 1280, height: 1000 });
      await visitor.visit(address);
      return visitor;
    },
    async leave() {
      const those = visitors;
      visitors = [];
      for (const { page } of those) await page.browserContext().close();
      for (const visitor of those) visitor.assertNoErrors();
    },
    close: () => browser.close(),
  };
}

const TRIES = 3;

/**
 * A driver has one session, and a session one profile. Each has a display of its own too: a window that
 * another one took the focus from gives none to a button in it.
 */
async function webkit(): Promise<Engineered> {
  const helpers: ChildProcess[] = [];
  const leave = async () => helpers.splice(0).forEach(stopHelper);
  return {
    async arrive(address) {
      const display = await startDisplay();
      helpers.push(display.child);
      for (let tried = 1; ; tried += 1) {
        const { child, port } = await startDriver(WEBKIT_DRIVER_PATH!, display.name);
        helpers.push(child);
        try {
          const session = await Session.open(`http://127.0.0.1:${port}`, miniBrowser());
          const visitor = new WebKitVisitor(session);
          await visitor.visit(address);
          return visitor;
        } catch (error) {
          // Now and then it opens a page and never answers.
          stopHelper(child);
          if (tried === TRIES) throw error;
        }
      }
    },
    leave,
    close: leave,
  };
}
