import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { ScenarioName } from '../../src/mocks/index.js';
import { launchBrowser, Visitor } from '../e2e/visitor.js';
import { openSite, type Site } from './site.js';

/**
 * A site with the strict policy for the tests of a `describe`, and people who come to it. Each test ends
 * with nothing forbidden that a page tried, told by the page or by the browser, and with no error.
 */
export function guarded() {
  let site: Site;
  let browser: Browser;
  let visitors: Visitor[] = [];

  before(async () => {
    site = await openSite();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(() => {
    visitors = [];
    site.reports.length = 0;
  });
  afterEach(async () => {
    for (const visitor of visitors) visitor.assertNoErrors();
    // A browser sends its reports when a page is closed at the latest.
    for (const { page } of visitors) await page.close();
    assert.deepEqual(site.reports, []);
  });

  return {
    /** The host begins anew, with this past. */
    start: (scenario: ScenarioName) => site.start(scenario),
    async arrive(path: string): Promise<Visitor> {
      const visitor = new Visitor(await browser.newPage());
      await visitor.page.evaluateOnNewDocument(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `forbidden: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
          );
        });
        addEventListener('unhandledrejection', ({ reason }) => {
          console.error(`unhandled: ${String(reason)}`);
        });
      });
      await visitor.page.setViewport({ width: 1280, height: 1000 });
      await visitor.visit(new URL(path, site.url).href);
      visitors.push(visitor);
      return visitor;
    },
    /** Lets a test see what came up, told by the page and by the browser, and takes it as seen. */
    async takeErrors(visitor: Visitor): Promise<string[]> {
      await visitor.page.evaluate(() => new Promise(requestAnimationFrame));
      await site.reported();
      return [...visitor.errors.splice(0), ...site.reports.splice(0)];
    },
  };
}
