import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Dialog } from 'puppeteer-core';
import { serveSite } from './secret-site.js';
import { launchBrowser, Visitor } from './visitor.js';

/** Stands in every secret of the page, and in no text of its script, which has it once in a row. */
const MARK = 'cafed00dcafed00d';

describe('a secret in a real browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let joel: Visitor;

  before(async () => {
    // Puppeteer turns off what these tests are about.
    browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    site = await serveSite();
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  beforeEach(async () => {
    joel = new Visitor(await browser.newPage());
    await joel.page.goto(site.url);
  });
  afterEach(async () => {
    joel.assertNoErrors();
    await joel.page.close();
  });

  async function create() {
    await press('Create credentials');
    await shows('Save your sandbox credentials');
  }
  async function save() {
    await press('I have saved it');
    await shows('');
  }

  /** By keyboard, and without a handle of the tool's own, which would keep what is gone on the heap. */
  async function press(name: string) {
    await offers(name);
    await joel.page.keyboard.press('Enter');
  }
  async function offers(name: string) {
    await joel.page.waitForFunction((wanted) => window.focusButton(wanted), {}, name);
  }
  /** Waits until the dialog on top has this title; none for the empty one. */
  async function shows(title: string) {
    await joel.page.waitForFunction((wanted) => window.dialogTitle() === wanted, {}, title);
  }

  /** Every text on the heap of the page that has a secret in it, once what can go has gone. */
  async function onTheHeap(): Promise<string[]> {
    const session = await joel.page.createCDPSession();
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    await session.detach();
    const { strings } = JSON.parse(chunks.join('')) as { strings: string[] };
    return strings.filter((text) => text.includes(MARK));
  }

  it('asks before the page is left while it is shown, and not any more once it was saved', async () => {
    await create();
    joel.expectDialog();
    const asked = new Promise<Dialog>((resolve) => joel.page.once('dialog', resolve));
    await Promise.all([joel.page.reload(), asked]);
    assert.equal((await asked).type(), 'beforeunload');

    await create();
    await save();
    // A dialog would be an error of the page.
    await joel.page.reload();
    await offers('Create credentials');
  });

  it('is gone from a page that was put aside when it was left, and comes back', async () => {
    await create();
    joel.expectDialog();
    await joel.page.goto(new URL('/elsewhere', site.url).href);
    await joel.read('Elsewhere');
    await joel.page.goBack();
    const cameBackWith = await joel.page.evaluate(() => window.cameBackWith);
    assert.ok(cameBackWith !== undefined, 'it is the very page that was left');
    assert.ok(!cameBackWith.includes(MARK));
    await joel.page.evaluate(() => window.answerReads());
    await offers('Regenerate');
    assert.deepEqual(await onTheHeap(), []);
  });

  it('is nowhere on the heap once it was saved, though the state has not caught up yet', async () => {
    assert.deepEqual(await onTheHeap(), []);
    await create();
    assert.notDeepEqual(await onTheHeap(), []);
    await save();
    assert.deepEqual(await onTheHeap(), []);
    await joel.page.evaluate(() => window.answerReads());
    await offers('Regenerate');
    assert.deepEqual(await onTheHeap(), []);
  });

  it('is nowhere on the heap though it was copied and saved as a file, once it was closed', async () => {
    await create();
    await press('Copy Client secret');
    await press('Copy all');
    await press('Download .env');
    await joel.page.keyboard.press('Escape');
    await shows('Close without saving?');
    await press('Close without saving');
    await shows('');
    await joel.page.evaluate(() => window.answerReads());
    await offers('Regenerate');
    assert.deepEqual(await onTheHeap(), []);
  });

  it('and when the browser has not written the copy yet', async () => {
    await joel.page.evaluate(() => {
      navigator.clipboard.writeText = () => new Promise((end) => (window.endCopy = end));
    });
    await create();
    await press('Copy Client secret');
    await save();
    await joel.page.evaluate(() => window.answerReads());
    await offers('Regenerate');
    assert.deepEqual(await onTheHeap(), []);
  });

  it('and a token likewise', async () => {
    await create();
    await save();
    await joel.page.evaluate(() => window.answerReads());
    await press('Generate Token');
    await shows('Sandbox token');
    assert.notDeepEqual(await onTheHeap(), []);
    await press('Copy curl');
    await press('I have saved it');
    await shows('');
    assert.deepEqual(await onTheHeap(), []);
  });
});
