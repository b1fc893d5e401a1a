import { expect } from '@open-wc/testing';
import { answers, form, ready } from '../../stories/fixture/form.js';
import {
  complete,
  draftOf,
  fillAll,
  filling,
  NEXT,
  open,
  SUBMIT,
  story,
} from '../helpers/submission-page.js';

describe('golive-submission, step by step', () => {
  beforeEach(() => sessionStorage.clear());

  describe('filling in the form', () => {
    it('leads through the steps to the review and submits once', async () => {
      const { store, sent } = filling(ready);
      const shown = await open(store);
      expect(shown.title()).to.equal('Company');
      expect(shown.stepLine()).to.equal('Step 1 of 5');
      expect(shown.focused()).to.equal('Company');
      await fillAll(shown);
      expect(shown.title()).to.equal('Review');
      expect(shown.focused()).to.equal('Review');
      const [company, integration] = shown.review();
      expect(company!.title).to.equal('Company');
      expect(company!.answers).to.include({
        'Country of registration': 'Ireland',
        'We hold funds of our customers': 'No',
        Employees: 'Not answered',
      });
      expect(company!.answers).not.to.have.property('Safeguarding bank');
      expect(integration!.answers['Expected calls a month']).to.equal('12,000');
      expect(integration!.answers['Planned first day in production']).to.equal('Jan 18, 2027');
      await shown.press(SUBMIT);
      expect(sent.length).to.equal(1);
      expect(sent[0]).to.deep.equal({
        formVersion: form.version,
        answers: {
          legal_name: 'Fernwood Ledger DAC',
          registration_number: 'IE617204',
          country: 'ie',
          website: 'https://www.fernwood-ledger.example',
          holds_customer_funds: false,
          use_cases: ['payouts'],
          summary: 'We pay out the sellers of a marketplace once a day.',
          monthly_calls: 12_000,
          callback_url: 'https://hooks.fernwood-ledger.example',
          go_live_on: '2027-01-18',
          key_storage: 'vault',
          rotation_days: 90,
          pen_tested: false,
          tech_contact: 'Joel Adeyemi',
          tech_email: 'joel@fernwood-ledger.example',
          incident_phone: '+44 20 7946 0463',
          accepts_rules: true,
        },
      });
      expect(shown.isFormOpen()).to.equal(false);
      expect(shown.focused()).to.equal('Submitted for Review');
    });

    it('says what is wrong once a field was left, not while it is typed in', async () => {
      const shown = await open(filling(ready).store);
      await shown.type('Registration number', 'f');
      expect(shown.problem('Registration number')).to.equal('');
      await shown.leave('Registration number');
      expect(shown.problem('Registration number')).to.equal(
        'Two capital letters, then five to eight digits.',
      );
      await shown.fill('Registration number', 'IE617204');
      expect(shown.problem('Registration number')).to.equal('');
    });

    it('waits with what is wrong until a press has found its button', async () => {
      const shown = await open(filling(ready).store);
      shown.control('Legal name').focus();
      shown
        .button('Cancel')
        .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      shown.control('Legal name').blur();
      await shown.rest();
      expect(shown.problem('Legal name')).to.equal('');
      dispatchEvent(new PointerEvent('pointerup'));
      await shown.rest();
      expect(shown.problem('Legal name')).to.equal('Fill this in');
    });

    it('says it at once again after a press that became a scroll', async () => {
      const shown = await open(filling(ready).store);
      shown.element
        .shadowRoot!.querySelector('form')!
        .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      dispatchEvent(new PointerEvent('pointercancel'));
      await shown.leave('Legal name');
      expect(shown.problem('Legal name')).to.equal('Fill this in');
    });

    it('holds the step until its answers fit, and leads to each that does not', async () => {
      const shown = await open(filling(ready).store);
      await shown.fill('Registration number', '1');
      await shown.press(NEXT);
      expect(shown.title()).to.equal('Company');
      expect(shown.summary()).to.equal('4 answers need attention');
      expect(shown.focused()).to.contain('4 answers need attention');
      expect(shown.summaryLines()).to.deep.equal([
        'Legal name: Fill this in',
        'Registration number: Two capital letters, then five to eight digits.',
        'Country of registration: Choose an answer',
        'Website: Fill this in',
      ]);
      expect(shown.currentStep()).to.equal('Company 4 answers need attention');
      await shown.press('Country of registration: Choose an answer');
      expect(shown.focusedLabel()).to.equal('Country of registration');
      await shown.fill('Country of registration', 'Ireland');
      expect(shown.summary()).to.equal('3 answers need attention');
    });

    it('goes on by Enter in a text input', async () => {
      const shown = await open(filling(ready).store);
      await shown.submitByEnter('Legal name');
      expect(shown.summary()).to.equal('4 answers need attention');
    });

    it('does not submit by the second click of a double click on Next', async () => {
      const { store, sent } = filling(ready, { getDraft: async () => draftOf(answers, 3) });
      const shown = await open(store);
      await shown.press(NEXT);
      expect(shown.title()).to.equal('Review');
      shown
        .button(SUBMIT)
        .dispatchEvent(
          new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true }),
        );
      await shown.rest();
      expect(sent).to.deep.equal([]);
    });

    it('keeps every answer on the way back and forth, and opens a step it has been in', async () => {
      const shown = await open(filling(ready).store);
      await fillAll(shown);
      expect(shown.reachable()).to.deep.equal([
        'Company',
        'Integration',
        'Security',
        'Contacts',
        'Review',
      ]);
      await shown.press('Back');
      expect(shown.value('Technical contact')).to.equal('Joel Adeyemi');
      await shown.goTo('Integration');
      expect(shown.chosen('What you use the API for')).to.deep.equal(['Pay out']);
      expect(shown.value('Expected calls a month')).to.equal('12000');
      await shown.press('Back');
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
      await shown.goTo('Review');
      await shown.press('Edit Security');
      expect(shown.title()).to.equal('Security');
      expect(shown.value('Where production secrets are kept')).to.equal('vault');
    });

    it('leads to no step that it has not been in', async () => {
      const shown = await open(filling(ready).store);
      expect(shown.reachable()).to.deep.equal(['Company']);
      expect(shown.steps().slice(1)).to.deep.equal([
        'Integration Not started',
        'Security Not started',
        'Contacts Not started',
        'Review Last step',
      ]);
    });

    it('shows a field when the answer it depends on is given', async () => {
      const shown = await open(filling(ready).store);
      expect(shown.labels()).not.to.include('Safeguarding bank');
      await shown.tick('We hold funds of our customers');
      expect(shown.labels()).to.include('Safeguarding bank');
      await shown.fill('Safeguarding bank', 'Banque du Rivage');
      await shown.tick('We hold funds of our customers');
      expect(shown.labels()).not.to.include('Safeguarding bank');
      await shown.tick('We hold funds of our customers');
      expect(shown.value('Safeguarding bank')).to.equal('Banque du Rivage');
    });

    it('does not submit what no longer fits, wherever it was emptied', async () => {
      const { store, sent } = filling(ready, complete);
      const shown = await open(store);
      expect(shown.title()).to.equal('Review');
      await shown.press('Edit Company');
      await shown.fill('Legal name', ' ');
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      expect(shown.title()).to.equal('Company');
      expect(shown.summaryLines()).to.deep.equal(['Legal name: Fill this in']);
      expect(shown.focused()).to.contain('1 answer needs attention');
    });

    it('is left by Cancel, which keeps the draft', async () => {
      const { store, drafts } = filling(ready);
      const shown = await open(store);
      await shown.fill('Legal name', 'Fernwood');
      await shown.press('Cancel');
      expect(shown.isFormOpen()).to.equal(false);
      expect(shown.focused()).to.equal(SUBMIT);
      expect(drafts.length).to.equal(1);
      expect(shown.checks()[1]).to.match(/Draft saved .*, step 1 of 4/);
      await shown.press(SUBMIT);
      expect(shown.value('Legal name')).to.equal('Fernwood');
    });

    it('marks what is optional, and counts what is long', async () => {
      const shown = await story('SecondStep');
      expect(shown.isOptional('Address for webhooks')).to.equal(false);
      expect(shown.help('How the integration works')).to.contain('30 of 2,000');
      const first = await story('FirstStep');
      expect(first.isOptional('Employees')).to.equal(true);
      expect(first.isOptional('Legal name')).to.equal(false);
    });

    it('says that it takes no files', async () => {
      const shown = await story('FileAskedFor');
      expect(shown.field('Licence').textContent).to.contain('can’t be uploaded on this page');
      expect(shown.problem('Licence')).to.contain('Ask the provider how to send it');
    });

    it('keeps the text that is typed while the store changes', async () => {
      const { store } = filling(ready, {
        getSnapshot: async () => ({ ...ready, version: 'v9', hasForm: true }),
      });
      const shown = await open(store);
      const input = shown.control('Employees');
      await shown.fill('Employees', '1.');
      await store.refresh();
      await shown.rest();
      expect(shown.value('Employees')).to.equal('1.');
      expect(shown.control('Employees')).to.equal(input);
    });

    it('has only the open step in the page', async () => {
      const shown = await open(filling(ready).store);
      expect(shown.labels()).to.include('Legal name').and.not.include('Technical contact');
    });

    it('opens the list of steps when it is narrow', async () => {
      const shown = await open(filling(ready, complete).store);
      expect(shown.button('All 5 steps').getAttribute('aria-expanded')).to.equal('false');
      await shown.press('All 5 steps');
      expect(shown.button('All 5 steps').getAttribute('aria-expanded')).to.equal('true');
      await shown.goTo('Security');
      expect(shown.button('All 5 steps').getAttribute('aria-expanded')).to.equal('false');
    });
  });
});
