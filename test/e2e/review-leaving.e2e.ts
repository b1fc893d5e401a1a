import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Dialog } from 'puppeteer-core';
import { serveReviews } from './review-site.js';
import { launchBrowser, Visitor } from './visitor.js';

const NOTES = 'Notes to the developer Required to request changes';
const text = 'The certificate of the callback host has expired.';

describe('a reviewer who leaves the page', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveReviews>>;
  let mara: Visitor;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    site = await serveReviews();
    mara = new Visitor(await browser.newPage());
    // The events that are not offered, and a decision that nobody waits for.
    mara.expectFailure('the server responded with a status of 404');
  });
  afterEach(async () => {
    mara.assertNoErrors();
    if (!mara.page.isClosed()) await mara.page.close();
    site.close();
  });

  /** Sends a decision that the server does not look at yet. */
  async function decide(how = '') {
    await mara.page.goto(site.url(how));
    await mara.fill(NOTES, text);
    const coming = site.nextDecision();
    await mara.press('Request changes');
    await mara.find('alertdialog', 'Request changes from Fernwood Ledger?');
    await mara.press('Request changes');
    return coming;
  }

  it('has decided all the same, and finds it so on coming back', async () => {
    const held = await decide();
    await mara.page.goto(site.elsewhere);
    await mara.read('Elsewhere');
    assert.equal(await held.release(), true);
    const review = await site.review();
    assert.equal(review?.outcome, 'changes_requested');
    assert.equal(review?.notes, text);

    await mara.page.goto(site.url());
    await mara.find('heading', 'Changes Requested');
    await mara.read(text);
    // It is nobody else's, and nothing is left to send.
    await mara.miss('button', 'Copy my notes');
    await mara.page.waitForFunction(() => sessionStorage.length === 0);
  });

  it('has decided all the same when the whole tab is closed', async () => {
    const held = await decide();
    await mara.page.close();
    // By the time that the server has answered another page, it would know of a call that was given up.
    const other = await browser.newPage();
    await other.goto(site.elsewhere);
    await other.close();
    assert.equal(await held.release(), true);
    assert.equal((await site.review())?.outcome, 'changes_requested');
  });

  it('would not have, were the request not made to outlive the page', async () => {
    const held = await decide('mortal');
    await mara.page.close();
    await held.dropped;
    assert.equal(await held.release(), false);
    assert.equal(await site.review(), null);
  });

  it('finds what was typed and not sent again after a reload', async () => {
    await mara.page.goto(site.url());
    await mara.fill(NOTES, text);
    await mara.press('Note at Legal name');
    await mara.fill('Note at Legal name', 'As in the register, please.');
    await mara.page.reload();
    await mara.find('textbox', NOTES);
    assert.equal(await mara.valueOf(NOTES), text);
    await mara.read('As in the register, please.');
    await mara.read('1 note at a field goes along');
  });

  it('is asked first where the browser keeps nothing of it', async () => {
    await mara.page.goto(site.url('blocked'));
    await mara.find('textbox', NOTES);
    // Nothing was typed: a question would be an error of the page.
    await mara.page.reload();
    await mara.fill(NOTES, text);
    await mara.read('leaving the page loses what you wrote');
    // A browser asks only for a page that the person did something to.
    await mara.page.keyboard.press('Space');
    mara.expectDialog();
    const asked = new Promise<Dialog>((resolve) => mara.page.once('dialog', resolve));
    await Promise.all([mara.page.reload(), asked]);
    assert.equal((await asked).type(), 'beforeunload');
  });
});
