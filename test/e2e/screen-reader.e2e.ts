import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { cards, dialogs } from './card-outlines.js';
import { hearLiveRegions } from './live-regions.js';
import { outline, steady } from './outline.js';
import { launchBrowser, Visitor } from './visitor.js';

/** Long enough for a busy machine; nothing waits for it to pass. */
const PATIENCE = 30_000;

describe('what a screen reader is given of the credential card', () => {
  let browser: Browser;
  let profile: BrowserContext;
  let joel: Visitor;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    profile = await browser.createBrowserContext();
    joel = new Visitor(await profile.newPage());
  });
  afterEach(async () => {
    joel.assertNoErrors();
    await profile.close();
  });

  /** That a card or dialog is told so, once it is drawn. */
  async function isTold(role: string, name: string, expected: string) {
    const end = Date.now() + PATIENCE;
    let told = '';
    while (told !== expected && Date.now() < end) {
      const root = await joel.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
      const tree = await joel.page.accessibility.snapshot({ root: root!, interestingOnly: false });
      told = outline(tree);
      await root!.dispose();
    }
    assert.equal(told, expected);
  }
  const dialog = (name: keyof typeof dialogs) =>
    isTold(name === 'Close without saving?' ? 'alertdialog' : 'dialog', name, dialogs[name]);

  for (const [state, { scenario, name, told }] of Object.entries(cards)) {
    it(`names everything on a card that is ${state}`, async () => {
      await joel.visit(`/?scenario=${scenario}`);
      await isTold('region', name, told);
    });
  }

  it('tells what is shown once to nobody who did not ask for it', async () => {
    const heard = await hearLiveRegions(joel.page);
    await joel.visit('/?scenario=fresh');
    await joel.press('Create credentials');
    await dialog('Save your sandbox credentials');
    const secrets = [await joel.textLike(/^secret_sandbox_\w+$/)];
    await joel.press('Keep open');
    await joel.press('Copy Client secret');
    await joel.page.keyboard.press('Escape');
    await dialog('Close without saving?');
    await joel.press('Keep it open');
    await joel.press('I have saved it');

    await joel.press('Generate Token');
    await dialog('Sandbox token');
    secrets.push(await joel.textLike(/^token_sandbox_\w+$/));
    await joel.press('I have saved it');

    await joel.press('Rotate Secret');
    await dialog('Rotate the sandbox secret?');
    await joel.press('Rotate Secret');
    await dialog('Save your new sandbox secret');
    secrets.push(await joel.textLike(/^secret_sandbox_\w+$/));
    await joel.press('I have saved it');

    await joel.press('Retire Now');
    await dialog('Retire the previous sandbox secret?');
    await joel.press('Retire Now');
    await joel.read('Active');
    // The state may be there before the answer to the act is.
    const said = await heard('Previous secret retired');
    for (const secret of secrets) assert.ok(!said.join().includes(secret));
    assert.deepEqual(said.map(steady), [
      'Credentials created',
      'It stays open for 5 minutes',
      'Client secret copied',
      'Token generated',
      'Old secret works until {date} {time} of overlap. You can retire it sooner.',
      'Secret rotated',
      'Previous secret retired',
    ]);
  });

  it('says what is wrong with the word that was typed', async () => {
    await joel.visit('/?scenario=approved');
    await joel.press('Create credentials');
    await dialog('Save your production credentials');
    await joel.press('I have saved it');
    await joel.miss('dialog', 'Save your production credentials');
    await joel.page.keyboard.press('Tab');
    await joel.press('Regenerate');
    await dialog('Regenerate production credentials?');
    await joel.page.keyboard.press('Enter');
    await isTold(
      'dialog',
      'Regenerate production credentials?',
      dialogs['Regenerate production credentials?'].replace(
        'textbox: Type production to confirm focused',
        'textbox: Type production to confirm (This is not “production”.) invalid focused\n' +
          '  alert: This is not “production”.',
      ),
    );
  });
});
