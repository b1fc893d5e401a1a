import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyboard } from '../e2e/keyboard.js';
import { openByKeys } from '../e2e/open-by-keys.js';
import type { Visitor } from '../e2e/visitor.js';
import { visits } from '../e2e/visits.js';
import { hearLiveRegions } from './live-regions.js';
import { steady } from './steady.js';

/** A person with a keyboard alone, and with ears. */
async function sitDown(visitor: Visitor, path: string) {
  const heard = await hearLiveRegions(visitor.page);
  await visitor.visit(path);
  return { visitor, keys: new Keyboard(visitor), heard };
}

/** Without what was found on the way, letter by letter. */
const told = (said: string[]) =>
  said
    .map(steady)
    .filter((text) => !/^\d+ (matches|of \d+|shown)$/.test(text) || text.startsWith('1 '));

describe('what is announced, act by act', () => {
  const { arrive } = visits();
  const joelAt = async (path: string) => sitDown(await arrive('about:blank'), path);

  it('to a developer, who goes from start to production by keyboard alone', async () => {
    const { visitor: joel, keys, heard } = await joelAt('/?scenario=fresh');
    await joel.find('button', 'Create credentials');
    await keys.goToAndPress('button Create credentials');
    await joel.find('dialog', 'Save your sandbox credentials');
    await keys.goToAndPress('button I have saved it');
    await keys.hasFocus('heading Sandbox Credentials');

    await keys.goToAndPress('button View Test Data');
    await joel.find('searchbox', 'Search test data');
    await keys.goTo('searchbox Search test data');
    await keys.type('current');
    await heard('1 of 12');

    await keys.goToAndPress('button Submit for Review');
    await keys.hasFocus('heading Company');
    await fillForm(joel, keys);
    await keys.hasFocus('heading Review');
    await keys.goToAndPress('button Submit for Review');
    await joel.find('button', 'Submitted for Review');
    await heard('Attempt 1 sent');

    const mara = await sitDown(await arrive('about:blank'), '/reviews.html');
    await approve(mara.visitor, mara.keys);
    assert.deepEqual(told(await mara.heard('Fernwood Ledger: ')), [
      '1 shown',
      'Fernwood Ledger: Approved',
    ]);

    await joel.look();
    await joel.find('heading', 'Approved');
    await keys.goToAndPress('button Create credentials');
    await joel.find('dialog', 'Save your production credentials');
    await keys.goToAndPress('button I have saved it');
    await keys.hasFocus('heading Production Credentials');
    assert.deepEqual(told(await heard('Approved')), [
      'Credentials created',
      '1 of 12',
      '1 match',
      'Draft saved',
      'Attempt 1 sent',
      'Approved',
    ]);
  });

  it('to a developer who rotates a secret, and never a secret', async () => {
    const { visitor: joel, heard } = await joelAt('/?scenario=fresh');
    await joel.press('Create credentials');
    await joel.find('button', 'Copy Client secret');
    const secrets = [await joel.textLike(/^secret_sandbox_\w+$/)];
    await joel.press('Keep open');
    await joel.press('Copy Client secret');
    await joel.press('I have saved it');

    await joel.press('Generate Token');
    await joel.find('dialog', 'Sandbox token');
    secrets.push(await joel.textLike(/^token_sandbox_\w+$/));
    await joel.press('I have saved it');

    await joel.press('Rotate Secret');
    await joel.find('dialog', 'Rotate the sandbox secret?');
    await joel.press('Rotate Secret');
    await joel.find('dialog', 'Save your new sandbox secret');
    secrets.push(await joel.textLike(/^secret_sandbox_\w+$/));
    await joel.press('I have saved it');

    await joel.press('Retire Now');
    await joel.find('dialog', 'Retire the previous sandbox secret?');
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
});

async function fillForm(joel: Visitor, keys: Keyboard): Promise<void> {
  const type = async (name: string, text: string) => {
    await keys.goTo(`textbox ${name}`);
    await keys.type(text);
  };
  const tick = async (name: string) => {
    await keys.goTo(`checkbox ${name}`);
    await keys.press('Space');
  };
  await type('Legal name', 'Fernwood Ledger DAC');
  await type('Registration number', 'IE617204');
  await joel.page.waitForSelector('>>> input[role=combobox]');
  await keys.goTo('combobox Country of registration');
  await keys.type('Ireland');
  await keys.press('Enter');
  await type('Website', 'https://www.fernwood-ledger.example');
  await keys.goToAndPress('button Next: Integration');

  await keys.hasFocus('heading Integration');
  await tick('Show balances');
  await type(
    'How the integration works',
    'We read balances every hour and show them to whoever asks.',
  );
  await type('Expected calls a month', '40000');
  await type('Address for webhooks', 'https://hooks.fernwood-ledger.example/northbank');
  await keys.goTo('Date Planned first day in production');
  // Every part of it is the first day, month or year that will do.
  await keys.type('01012028');
  await keys.goToAndPress('button Next: Security');

  await keys.hasFocus('heading Security');
  await keys.goTo('combobox Where production secrets are kept');
  await keys.type('In a sec');
  await keys.goToAndPress('button Next: Contacts');

  await keys.hasFocus('heading Contacts');
  await type('Technical contact', 'Joel Adeyemi');
  await type('Their email', 'joel@fernwood-ledger.example');
  await type('Phone for incidents', '+353 1 496 0000');
  await tick('We keep to the Northbank rules for partners');
  await keys.goToAndPress('button Next: Review');
}

/** The reviewer finds, opens and approves what waits. */
async function approve(mara: Visitor, keys: Keyboard): Promise<void> {
  await openByKeys(mara, keys);
  await keys.goToAndPress('button Approve');
  await mara.find('alertdialog', 'Approve Fernwood Ledger?');
  await keys.goToAndPress('button Approve');
  await mara.find('heading', 'Approved');
}
