import { expect } from '@open-wc/testing';
import type { Form } from '../../src/contract/index.js';
import { visibilityOf } from '../../src/contract/visibility.js';
import { ready } from '../../stories/fixture/form.js';
import { jumboAnswers, jumboForm } from '../fixture/forms/jumbo.js';
import { draftOf, filling, formWith, NEXT, open, SUBMIT } from '../helpers/submission-page.js';

/** The form, and how often the condition of its third step was looked at. */
function counting(form: Form) {
  let looks = 0;
  const step = form.steps[2]!;
  const { showWhen } = step;
  Object.defineProperty(step, 'showWhen', {
    get: () => {
      looks += 1;
      return showWhen;
    },
  });
  return {
    form,
    looks: () => looks,
  };
}

describe('golive-submission, at its limits', () => {
  beforeEach(() => sessionStorage.clear());

  it('has only the open one of twenty steps in the page', async () => {
    const form = jumboForm();
    const { store } = filling(ready, {
      getForm: async () => form,
      getDraft: async () => draftOf(jumboAnswers(form), 7, form.version),
    });
    const shown = await open(store);
    expect(shown.steps().length).to.equal(21);
    expect(shown.stepLine()).to.equal('Step 8 of 21');
    expect(shown.labels().every((label) => label.startsWith('Question 8.'))).to.equal(true);
    expect(shown.element.shadowRoot!.querySelectorAll('[part=field]').length).to.be.below(16);
  });

  it('looks at the conditions once for each input, and tells no other element', async () => {
    const { form, looks } = counting(jumboForm());
    const { store } = filling(ready, { getForm: async () => form });
    const shown = await open(store);
    const visible = visibilityOf(form);
    const before = looks();
    visible({});
    const once = looks() - before;
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    const start = looks();
    await shown.fill('Question 1.1', 'Quay 4');
    expect(looks() - start).to.equal(once);
    await shown.fill('Question 1.1', 'Quay 45');
    expect(looks() - start).to.equal(2 * once);
    expect(told).to.equal(0);
    leave();
  });

  it('sends answers of a megabyte', async () => {
    const { store, sent } = filling(ready, formWith({ id: 'all', kind: 'textarea', label: 'All' }));
    const shown = await open(store);
    const text = 'Käse '.repeat(180_000);
    await shown.fill('All', text);
    await shown.press(NEXT);
    await shown.press(SUBMIT);
    expect(sent[0]!.answers['all']).to.equal(text);
  });

  it('cuts a paste that is too long, by code points, and says so', async () => {
    const { store, sent } = filling(
      ready,
      formWith({ id: 'all', kind: 'textarea', label: 'All', maxLength: 10 }),
    );
    const shown = await open(store);
    await shown.fill('All', 'Ledger ');
    await shown.paste('All', '😀'.repeat(500_000));
    expect(shown.value('All')).to.equal('Ledger 😀😀😀');
    expect(shown.problem('All')).to.equal('Cut to 10 characters: what you pasted is longer.');
    expect(shown.said()).to.equal('Cut to 10 characters: what you pasted is longer.');
    await shown.fill('All', 'Ledger');
    expect(shown.problem('All')).to.equal('');
    await shown.paste('All', ' etc');
    expect(shown.value('All')).to.equal('Ledger etc');
    expect(shown.problem('All')).to.equal('');
    await shown.press(NEXT);
    await shown.press(SUBMIT);
    expect(sent[0]!.answers['all']).to.equal('Ledger etc');
  });

  it('cuts in an input that has no caret to put back', async () => {
    const { store } = filling(
      ready,
      formWith({ id: 'mail', kind: 'email', label: 'Mail', maxLength: 8 }),
    );
    const shown = await open(store);
    await shown.paste('Mail', 'joel@fernwood.example');
    expect(shown.value('Mail')).to.equal('joel@fer');
  });

  it('lets typing go on past the end, and says so once the field is left', async () => {
    const { store } = filling(
      ready,
      formWith({ id: 'all', kind: 'text', label: 'All', maxLength: 3 }),
    );
    const shown = await open(store);
    await shown.type('All', 'four');
    expect(shown.value('All')).to.equal('four');
    await shown.leave('All');
    expect(shown.problem('All')).to.contain('no more than 3');
  });
});
