import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { Answer, Answers, Form } from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import {
  createDemoHost,
  createFakeAdapter,
  MAIN_SUBSCRIPTION,
  people,
} from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { govServiceAnswers, govServiceForm } from '../fixture/forms/gov-service.js';
import { psd2Answers, psd2Form } from '../fixture/forms/psd2-onboarding.js';
import { formWalker } from '../helpers/form-walk.js';
import { fieldsHarness } from '../helpers/submission-fields.js';
import { waitUntil } from '../helpers/wait-until.js';

const SUBMIT = 'Submit for Review';

/** Joel's page on a host whose plan asks for this form. */
async function asking(form: Form) {
  const host = await createDemoHost('credentials_made');
  await host.setForm('partner', form);
  const adapter = createFakeAdapter(host, { as: people.joel.id, retryDelay: () => 0 });
  const load = async () => {
    const store = createStore({ adapter, subscription: MAIN_SUBSCRIPTION });
    const element = await fixture<SubmissionForm>(
      html`<golive-submission .store=${store}></golive-submission>`,
    );
    const shown = fieldsHarness(element);
    await waitUntil(() => shown.checks().some((check) => check.includes('step')));
    await shown.press(SUBMIT);
    return { ...shown, ...formWalker(shown, form) };
  };
  const sent = async () => (await adapter.getLatestSubmission(MAIN_SUBSCRIPTION))!.answers;
  return { load, sent };
}

/** What was answered, without what the host calls a file; choices stand in the form's order. */
const plain = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]): [string, Answer] => {
      if (Array.isArray(answer)) return [id, answer.toSorted()];
      return [id, typeof answer === 'object' ? answer.name : answer];
    }),
  );

describe('golive-submission with the forms of strangers', () => {
  beforeEach(() => sessionStorage.clear());

  it('takes a government’s service assessment from its first question to the host', async () => {
    const { load, sent } = await asking(govServiceForm);
    const first = await load();
    expect(first.steps().map((step) => step.replace(/ (In|Not|Last).*/, ''))).to.deep.equal([
      'Your service',
      'Your team',
      'Users and access',
      'Booking',
      'Review',
    ]);

    // Nothing is answered: the summary leads through what is asked, in its order.
    await first.press('Next');
    expect(first.summaryLines().map((line) => line.split(':')[0])).to.deep.equal([
      'Name of the service',
      'Department',
      'What the service does',
      'Phase',
    ]);
    await first.press('Department');
    expect(first.focusedLabel()).to.equal('Department');
    await first.answer(govServiceAnswers);
    expect(first.summary()).to.equal('');
    expect(first.steps().join()).to.contain('Running it in public');
    await first.press('Next: Your team');
    await first.answer(govServiceAnswers);
    expect(first.labels()).to.include('How you learn about users without a researcher');
    await first.press('Next: Users and access');
    await waitUntil(() => first.draft().startsWith('Draft saved'));
    first.element.remove();

    const again = await load();
    expect(again.title()).to.equal('Users and access');
    await again.answer(govServiceAnswers);
    await again.press('Next: Running it in public');
    await again.answer(govServiceAnswers);
    await again.press('Next: Booking');
    await again.answer(govServiceAnswers);
    await again.press('Next: Review');

    // A step that is asked for no more is neither shown nor sent, and comes back with its answers.
    await again.press('Edit Your service');
    await again.fill('Phase', 'alpha');
    expect(again.steps().join()).not.to.contain('Running it in public');
    await again.fill('Phase', 'beta');
    await again.press('Next: Review');
    const running = again.review().find(({ title }) => title === 'Running it in public')!;
    expect(running.answers['Availability in the last quarter']).to.equal('99.92');
    await again.press(SUBMIT);
    await waitUntil(() => again.text().includes('Submitted for Review'));
    expect(plain(await sent())).to.deep.equal(plain(govServiceAnswers));
  });

  it('takes the onboarding of a payment provider, step after step that its roles ask for', async () => {
    const { load, sent } = await asking(psd2Form);
    const shown = await load();
    const titles = () => shown.steps().map((step) => step.replace(/ (Done|In|Not|Last)\b.*/, ''));
    const ways: string[] = [];
    while (shown.title() !== 'Review') {
      ways.push(shown.title());
      await shown.answer(psd2Answers);
      await shown.press('Next');
      expect(shown.summaryLines(), `in ${ways.at(-1)}`).to.deep.equal([]);
    }
    expect(ways).to.deep.equal(titles().slice(0, -1));
    expect(ways.join()).to.contain('Insurance').and.not.contain('Payment initiation');
    await shown.press(SUBMIT);
    await waitUntil(() => shown.text().includes('Submitted for Review'));
    expect(plain(await sent())).to.deep.equal(plain({ ...psd2Answers }));
  });

  it('asks a payment provider again for what does not fit', async () => {
    const { load } = await asking(psd2Form);
    const shown = await load();
    await shown.answer({ ...psd2Answers, lei: 'NOT-AN-LEI', website: 'ledgerleaf' });
    expect(shown.problem('Legal entity identifier')).to.equal(
      '18 capital letters or digits, then two digits.',
    );
    await shown.press('Next');
    expect(shown.summaryLines().map((line) => line.split(':')[0])).to.deep.equal([
      'Legal entity identifier',
      'Website',
    ]);
    await shown.answer({ is_agent: true });
    expect(shown.labels()).to.include('Institution we act for');
    await shown.answer({ ...psd2Answers, is_agent: false });
    await shown.press('Next');
    expect(shown.title()).to.equal('Authorisation');
  });
});
