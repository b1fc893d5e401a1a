import { expect } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { FileReference } from '../../src/contract/index.js';
import { answers, form, ready } from '../../stories/fixture/form.js';
import { byHand } from '../helpers/by-hand.js';
import { expectAccessible } from '../helpers/stories.js';
import { complete, draftOf, filling, open, SUBMIT } from '../helpers/submission-page.js';

const lost = () => new PipelineError('internal', { status: 500 });

describe('golive-submission, there and back', () => {
  beforeEach(() => sessionStorage.clear());

  it('comes back to the review from a step that was opened there', async () => {
    const shown = await open(filling(ready, complete).store);
    await shown.press('Edit Integration');
    expect(shown.focused()).to.equal('Integration');
    await shown.fill('Expected calls a month', '5');
    await shown.press('Next: Review');
    expect(shown.title()).to.equal('Review');
    expect(shown.review()[1]!.answers['Expected calls a month']).to.equal('5');
  });

  it('sums up what is wrong in every step, in their order, and leads to each', async () => {
    const { store, sent } = filling(ready, {
      getDraft: async () => draftOf({ ...answers, legal_name: ' ', tech_email: 'joel' }, 4),
    });
    const shown = await open(store);
    await shown.press(SUBMIT);
    expect(sent).to.deep.equal([]);
    expect(shown.title()).to.equal('Company');
    expect(shown.focused()).to.contain('2 answers need attention');
    expect(shown.summaryLines()).to.deep.equal([
      'Legal name: Fill this in',
      'Their email: Enter an email address, such as name@example.com',
    ]);
    await shown.press('Their email');
    expect(shown.title()).to.equal('Contacts');
    expect(shown.focusedLabel()).to.equal('Their email');
    await shown.fill('Their email', 'joel@fernwood.example');
    expect(shown.summaryLines()).to.deep.equal(['Legal name: Fill this in']);
    await shown.press('Legal name');
    await shown.fill('Legal name', 'Fernwood');
    expect(shown.summary()).to.equal('');
    await shown.press('Next: Review');
    expect(shown.title()).to.equal('Review');
  });

  it('takes what a browser fills in without a word', async () => {
    const { store, drafts } = filling(ready);
    const shown = await open(store);
    await shown.autofill('Legal name', 'Fernwood Ledger DAC');
    dispatchEvent(new Event('pagehide'));
    expect(drafts[0]!.answers['legal_name']).to.equal('Fernwood Ledger DAC');
    expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
    await shown.autofill('Employees', '1,200');
    dispatchEvent(new Event('pagehide'));
    await shown.rest();
    expect(drafts.at(-1)!.answers['employees']).to.equal(1200);
    // What it told of while it was typed is told once.
    await shown.fill('Employees', '7');
    await shown.autofill('Employees', '7');
    dispatchEvent(new Event('pagehide'));
    await shown.rest();
    expect(drafts.at(-1)!.answers['employees']).to.equal(7);
  });

  it('leaves the key that ends a composition to the keyboard', async () => {
    const shown = await open(filling(ready).store);
    expect(await shown.pressKey('Legal name', 'Enter', { isComposing: true })).to.equal(true);
    expect(await shown.pressKey('Legal name', 'Enter', { keyCode: 229 })).to.equal(true);
    expect(shown.summary()).to.equal('');
    expect(await shown.pressKey('Legal name', 'Enter')).to.equal(false);
    await shown.pressKey('Legal name', 'Escape', { isComposing: true });
    expect(shown.isFormOpen()).to.equal(true);
  });

  it('leaves Enter to a text of several lines', async () => {
    const shown = await open(filling(ready, { getDraft: async () => draftOf(answers, 1) }).store);
    expect(await shown.pressKey('How the integration works', 'Enter')).to.equal(false);
    expect(shown.title()).to.equal('Integration');
  });

  it('is left by Esc, and says that the draft stays', async () => {
    const { store, drafts } = filling(ready);
    const shown = await open(store);
    await shown.fill('Legal name', 'Fernwood');
    await shown.pressKey('Legal name', 'Escape');
    expect(shown.isFormOpen()).to.equal(false);
    expect(shown.dialog()).to.equal('');
    expect(shown.said()).to.contain('Your draft stays');
    expect(shown.focused()).to.equal(SUBMIT);
    expect(drafts.length).to.equal(1);
  });

  it('asks before what is saved nowhere is left', async () => {
    const { store } = filling(ready, { saveDraft: () => Promise.reject(lost()) });
    const shown = await open(store);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      await shown.rest();
      expect(shown.draft()).to.contain('Leave this page open.');
      await shown.pressKey('Legal name', 'Escape');
      expect(shown.dialog()).to.contain('saved nowhere yet');
      expect(shown.focused()).to.equal('Keep it open');
      await expectAccessible(shown.element);
      await shown.press('Keep it open');
      expect(shown.value('Legal name')).to.equal('Fernwood');
      await shown.press('Cancel');
      await shown.press('Leave the form');
      expect(shown.isFormOpen()).to.equal(false);
      // It is there as long as the page is.
      await shown.press(SUBMIT);
      expect(shown.value('Legal name')).to.equal('Fernwood');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('moves on where the open step is not asked for any more', async () => {
    const upload = byHand<unknown[], FileReference>();
    const { store } = filling(ready, {
      uploadFile: upload,
      getForm: async () => ({
        ...form,
        steps: [
          { id: 'a', title: 'Papers', fields: [{ id: 'f', kind: 'file', label: 'Licence' }] },
          {
            id: 'b',
            title: 'Why none',
            showWhen: { field: 'f', filled: false },
            fields: [{ id: 'why', kind: 'text', label: 'Why' }],
          },
          { id: 'c', title: 'Contact', fields: [{ id: 'who', kind: 'text', label: 'Who' }] },
        ],
      }),
    });
    const shown = await open(store);
    await shown.press('Next: Why none');
    await shown.fill('Why', 'It is on its way');
    await shown.press('Back');
    await shown.takeFile('Licence', new File(['x'], 'licence.pdf'));
    await shown.goTo('Why none');
    upload.calls[0]!.resolve({ id: 'file_1', name: 'licence.pdf' });
    await shown.rest();
    expect(shown.title()).to.equal('Contact');
    expect(shown.focused()).to.equal('Contact');
    expect(shown.steps().join()).not.to.contain('Why none');
    await shown.press('Back');
    expect(shown.title()).to.equal('Papers');
  });
});
