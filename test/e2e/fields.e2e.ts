import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Keyboard } from './keyboard.js';
import type { Visitor } from './visitor.js';
import { visits } from './visits.js';

const COUNTRY = 'combobox Country of registration';

describe('the fields of a form, by the keys of a keyboard', () => {
  const { arrive } = visits();
  let joel: Visitor;
  let keys: Keyboard;

  beforeEach(async () => {
    joel = await arrive('/?scenario=credentials_made');
    keys = new Keyboard(joel);
    await joel.press('Submit for Review');
    await joel.find('heading', 'Company');
    // What draws the long list is on its way.
    await joel.page.waitForSelector('>>> input[role=combobox]');
  });

  const isListOpen = async () =>
    (await joel.page.$('>>> input[role=combobox][aria-expanded=true]')) !== null;

  it('find an option in a long list', async () => {
    await keys.goTo(COUNTRY);
    await keys.type('LAND');
    assert.ok(await isListOpen());
    await joel.find('option', 'Switzerland');
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    assert.ok(!(await isListOpen()));
    assert.equal(await keys.value(), 'Ireland');
    assert.equal(await keys.focused(), COUNTRY);
    await joel.find('heading', 'Company');
  });

  it('close its list by Escape, and keep what Tab leaves with', async () => {
    await keys.goTo(COUNTRY);
    await keys.press('ArrowDown');
    assert.ok(await isListOpen());
    await keys.press('Escape');
    assert.ok(!(await isListOpen()));
    assert.equal(await keys.focused(), COUNTRY);
    await keys.press('ArrowDown');
    await keys.press('End');
    await keys.press('Tab');
    assert.ok(!(await isListOpen()));
    assert.equal(await joel.valueOf('Country of registration', 'combobox'), 'United Kingdom');
  });

  it('clear it by its button, which leads back to it', async () => {
    await keys.goTo(COUNTRY);
    await keys.type('spa');
    await keys.press('Enter');
    assert.equal(await keys.value(), 'Spain');
    await keys.goToAndPress('button Clear Country of registration');
    await keys.hasFocus(COUNTRY);
    assert.ok(!(await keys.value()));
  });

  it('type a number as the page writes it', async () => {
    const wrong = 'Employees: Enter a whole number, such as 1,200';
    await keys.goTo('textbox Employees Optional');
    await keys.type('1,2');
    await keys.press('Enter');
    await joel.press(wrong);
    await keys.hasFocus('textbox Employees Optional');
    await keys.press('End');
    await keys.type('00');
    assert.equal(await keys.value(), '1,200');
    await joel.miss('button', wrong);
  });

  it('are told when a day is typed by half', async () => {
    await joel.fill('Legal name', 'Fernwood Ledger DAC');
    await joel.fill('Registration number', 'IE617204');
    await joel.choose('Country of registration', 'Ireland');
    await joel.fill('Website', 'https://www.fernwood-ledger.example');
    await joel.press('Next: Integration');
    await joel.find('heading', 'Integration');
    await joel.page.locator('::-p-aria([name="Planned first day in production"])').click();
    await keys.type('01');
    await keys.press('Enter');
    await joel.read('Enter a whole date');
  });
});
