import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import {
  createDemoHost,
  createFakeAdapter,
  createFaults,
  joelsAnswers,
  MAIN_SUBSCRIPTION,
  people,
  plans,
  type ScenarioName,
} from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { submissionHarness } from '../helpers/submission.js';
import { waitUntil } from '../helpers/wait-until.js';

const SUBMIT = 'Submit for Review';
const NEXT = 'Next';

/** Joel's page, and a way to load it again, on a host that is in the middle of things. */
async function joel(scenario: ScenarioName, faults = createFaults()) {
  const host = await createDemoHost(scenario);
  const adapter = createFakeAdapter(host, { as: people.joel.id, faults, retryDelay: () => 0 });
  const load = async () => {
    const store = createStore({ adapter, subscription: MAIN_SUBSCRIPTION });
    const element = await fixture<SubmissionForm>(
      html`<golive-submission .store=${store}></golive-submission>`,
    );
    const shown = submissionHarness(element);
    await waitUntil(() => shown.text().includes('about') || shown.checks().length > 1);
    return shown;
  };
  const shows = async (shown: ReturnType<typeof submissionHarness>, text: string) => {
    await waitUntil(() => shown.text().includes(text), `${text} in ${shown.text()}`);
    await shown.rest();
  };
  return { host, adapter, load, shows, faults };
}

const latest = async ({ adapter }: Awaited<ReturnType<typeof joel>>) =>
  (await adapter.getLatestSubmission(MAIN_SUBSCRIPTION))!;

describe('golive-submission at a host', () => {
  beforeEach(() => sessionStorage.clear());

  it('goes on with the draft after a reload, to the submission', async () => {
    const page = await joel('credentials_made');
    const first = await page.load();
    await first.press(SUBMIT);
    await page.shows(first, 'Step 1 of 5');
    await first.fill('Legal name', 'Fernwood Ledger DAC');
    await first.fill('Registration number', 'IE617204');
    await first.fill('Country of registration', 'Ireland');
    await first.fill('Website', 'https://www.fernwood-ledger.example');
    await first.press(NEXT);
    await page.shows(first, 'Draft saved at');
    expect(sessionStorage.length).to.equal(0);
    first.element.remove();

    const again = await page.load();
    await waitUntil(() => again.text().includes('step 2 of 4'));
    await again.press(SUBMIT);
    expect(again.title()).to.equal('Integration');
    await again.choose('What you use the API for', 'Pay out');
    await again.fill('How the integration works', 'We pay out sellers once a day, by batch.');
    await again.fill('Expected calls a month', '12000');
    await again.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example');
    await again.fill('Planned first day in production', '2027-01-18');
    await again.press(NEXT);
    await again.fill('Where production secrets are kept', 'vault');
    await again.press(NEXT);
    await again.fill('Technical contact', 'Joel Adeyemi');
    await again.fill('Their email', 'joel@fernwood-ledger.example');
    await again.fill('Phone for incidents', '+44 20 7946 0463');
    await again.tick('We keep to the Northbank rules for partners');
    await again.press(NEXT);
    expect(again.title()).to.equal('Review');
    await again.press(SUBMIT);
    await page.shows(again, 'Submitted for Review');
    expect(again.chip()).to.equal('In Review');
    expect((await latest(page)).answers).to.include({ monthly_calls: 12_000, country: 'ie' });
    expect(await page.adapter.getDraft(MAIN_SUBSCRIPTION)).to.equal(null);
  });

  it('answers a reviewer and submits again', async () => {
    const page = await joel('changes_requested');
    const shown = await page.load();
    await waitUntil(() => shown.text().includes('Answers from attempt 1'));
    expect(shown.text()).to.contain('2 reviewer’s notes to look at');
    expect(shown.text()).to.contain('In Integration and Security');
    await shown.press(SUBMIT);
    expect(shown.value('Legal name')).to.equal(joelsAnswers['legal_name']);
    await shown.goTo('Security');
    expect(shown.note('Days between rotations')).to.contain('30 days at most');
    await shown.fill('Days between rotations', '30');
    await shown.goTo('Review');
    expect(shown.text()).to.contain('1 answer changed since attempt 1.');
    await shown.press(SUBMIT);
    await page.shows(shown, 'Attempt 2 sent');
    expect((await latest(page)).answers).to.deep.equal({ ...joelsAnswers, rotation_days: 30 });
  });

  it('goes on with what was changed after a return, though the page was loaded again', async () => {
    const page = await joel('changes_requested');
    const first = await page.load();
    await waitUntil(() => first.text().includes('Answers from attempt 1'));
    await first.press(SUBMIT);
    await first.goTo('Security');
    await first.fill('Days between rotations', '30');
    await first.goTo('Contacts');
    await page.shows(first, 'Draft saved at');
    first.element.remove();

    const again = await page.load();
    await waitUntil(() => again.text().includes('step 4 of 4'));
    await again.press(SUBMIT);
    expect(again.title()).to.equal('Contacts');
    await again.goTo('Security');
    expect(again.value('Days between rotations')).to.equal('30');
    expect(again.change('Days between rotations')).to.equal('Changed');
  });

  it('looks over a form that the provider changed meanwhile', async () => {
    const page = await joel('changes_requested');
    const shown = await page.load();
    await waitUntil(() => shown.text().includes('Answers from attempt 1'));
    await shown.press(SUBMIT);
    const { form } = plans.partner;
    await page.host.setForm('partner', {
      ...form,
      version: '2026-12',
      steps: form.steps.map((step) => ({
        ...step,
        fields: step.fields.filter(({ id }) => id !== 'employees'),
      })),
    });
    await shown.goTo('Review');
    await page.shows(shown, 'This form has changed');
    expect(shown.changedForm()).to.contain('Employees 27');
    await shown.press(SUBMIT);
    await page.shows(shown, 'Attempt 2 sent');
    expect((await latest(page)).answers).not.to.have.property('employees');
  });

  it('is submitted once though the answer got lost', async () => {
    const page = await joel('changes_requested');
    const shown = await page.load();
    await waitUntil(() => shown.text().includes('Answers from attempt 1'));
    await shown.press(SUBMIT);
    await shown.goTo('Review');
    await shown.rest();
    page.faults.loseAnswer({ operation: 'submit' });
    await shown.press(SUBMIT);
    await page.shows(shown, 'Attempt 2 sent');
    expect(shown.alert()).to.equal('');
    expect((await latest(page)).attempt).to.equal(2);
  });

  it('says that it is offline, and is submitted once it is not', async () => {
    const page = await joel('changes_requested');
    const shown = await page.load();
    await waitUntil(() => shown.text().includes('Answers from attempt 1'));
    await shown.press(SUBMIT);
    await shown.goTo('Review');
    await page.shows(shown, 'Draft saved at');
    page.faults.offline = true;
    await shown.press(SUBMIT);
    await page.shows(shown, 'You are offline.');
    page.faults.offline = false;
    await shown.press('Try again');
    await page.shows(shown, 'Attempt 2 sent');
  });
});
