import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { kitIn } from '../../src/testing/playwright.js';

let browser: Browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH']!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});
after(() => browser.close());

it('Playwright finds the kit in a page by what people read', async () => {
  const page = await browser.newPage();
  await page.goto(`${process.env['DEMO_URL']}?scenario=fresh`);

  const { card, element, say } = kitIn(page);
  const values = await card('sandbox').create();
  assert.ok(values['Client secret']);
  await card('sandbox').save();
  await card('sandbox').locator.getByText('Active', { exact: true }).waitFor();

  const submission = element('submission');
  await submission.press(say('submission.title'));
  await submission.fill('Legal name', 'Fernwood Ledger DAC');
  await submission.choose('Country of registration', 'Ireland');
  await submission.press(say('submission.next', { title: 'Integration' }));
  await submission.locator.getByText('Fill this in').first().waitFor();
});
