import { expect, nextFrame } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { Field } from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { countries, type FieldsOptions } from '../../stories/fixture/fields.js';
import * as stories from '../../stories/form-field.stories.js';
import { showStory } from '../helpers/stories.js';
import { ask } from '../helpers/submission-ask.js';
import { fieldsHarness } from '../helpers/submission-fields.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('long lists of golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  describe('a long choice', () => {
    const field: Field = {
      id: 'a',
      kind: 'select',
      label: 'Country',
      options: countries,
      required: true,
    };
    const askLong = async (options: FieldsOptions = {}) => {
      const shown = await ask([field, { id: 'b', kind: 'text', label: 'Name' }], options);
      await shown.listsLoaded();
      expect(shown.hasList('Country')).to.equal(true);
      return shown;
    };

    it('is named, described and closed at first', async () => {
      const shown = fieldsHarness(await showStory<SubmissionForm>(stories, 'LongListsWrong'));
      expect(shown.isListOpen('Country')).to.equal(false);
      expect(shown.problem('Country')).to.equal('Choose an answer');
      expect(shown.description('Country')).to.match(/^The register says Ireland\..*Choose an/);
      expect(shown.input('Country').labels).to.have.length(1);
    });

    it('opens by an arrow at the present answer', async () => {
      const shown = await askLong({ answers: { a: 'be' } });
      expect(shown.value('Country')).to.equal('Belgium');
      await shown.key('Country', 'ArrowDown');
      expect(shown.isListOpen('Country')).to.equal(true);
      expect(shown.list('Country')).to.have.length(20);
      expect(shown.list('Country')[1]).to.equal('[Belgium ✓]');
    });

    it('is walked by arrows, Home and End, round its ends', async () => {
      const shown = await askLong();
      const active = () => shown.list('Country').find((each) => each.startsWith('['));
      await shown.key('Country', 'ArrowDown');
      expect(active()).to.equal(undefined);
      for (const [name, option] of [
        ['ArrowDown', '[Austria]'],
        ['ArrowUp', '[United States]'],
        ['ArrowDown', '[Austria]'],
        ['End', '[United States]'],
        ['Home', '[Austria]'],
      ] as const) {
        await shown.key('Country', name);
        expect(active(), name).to.equal(option);
      }
      await shown.key('Country', 'Enter');
      expect(shown.isListOpen('Country')).to.equal(false);
      expect(shown.title()).to.equal('Questions');
      expect(shown.value('Country')).to.equal('Austria');
      expect(shown.hasFocus('Country')).to.equal(true);
    });

    it('takes nothing any more when it is sent in another tab while it is open', async () => {
      const thrown: string[] = [];
      const hear = (event: ErrorEvent) => {
        thrown.push(event.message);
        event.preventDefault();
      };
      const shown = await askLong();
      shown.input('Country').focus();
      await shown.key('Country', 'ArrowDown');
      await shown.key('Country', 'ArrowDown');
      const other = new BroadcastChannel('golive-draft/sub_42');
      addEventListener('error', hear);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      other.postMessage('submitted');
      await waitUntil(() => !shown.isFormOpen());
      removeEventListener('error', hear);
      other.close();
      expect(thrown).to.deep.equal([]);
    });

    it('finds what is typed, whatever the case and the accents, beginnings first', async () => {
      const shown = await askLong();
      await shown.typeInto('Country', 'GER');
      expect(shown.list('Country')).to.deep.equal(['[Germany]', 'Algeria', 'Niger']);
      expect(shown.status('Country')).to.equal('3 matches');
      await shown.typeInto('Country', 'cura');
      expect(shown.list('Country')).to.deep.equal(['[Curaçao]']);
      await shown.typeInto('Country', 'cote');
      await shown.key('Country', 'Enter');
      expect(shown.value('Country')).to.equal('Côte d’Ivoire');
      expect(await shown.sent()).to.deep.equal({ a: 'ci' });
    });

    it('takes what a browser fills in, by its name or its value, without the focus', async () => {
      const shown = await askLong();
      for (const [filled, taken] of [
        ['niger', 'Niger'],
        ['de', 'Germany'],
        ['Atlantis', 'Germany'],
      ]) {
        const input = shown.input('Country');
        input.value = filled!;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        await waitUntil(() => shown.value('Country') === taken, `${filled} is ${taken}`);
        expect(shown.isListOpen('Country')).to.equal(false);
      }
      expect(await shown.sent()).to.deep.equal({ a: 'de' });
    });

    it('is filled in as its definition says, and by nothing else', async () => {
      const shown = await ask([
        { ...field, autocomplete: 'country' },
        { ...field, id: 'c', label: 'Other country' },
      ]);
      await shown.listsLoaded();
      expect(shown.input('Country').getAttribute('autocomplete')).to.equal('country');
      expect(shown.input('Other country').getAttribute('autocomplete')).to.equal('off');
    });

    it('opens beside its field, whatever the zoom of what is around', async () => {
      const shown = await askLong();
      const box = shown.element.parentElement!;
      for (const zoom of ['1.5', '0.8', '1']) {
        box.style.zoom = zoom;
        await shown.key('Country', 'ArrowDown');
        const field = shown.input('Country').getBoundingClientRect();
        const popup = () =>
          shown.input('Country').parentElement!.querySelector('.popup')!.getBoundingClientRect();
        await waitUntil(() => Math.abs(popup().left - field.left) < 1, `left at ${zoom}`);
        expect(popup().width, zoom).to.be.closeTo(field.width, 1);
        expect(popup().top - field.bottom, zoom).to.be.within(2, 7);
        await shown.key('Country', 'Escape');
      }
    });

    it('says that nothing is found, and lets Enter do nothing', async () => {
      const shown = await askLong({ answers: { a: 'be' } });
      await shown.typeInto('Country', 'zz');
      expect(shown.popup('Country')).to.equal('No match');
      expect(shown.status('Country')).to.equal('No match');
      await shown.key('Country', 'Enter');
      expect(shown.title()).to.equal('Questions');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('Belgium');
    });

    it('closes by Escape with its answer, and the form stays open', async () => {
      const shown = await askLong({ answers: { a: 'be' } });
      await shown.typeInto('Country', 'fra');
      await shown.key('Country', 'Escape');
      expect(shown.isListOpen('Country')).to.equal(false);
      expect(shown.isFormOpen()).to.equal(true);
      expect(shown.value('Country')).to.equal('Belgium');
    });

    it('keeps by Tab what was moved to or is the only one left, and nothing else', async () => {
      const shown = await askLong();
      await shown.key('Country', 'ArrowDown');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('');
      await shown.key('Country', 'ArrowDown');
      await shown.key('Country', 'ArrowDown');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('Austria');
      await shown.typeInto('Country', 'ger');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('Austria');
      await shown.typeInto('Country', 'germ');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('Germany');
      expect(shown.isListOpen('Country')).to.equal(false);
    });

    it('is chosen by a press, and keeps the focus', async () => {
      const shown = await askLong();
      shown.input('Country').focus();
      shown.input('Country').click();
      await shown.rest();
      expect(shown.isListOpen('Country')).to.equal(true);
      const option = shown.optionNamed('Country', 'Ireland');
      const isFree = option.dispatchEvent(
        new MouseEvent('mousedown', { bubbles: true, cancelable: true }),
      );
      expect(isFree).to.equal(false);
      option.click();
      await shown.rest();
      expect(shown.value('Country')).to.equal('Ireland');
      expect(shown.isListOpen('Country')).to.equal(false);
      expect(shown.hasFocus('Country')).to.equal(true);
    });

    it('is cleared by its button and by emptying it', async () => {
      const shown = await askLong({ answers: { a: 'be' } });
      await shown.press('Clear Country');
      expect(shown.value('Country')).to.equal('');
      expect(shown.hasFocus('Country')).to.equal(true);
      await shown.typeInto('Country', 'be');
      await shown.key('Country', 'Enter');
      await shown.typeInto('Country', '');
      await shown.tab('Country');
      expect(shown.value('Country')).to.equal('');
      expect(shown.problem('Country')).to.equal('Choose an answer');
    });

    it('leaves keys alone while a word is composed', async () => {
      const shown = await askLong();
      await shown.typeInto('Country', 'ger');
      await shown.key('Country', 'ArrowDown', { isComposing: true });
      expect(shown.list('Country')[0]).to.equal('[Germany]');
    });

    it('shows an answer that is no option any more, and asks again', async () => {
      const shown = await askLong({ answers: { a: 'Atlantis' } });
      expect(shown.value('Country')).to.equal('Atlantis');
      await shown.press('Next');
      expect(shown.problem('Country')).to.contain('not one of the answers');
    });

    it('stays in the browser’s hands while it is used and its own list is still on its way', async () => {
      const shown = await ask(field);
      // Before the module has come, or not at all where it can't.
      const select = shown.control('Country');
      if (select.localName === 'select') {
        select.focus();
        await shown.listsLoaded();
        expect(shown.control('Country')).to.equal(select);
        select.blur();
      }
      await shown.listsLoaded();
      await nextFrame();
      expect(shown.hasList('Country')).to.equal(true);
    });

    it('leaves nothing open when the form goes', async () => {
      const shown = await askLong();
      await shown.key('Country', 'ArrowDown');
      shown.element.remove();
      await nextFrame();
      await nextFrame();
      expect(document.querySelector(':popover-open')).to.equal(null);
    });
  });

  describe('boxes of a long list', () => {
    const field: Field = {
      id: 'a',
      kind: 'multi_select',
      label: 'Markets',
      max: 2,
      options: countries,
    };
    const askLong = async (answers = {}) => {
      const shown = await ask(field, { answers });
      await shown.listsLoaded();
      return shown;
    };

    it('begin with those that are chosen, and say how many they are', async () => {
      const shown = await askLong({ a: ['de', 'at'] });
      expect(shown.boxNames('Markets').slice(0, 3)).to.deep.equal([
        'Austria',
        'Germany',
        'Belgium',
      ]);
      expect(shown.status('Markets')).to.equal('2 of 20 chosen');
    });

    it('are searched, and keep what is ticked out of sight', async () => {
      const shown = await askLong({ a: ['de'] });
      await shown.search('Markets', 'rEu');
      expect(shown.boxNames('Markets')).to.deep.equal(['Réunion']);
      await shown.choose('Markets', 'Réunion');
      expect(shown.status('Markets')).to.equal('2 of 20 chosen · 1 match');
      await shown.search('Markets', '');
      expect(await shown.sent()).to.deep.equal({ a: ['de', 're'] });
    });

    it('do not move while they are ticked', async () => {
      const shown = await askLong();
      const before = shown.boxNames('Markets');
      await shown.choose('Markets', 'Sweden');
      expect(shown.boxNames('Markets')).to.deep.equal(before);
    });

    it('say that nothing is found', async () => {
      const shown = await askLong();
      await shown.search('Markets', 'zz');
      expect(shown.fieldText('Markets')).to.contain('No match');
    });

    it('take Enter and Escape in the search for themselves', async () => {
      const shown = await askLong();
      await shown.search('Markets', 'sw');
      expect(await shown.searchKey('Markets', 'Enter')).to.equal(true);
      expect(shown.title()).to.equal('Questions');
      expect(await shown.searchKey('Markets', 'Escape')).to.equal(true);
      expect(shown.boxNames('Markets')).to.have.length(20);
      expect(shown.isFormOpen()).to.equal(true);
    });

    it('keep to how many one may choose', async () => {
      const shown = await askLong({ a: ['at', 'be', 'br'] });
      await shown.press('Next');
      expect(shown.problem('Markets')).to.equal('Choose no more than 2');
      // Said once, though it is what the help says as well.
      expect(shown.field('Markets').querySelector('.help')).to.equal(null);
    });
  });
});
