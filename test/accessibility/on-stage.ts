import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, Visitor } from '../e2e/visitor.js';
import type { Stage } from './stage.js';

declare const stage: Stage;

/** Chromium in front of the stage, for the tests of a `describe`. */
export function onStage(open: (visitor: Visitor) => Promise<void>): void {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    const visitor = new Visitor(await browser.newPage());
    await stopClocks(visitor.page);
    await visitor.visit(`/@fs${process.cwd()}/test/accessibility/stage.html`);
    await visitor.page.waitForFunction(() => 'stage' in globalThis);
    await open(visitor);
  });
  after(() => browser.close());
}

export const storiesOn = ({ page }: Visitor) => page.evaluate(() => stage.stories);

export const show = ({ page }: Visitor, file: string, story: string) =>
  page.evaluate((...names) => stage.show(...names), file, story);

/** What the stories say of time is then the same on every day, everywhere. */
async function stopClocks(page: Page): Promise<void> {
  await page.emulateTimezone('UTC');
  await page.evaluateOnNewDocument(() => {
    const now = Date.parse('2026-11-24T10:49:00Z');
    globalThis.Date = class extends Date {
      constructor(...args: []) {
        super(...((args.length > 0 ? args : [now]) as []));
      }
      static override now() {
        return now;
      }
    } as DateConstructor;
  });
}
