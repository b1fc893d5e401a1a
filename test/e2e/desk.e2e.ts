import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyboard } from './keyboard.js';
import { openByKeys } from './open-by-keys.js';
import { visits } from './visits.js';

describe('a reviewer’s desk', () => {
  const { arrive } = visits();

  it('is worked at by keyboard alone', async () => {
    const mara = await arrive('/reviews.html?scenario=in_review');
    const keys = new Keyboard(mara);
    await openByKeys(mara, keys);

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
