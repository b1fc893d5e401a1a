import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { launchBrowser, Visitor } from './visitor.js';

/**
 * A browser for the tests of a `describe`, and for each of them a profile of its own: no past, and a
 * backend of its own. Nobody who arrived may have met with an error of the page at the end.
 */
export function visits() {
  let browser: Browser;
  let profile: BrowserContext;
  let visitors: Visitor[];

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    profile = await browser.createBrowserContext();
    visitors = [];
  });
  afterEach(async () => {
    for (const visitor of visitors) visitor.assertNoErrors();
    await profile.close();
  });

  return {
    /** Somebody comes in a window of their own, or in one more tab. */
    async arrive(path: string, type?: 'tab' | 'window'): Promise<Visitor> {
      const visitor = await Visitor.arrive(profile, path, type);
      visitors.push(visitor);
      return visitor;
    },
    /** Lets the demo read and write the clipboard without asking. */
    allowClipboard: () =>
      profile.overridePermissions(process.env['DEMO_URL']!, [
        'clipboard-read',
        'clipboard-sanitized-write',
      ]),
  };
}
