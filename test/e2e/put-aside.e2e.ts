import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { serveLive } from './live-site.js';
import { launchBrowser, Visitor } from './visitor.js';

describe('a page with open streams', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveLive>>;
  let visitor: Visitor;

  before(async () => {
    // Puppeteer turns off what these tests are about.
    browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  });
  after(() => browser.close());

  beforeEach(async () => {
    site = await serveLive();
    visitor = new Visitor(await browser.newPage());
    await visitor.page.goto(site.url);
    await visitor.find('heading', 'Production Credentials');
    await visitor.read('Fernwood Ledger');
    await site.streamsAre(2);
  });
  afterEach(async () => {
    visitor.assertNoErrors();
    await visitor.page.close();
    site.close();
  });

  it('is put aside when it is left, without them, and catches up when it comes back', async () => {
    await visitor.page.goto(site.elsewhere);
    await visitor.read('Elsewhere');
    await site.streamsAre(0);
    await site.approve();
    await visitor.page.goBack();
    assert.equal(await visitor.page.evaluate(() => window.cameBack), true);
    await visitor.read('Your integration was approved');
    await site.streamsAre(2);
  });

  it('reads what changed without the network once it is back', async () => {
    visitor.expectFailure('net::ERR_INTERNET_DISCONNECTED');
    visitor.expectFailure('net::ERR_INCOMPLETE_CHUNKED_ENCODING');
    await visitor.page.setOfflineMode(true);
    site.cut();
    await site.streamsAre(0);
    await site.approve();
    await visitor.page.setOfflineMode(false);
    await visitor.read('Your integration was approved');
    await site.streamsAre(2);
  });

  it('holds still while it is frozen, and reads what changed when it is seen again', async () => {
    const other = await browser.newPage();
    const session = await visitor.page.createCDPSession();
    await other.bringToFront();
    await site.streamsAre(0);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await site.approve();
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await other.close();
    await visitor.look();
    await visitor.read('Your integration was approved');
    await site.streamsAre(2);
  });
});
