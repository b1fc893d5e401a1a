import { expect } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { Field } from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { countries } from '../../stories/fixture/fields.js';
import * as stories from '../../stories/form-field.stories.js';
import { itIsAccessibleInEveryStory, showStory } from '../helpers/stories.js';
import { ask } from '../helpers/submission-ask.js';
import { fieldsHarness } from '../helpers/submission-fields.js';

const story = async (name: string) => fieldsHarness(await showStory<SubmissionForm>(stories, name));

describe('fields of golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  itIsAccessibleInEveryStory(stories);

  describe('a text', () => {
    const kinds: [kind: Field['kind'], type: string, mode: string][] = [
      ['text', 'text', 'text'],
      ['email', 'email', 'email'],
      ['url', 'url', 'url'],
      ['phone', 'tel', 'tel'],
    ];
    for (const [kind, type, mode] of kinds) {
      it(`of the kind ${kind} brings its keyboard, and only the autofill that is asked for`, async () => {
        const shown = await ask([
          { id: 'a', kind, label: 'Plain' },
          { id: 'b', kind, label: 'Named', autocomplete: 'work email' },
        ]);
        const { attributes } = shown.input('Plain');
        expect(attributes.getNamedItem('type')?.value).to.equal(type);
        expect(attributes.getNamedItem('inputmode')?.value).to.equal(mode);
        expect(attributes.getNamedItem('enterkeyhint')?.value).to.equal('next');
        expect(attributes.getNamedItem('autocomplete')).to.equal(null);
        expect(shown.input('Named').getAttribute('autocomplete')).to.equal('work email');
        const isExact = kind !== 'text';
        expect(shown.input('Plain').getAttribute('spellcheck')).to.equal(isExact ? 'false' : null);
        expect(shown.input('Plain').autocapitalize).to.equal(isExact ? 'none' : '');
      });
    }

    it('with a pattern is spelt as it is', async () => {
      const shown = await ask({ id: 'a', kind: 'text', label: 'Number', pattern: '[A-Z]+' });
      expect(shown.input('Number').spellcheck).to.equal(false);
    });

    it('is required in words that every sense gets', async () => {
      const shown = await story('Texts');
      expect(shown.isOptional('Legal name')).to.equal(false);
      expect(shown.input('Legal name').ariaRequired).to.equal('true');
      expect(shown.isOptional('Website')).to.equal(true);
      expect(shown.input('Website').ariaRequired).to.equal(null);
    });

    it('is described by its note, its error and its help, in this order', async () => {
      const shown = await story('TextsWrong');
      expect(shown.description('Registration number')).to.match(
        /^This one belongs to your agency\..* \| Two capital letters, then five to eight digits\. \| As it stands in the register, without spaces\.$/,
      );
    });

    it('never brings up the browser’s own bubbles', async () => {
      const shown = await ask({ id: 'a', kind: 'email', label: 'Mail', required: true });
      await shown.typeInto('Mail', 'joel');
      let isBubbling = false;
      shown.input('Mail').addEventListener('invalid', () => (isBubbling = true));
      await shown.key('Mail', 'Enter');
      expect(isBubbling).to.equal(false);
      expect(shown.problem('Mail')).to.contain('such as name@example.com');
    });

    it('goes on by Enter', async () => {
      const shown = await ask({ id: 'a', kind: 'text', label: 'Name' });
      await shown.typeInto('Name', 'Fernwood');
      await shown.key('Name', 'Enter');
      expect(shown.title()).to.equal('Review');
    });
  });

  describe('a long text', () => {
    const field: Field = { id: 'a', kind: 'textarea', label: 'Purpose', maxLength: 30 };

    it('counts as a person counts', async () => {
      const shown = await ask(field);
      await shown.typeInto('Purpose', 'Zürich 🏦');
      expect(shown.help('Purpose')).to.contain('8 of 30');
    });

    it('says aloud that it gets narrow, not at every key', async () => {
      const shown = await ask(field);
      await shown.typeInto('Purpose', 'a'.repeat(9));
      expect(shown.status('Purpose')).to.equal('');
      await shown.typeInto('Purpose', 'a'.repeat(10));
      expect(shown.status('Purpose')).to.equal('At most 20 characters left');
      await shown.typeInto('Purpose', 'a'.repeat(12));
      expect(shown.status('Purpose')).to.equal('At most 20 characters left');
      await shown.typeInto('Purpose', 'a'.repeat(25));
      expect(shown.status('Purpose')).to.equal('At most 5 characters left');
      await shown.typeInto('Purpose', 'a'.repeat(31));
      expect(shown.status('Purpose')).to.equal('Longer than allowed');
    });

    it('keeps Enter to itself', async () => {
      const shown = await ask(field);
      expect(await shown.key('Purpose', 'a')).to.equal(false);
      expect(shown.title()).to.equal('Questions');
    });
  });

  describe('a number', () => {
    const field: Field = { id: 'a', kind: 'number', label: 'Volume', unit: 'EUR', max: 5000 };

    it('is read in the language of the page, and stays as it was typed', async () => {
      const shown = await ask(field, { lang: 'de' });
      for (const text of ['1', '1.', '1.2', '1.23', '1.234', '1.234,', '1.234,5']) {
        await shown.typeInto('Volume', text);
        expect(shown.value('Volume')).to.equal(text);
      }
      await shown.tab('Volume');
      expect(shown.value('Volume')).to.equal('1.234,5');
      expect(shown.problem('Volume')).to.equal('');
      expect(await shown.sent()).to.deep.equal({ a: 1234.5 });
    });

    it('comes back as one types it', async () => {
      const shown = await ask(field, { lang: 'de', answers: { a: 1234.5 } });
      expect(shown.value('Volume')).to.equal('1234,5');
    });

    it('keeps what can’t be read, and asks again', async () => {
      const shown = await ask(field);
      await shown.typeInto('Volume', '1,5');
      await shown.key('Volume', 'Enter');
      expect(shown.value('Volume')).to.equal('1,5');
      expect(shown.problem('Volume')).to.equal('Enter a number, such as 1,200 or 0.5');
    });

    it('shows its unit beside it, and says it', async () => {
      const shown = await ask(field);
      expect(shown.unit('Volume')).to.equal('EUR');
      expect(shown.description('Volume')).to.equal('EUR');
    });

    it('keeps to its bounds', async () => {
      const shown = await ask(field);
      await shown.typeInto('Volume', '5001');
      await shown.tab('Volume');
      expect(shown.problem('Volume')).to.equal('Must be 5,000 or less');
    });

    it('that has to be whole says so, and brings digits only', async () => {
      const shown = await ask({ id: 'a', kind: 'number', label: 'Staff', integer: true, min: 1 });
      expect(shown.input('Staff').inputMode).to.equal('numeric');
      await shown.typeInto('Staff', '1.5');
      await shown.tab('Staff');
      expect(shown.problem('Staff')).to.equal('Enter a whole number, such as 1,200');
    });

    it('is no wheel', async () => {
      const shown = await ask(field, { answers: { a: 7 } });
      expect(shown.input('Volume').type).to.equal('text');
      expect(await shown.key('Volume', 'ArrowUp')).to.equal(false);
      expect(shown.value('Volume')).to.equal('7');
    });
  });

  describe('a box', () => {
    it('has to be ticked where it is required', async () => {
      const shown = await ask({ id: 'a', kind: 'boolean', label: 'We agree', required: true });
      await shown.press('Next');
      expect(shown.problem('We agree')).to.equal('Tick this to go on');
      expect(shown.description('We agree')).to.equal('Tick this to go on');
      await shown.tick('We agree');
      expect(shown.problem('We agree')).to.equal('');
      expect(await shown.sent()).to.deep.equal({ a: true });
    });
  });

  describe('a short choice', () => {
    it('is the browser’s own', async () => {
      const shown = await ask({
        id: 'a',
        kind: 'select',
        label: 'Market',
        options: countries.slice(0, 12),
      });
      expect(shown.control('Market').localName).to.equal('select');
      await shown.fill('Market', 'be');
      expect(await shown.sent()).to.deep.equal({ a: 'be' });
    });

    it('of several says how many', async () => {
      const shown = await story('Choices');
      expect(shown.help('Payment types')).to.equal('Every type you will send. Choose 1 to 3');
      await shown.choose('Payment types', 'Faster Payments');
      expect(shown.chosen('Payment types')).to.deep.equal(['SEPA Instant', 'Faster Payments']);
    });
  });

  describe('a day', () => {
    const field: Field = { id: 'a', kind: 'date', label: 'First day', min: '2026-01-01' };

    it('is an ISO date, in its bounds', async () => {
      const shown = await ask(field);
      expect(shown.input('First day').min).to.equal('2026-01-01');
      await shown.typeInto('First day', '2025-12-31');
      await shown.tab('First day');
      expect(shown.problem('First day')).to.contain('or later');
      await shown.typeInto('First day', '2027-01-18');
      expect(await shown.sent()).to.deep.equal({ a: '2027-01-18' });
    });

    it('of which a part is typed is asked for again, not left out', async () => {
      const shown = await ask(field);
      const input = shown.input('First day');
      // What a browser says of a day without its year.
      const half = { badInput: true } as ValidityState;
      Object.defineProperty(input, 'validity', { configurable: true, value: half });
      input.dispatchEvent(new KeyboardEvent('keyup', { key: '1', bubbles: true }));
      await shown.press('Next');
      expect(shown.title()).to.equal('Questions');
      expect(shown.problem('First day')).to.equal('Enter a whole date');
      Reflect.deleteProperty(input, 'validity');
      await shown.tab('First day');
      expect(shown.problem('First day')).to.equal('');
    });
  });

  describe('a text to read', () => {
    it('has a heading where there is more under it, and no answer', async () => {
      const shown = await story('Infos');
      const root = shown.element.shadowRoot!;
      expect([...root.querySelectorAll('h4')].map((each) => each.textContent)).to.deep.equal([
        'What we do with it',
      ]);
    });
  });

  it('shows what hosts write as text, whatever it is', async () => {
    const shown = await story('Hostile');
    const root = shown.element.shadowRoot!;
    expect(root.querySelector('img, script')).to.equal(null);
    expect(shown.text()).to.contain('<img src=x onerror=alert(1)>');
  });

  it('takes no answer while the form is sent', async () => {
    const shown = await story('Submitting');
    expect(shown.element.shadowRoot!.querySelector('.main')).to.have.attribute('inert');
  });
});
