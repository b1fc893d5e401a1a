import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { Keyboard } from './keyboard.js';
import { launchBrowser, Visitor } from './visitor.js';

describe('a reviewer’s desk', () => {
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

  async function arrive(path: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(profile, path);
    visitors.push(visitor);
    return visitor;
  }

  it('is worked at by keyboard alone', async () => {
    const mara = await arrive('/reviews.html?scenario=in_review');
    const keys = new Keyboard(mara);
    await mara.find('button', 'Fernwood Ledger');
    await keys.goTo('searchbox Search submissions');
    await keys.type('fernwood ledger');
    await mara.read('1 shown');
    await keys.press('ArrowDown');
    await keys.hasFocus('button Fernwood Ledger');
    await keys.press('Enter');
    await mara.find('heading', 'Fernwood Ledger');
    await keys.hasFocus('region Submission');

    await keys.press('c');
    await mara.read('Write what has to change');
    await keys.hasFocus(/^textbox Notes to the developer/);
    await keys.type('a, c and r are letters here');
    assert.equal(await keys.value(), 'a, c and r are letters here');

    await keys.press('Escape');
    await keys.hasFocus('button Fernwood Ledger');
    await keys.press('c');
    await mara.find('alertdialog', 'Request changes from Fernwood Ledger?');
    await keys.press('Escape');
    await mara.miss('alertdialog', 'Request changes from Fernwood Ledger?');
    await keys.press('c');
    await keys.goToAndPress('button Request changes');
    await mara.find('heading', 'Changes Requested');
    // The row that it was decided from has left; the reviewer goes on in the queue.
    await keys.hasFocus(/^tabpanel Waiting/);

    await keys.press('?');
    await mara.find('dialog', 'Keyboard shortcuts');
    await keys.press('Escape');
    await mara.miss('dialog', 'Keyboard shortcuts');
  });

  it('has an address that leads back to what was seen', async () => {
    const mara = await arrive('/reviews.html?scenario=in_review');
    await mara.fill('Search submissions', 'Fernwood Ledger', 'searchbox');
    await mara.read('1 shown');
    await mara.press('Fernwood Ledger');
    await mara.find('heading', 'Fernwood Ledger');
    const { href } = new URL(mara.page.url());

    const hugo = await arrive(href);
    await hugo.find('heading', 'Fernwood Ledger');
    await hugo.read('1 shown');

    await mara.look();
    await mara.page.goBack();
    await mara.read('No submission is open');
    await mara.read('1 shown');
  });
});
