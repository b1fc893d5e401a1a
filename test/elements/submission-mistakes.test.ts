import { expect } from '@open-wc/testing';
import { answers, form, ready } from '../../stories/fixture/form.js';
import { draftOf, filling, NEXT, open } from '../helpers/submission-page.js';

describe('golive-submission, with mistakes', () => {
  beforeEach(() => sessionStorage.clear());

  describe('every kind of mistake', () => {
    const cases: [label: string, kind: string, more: object, value: string, said: string][] = [
      ['text', 'text', { required: true }, ' ', 'Fill this in'],
      ['text', 'text', { minLength: 3 }, 'ab', 'Write at least 3 characters'],
      ['text', 'text', { maxLength: 1 }, '😀😀', 'Write no more than 1 character'],
      ['text', 'text', { pattern: 'a+' }, 'b', 'This does not look as it has to'],
      ['text', 'text', { pattern: 'a+', patternMessage: 'Only a' }, 'b', 'Only a'],
      ['number', 'number', {}, '1,5', 'Enter a number, such as 1,200 or 0.5'],
      ['number', 'number', { min: 1000 }, '3', 'Must be 1,000 or more'],
      ['number', 'number', { max: 2 }, '3', 'Must be 2 or less'],
      ['date', 'date', { min: '2026-11-25' }, '2026-11-24', 'Must be Nov 25, 2026 or later'],
      ['date', 'date', { max: '2026-11-23' }, '2026-11-24', 'Must be Nov 23, 2026 or earlier'],
      ['url', 'url', {}, 'fernwood', 'Enter a web address, such as https://example.com'],
      ['email', 'email', {}, 'joel', 'Enter an email address, such as name@example.com'],
      [
        'select',
        'select',
        { required: true, options: [{ value: 'a', label: 'A' }] },
        '',
        'Choose an answer',
      ],
    ];
    for (const [label, kind, more, value, said] of cases) {
      it(`is said beside its field: ${kind} ${JSON.stringify(more)}`, async () => {
        const field = { id: 'f', label, kind, ...more } as never;
        const { store } = filling(ready, {
          getForm: async () => ({ ...form, steps: [{ id: 's', title: 'S', fields: [field] }] }),
        });
        const shown = await open(store);
        await shown.fill(label, value);
        await shown.press(NEXT);
        expect(shown.problem(label)).to.equal(said);
        const about = shown.control(label).getAttribute('aria-describedby')!.split(' ');
        const texts = about.map((id) => shown.element.shadowRoot!.getElementById(id)!.textContent);
        expect(texts.join(' ')).to.contain(said);
      });
    }

    it('is said of choices, by their number', async () => {
      const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
      const { store } = filling(ready, {
        getForm: async () => ({
          ...form,
          steps: [
            {
              id: 's',
              title: 'S',
              fields: [{ id: 'f', label: 'Pick', kind: 'multi_select', options, min: 2, max: 2 }],
            },
          ],
        }),
      });
      const shown = await open(store);
      await shown.choose('Pick', 'c');
      await shown.press(NEXT);
      expect(shown.problem('Pick')).to.equal('Choose at least 2');
      await shown.choose('Pick', 'a');
      expect(shown.chosen('Pick')).to.deep.equal(['a', 'c']);
      expect(shown.problem('Pick')).to.equal('');
      await shown.choose('Pick', 'b');
      expect(shown.problem('Pick')).to.equal('Choose no more than 2');
    });

    it('is said of a box that has to be ticked', async () => {
      const { store } = filling(ready, { getDraft: async () => draftOf(answers, 3) });
      const shown = await open(store);
      await shown.tick('We keep to the Northbank rules for partners');
      await shown.press(NEXT);
      expect(shown.problem('We keep to the Northbank rules for partners')).to.equal(
        'Tick this to go on',
      );
    });
  });
});
