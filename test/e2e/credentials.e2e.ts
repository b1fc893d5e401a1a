import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Keyboard } from './keyboard.js';
import { visits } from './visits.js';

describe('credentials, by keyboard alone', () => {
  const { arrive: open, allowClipboard } = visits();
  beforeEach(allowClipboard);

  async function arrive(path: string) {
    const joel = await open(path);
    return { joel, keys: new Keyboard(joel) };
  }

  it('are created, copied and saved, and Esc only asks', async () => {
    const { joel, keys } = await arrive('/?scenario=fresh');
    await joel.find('button', 'Create credentials');
    await keys.goToAndPress('button Create credentials');
    await joel.find('dialog', 'Save your sandbox credentials');

    const inside = [
      'button Copy Client ID',
      'button Copy Client secret',
      'button Copy all',
      'button Download .env',
      'button I have saved it',
      'button Keep open',
    ];
    assert.deepEqual(await keys.stops(16), inside, 'nothing of the page behind');
    assert.deepEqual(await keys.stops(16, true), inside, 'nor backwards');

    const secret = await joel.textLike(/^secret_sandbox_\w+$/);
    await keys.goToAndPress('button Copy Client secret');
    await joel.find('button', 'Client secret copied');
    assert.equal(await joel.page.evaluate(() => navigator.clipboard.readText()), secret);

    await keys.press('Escape');
    await joel.find('alertdialog', 'Close without saving?');
    await keys.hasFocus('button Keep it open');
    await keys.press('Enter');
    await joel.miss('alertdialog', 'Close without saving?');
    await keys.press('Escape');
    await joel.find('alertdialog', 'Close without saving?');
    await keys.press('Escape');
    await joel.miss('alertdialog', 'Close without saving?');
    await joel.find('dialog', 'Save your sandbox credentials');

    await keys.goToAndPress('button I have saved it');
    await joel.miss('dialog', 'Save your sandbox credentials');
    await keys.hasFocus('heading Sandbox Credentials');
    await joel.read('Active');
  });

  it('are not copied by a key that is held on what opened them', async () => {
    const { joel, keys } = await arrive('/?scenario=fresh');
    const { keyboard } = joel.page;
    await joel.find('button', 'Create credentials');
    await joel.page.evaluate(() => navigator.clipboard.writeText('what was copied before'));
    await keys.goTo('button Create credentials');
    await keyboard.down('Enter');
    await joel.find('dialog', 'Save your sandbox credentials');
    await keys.hasFocus('button Copy Client ID');
    for (let repeated = 0; repeated < 3; repeated += 1) await keyboard.down('Enter');
    await keyboard.up('Enter');
    const copied = await joel.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, 'what was copied before');
    await keys.press('Enter');
    await joel.find('button', 'Client ID copied');
  });

  it('are rotated with an overlap of one’s choice, which is ended', async () => {
    const { joel, keys } = await arrive('/?scenario=credentials_made');
    await joel.find('button', 'Rotate Secret');
    await keys.goToAndPress('button Rotate Secret');
    await joel.find('dialog', 'Rotate the sandbox secret?');
    await keys.goTo('combobox The old secret goes on working for');
    await keys.press('ArrowUp');
    assert.equal(await keys.value(), '1 hour');
    await keys.goToAndPress('button Rotate Secret');

    await joel.find('dialog', 'Save your new sandbox secret');
    await keys.goToAndPress('button I have saved it');
    await joel.miss('dialog', 'Save your new sandbox secret');
    await keys.hasFocus('button Rotate Secret');
    await joel.read('Two secrets valid');

    await keys.goToAndPress('button Retire Now');
    await joel.find('dialog', 'Retire the previous sandbox secret?');
    await keys.goToAndPress('button Retire Now');
    await joel.miss('button', 'Retire Now');
    await keys.hasFocus(/^definition .*\bretired\b/);
    await joel.read('Active');
  });

  it('of production are regenerated with a word', async () => {
    const { joel, keys } = await arrive('/?scenario=approved');
    await joel.find('button', 'Create credentials');
    await keys.goToAndPress('button Create credentials');
    await joel.find('dialog', 'Save your production credentials');
    const old = await joel.textLike(/^secret_production_\w+$/);
    await keys.goToAndPress('button I have saved it');
    await joel.miss('dialog', 'Save your production credentials');

    await keys.hasFocus('heading Production Credentials');
    await keys.goToAndPress('button Regenerate');
    await joel.find('dialog', 'Regenerate production credentials?');
    await keys.hasFocus('textbox Type production to confirm');
    await keys.type('sandbox');
    await keys.press('Enter');
    await joel.read('This is not “production”.');
    await keys.press('Escape');
    await joel.miss('dialog', 'Regenerate production credentials?');
    await keys.hasFocus('button Regenerate');

    await keys.press('Enter');
    await keys.hasFocus('textbox Type production to confirm');
    await keys.type('production');
    await keys.press('Enter');
    await joel.find('dialog', 'Save your production credentials');
    assert.notEqual(await joel.textLike(/^secret_production_\w+$/), old);
    await keys.goToAndPress('button I have saved it');
    await joel.miss('dialog', 'Save your production credentials');
  });

  it('show a rotation in every tab as it happens', async () => {
    const one = await arrive('/?scenario=credentials_made');
    await one.joel.find('button', 'Rotate Secret');
    const other = await arrive('/');
    await other.joel.find('button', 'Rotate Secret');

    await one.joel.look();
    await one.keys.goToAndPress('button Rotate Secret');
    await one.joel.find('dialog', 'Rotate the sandbox secret?');
    await one.keys.goToAndPress('button Rotate Secret');
    await one.joel.find('dialog', 'Save your new sandbox secret');

    await other.joel.look();
    await other.joel.find('button', 'Retire Now');
    await other.joel.miss('dialog', 'Save your new sandbox secret');
    await one.joel.look();
    await one.keys.goToAndPress('button I have saved it');
    await one.joel.read('Two secrets valid');

    await other.joel.look();
    await other.joel.read('Two secrets valid');
    await other.joel.press('Retire Now');
    await other.joel.find('dialog', 'Retire the previous sandbox secret?');
    await other.joel.press('Retire Now');
    await other.joel.miss('button', 'Retire Now');

    await one.joel.look();
    await one.joel.miss('button', 'Retire Now');
    await one.joel.read('Active');
  });
});
