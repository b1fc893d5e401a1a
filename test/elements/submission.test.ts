import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/submission.js';
import { PipelineError, type PipelineAdapter } from '../../src/adapter/index.js';
import type { Snapshot, SubmissionBody } from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import type { PipelineStore } from '../../src/store/index.js';
import { answers, form, lastAttempt, ready, returned } from '../../stories/fixture/form.js';
import { snapshotOf, snapshots, submissionOf } from '../../stories/fixture/snapshot.js';
import { answering } from '../../stories/fixture/store.js';
import * as stories from '../../stories/submission.stories.js';
import { byHand } from '../helpers/by-hand.js';
import { countListeners } from '../helpers/listening.js';
import { itIsAccessibleInEveryStory, showStory } from '../helpers/stories.js';
import { submissionHarness } from '../helpers/submission.js';

const story = async (name: string) =>
  submissionHarness(await showStory<SubmissionForm>(stories, name));

const SUBMIT = 'Submit for Review';
const NEXT = 'Next';

/** A store whose host keeps drafts and takes submissions, unless the test gives its own. */
function filling(snapshot: Snapshot, methods: Partial<PipelineAdapter> = {}) {
  const sent: SubmissionBody[] = [];
  const drafts: { step: number }[] = [];
  const store = answering(snapshot, {
    now: () => Date.parse('2026-11-24T10:42:00Z'),
    getForm: async () => form,
    getLatestSubmission: async () => lastAttempt,
    saveDraft: async (_id, body) => void drafts.push(body),
    submit: async (_id, body) => {
      sent.push(body);
      return { ...snapshots.inReview, version: 'v8' };
    },
    ...methods,
  });
  return { store, sent, drafts };
}

async function show(store: PipelineStore | undefined) {
  const element = await fixture<SubmissionForm>(
    html`<golive-submission .store=${store}></golive-submission>`,
  );
  const shown = submissionHarness(element);
  await shown.rest();
  return shown;
}

async function open(store: PipelineStore) {
  const shown = await show(store);
  await shown.press(SUBMIT);
  return shown;
}

/** Fills in everything that the form asks for, step by step. */
async function fillAll(shown: ReturnType<typeof submissionHarness>) {
  await shown.fill('Legal name', 'Fernwood Ledger DAC');
  await shown.fill('Registration number', 'IE617204');
  await shown.fill('Country of registration', 'ie');
  await shown.fill('Website', 'https://www.fernwood-ledger.example');
  await shown.press(NEXT);
  await shown.choose('What you use the API for', 'Pay out');
  await shown.fill(
    'How the integration works',
    'We pay out the sellers of a marketplace once a day.',
  );
  await shown.fill('Expected calls a month', '12 000');
  await shown.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example');
  await shown.fill('Planned first day in production', '2027-01-18');
  await shown.press(NEXT);
  await shown.fill('Where production secrets are kept', 'vault');
  await shown.press(NEXT);
  await shown.fill('Technical contact', 'Joel Adeyemi');
  await shown.fill('Their email', 'joel@fernwood-ledger.example');
  await shown.fill('Phone for incidents', '+44 20 7946 0463');
  await shown.tick('We keep to the Northbank rules for partners');
  await shown.press(NEXT);
}

const complete = { getDraft: async () => draftOf(answers, 4) } satisfies Partial<PipelineAdapter>;

function draftOf(all: typeof answers, step: number, formVersion = form.version) {
  return { formVersion, answers: all, step, updatedAt: '2026-11-24T09:30:00Z' };
}

describe('golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  itIsAccessibleInEveryStory(stories);

  describe('the card', () => {
    it('says what is missing, and why the button is not available', async () => {
      const shown = await story('NotAvailable');
      expect(shown.checks()).to.deep.equal([
        'Sandbox credentials not created Create them in the Sandbox Credentials card first.',
        'Submission form 4 steps, about 10 minutes',
      ]);
      expect(shown.isAvailable(SUBMIT)).to.equal(false);
      expect(shown.reason()).to.equal('Available once sandbox credentials exist.');
      await shown.press(SUBMIT);
      expect(shown.isFormOpen()).to.equal(false);
    });

    it('is ready once sandbox credentials exist', async () => {
      const shown = await story('Ready');
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
      expect(shown.checks()[0]).to.match(/^Sandbox credentials created .*2026$/);
      expect(shown.reason()).to.contain('Nothing is sent until the last step.');
    });

    it('tells of a draft and where it was left', async () => {
      const shown = await story('DraftSaved');
      expect(shown.checks()[1]).to.match(/^Submission form Draft saved .*, step 2 of 4$/);
      expect(shown.reason()).to.contain('Opens the form where you left it.');
    });

    it('counts the notes of the reviewer and says where they are', async () => {
      const shown = await story('ChangesRequested');
      expect(shown.checks().slice(1)).to.deep.equal([
        'Submission form filled in Answers from attempt 1',
        '2 reviewer’s notes to look at In Integration',
      ]);
      expect(shown.reason()).to.contain('Opens the form with your last answers.');
    });

    it('shows what was submitted, by whom and when', async () => {
      const shown = await story('Submitted');
      expect(shown.chip()).to.equal('In Review');
      expect(shown.checks()[0]).to.match(/^Attempt 2 sent .*2026.* by Joel Adeyemi$/);
      expect(shown.isAvailable('Submitted for Review')).to.equal(false);
    });

    it('says plainly that it was approved or rejected', async () => {
      const approved = await story('Approved');
      expect(approved.text()).to.contain('Approved').and.to.contain('nothing left to submit');
      const rejected = await story('Rejected');
      expect(rejected.text()).to.contain('Rejected').and.to.contain('turned down');
      expect(rejected.element.shadowRoot!.querySelector('button')).to.equal(null);
    });

    it('can be submitted after a rejection where the host allows it', async () => {
      const again = { ...snapshots.rejected, allowedActions: ['submit' as const], refusals: {} };
      const shown = await show(filling(again).store);
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
    });

    it('shows nothing for a plan without a pipeline', async () => {
      expect((await story('NoPipeline')).text()).to.equal('');
    });

    it('waits while there is no store, and says when nothing can be read', async () => {
      expect((await story('NoStore')).text()).to.equal('Loading');
      const failed = await story('Failed');
      expect(failed.alert()).to.contain('The submission could not be loaded');
    });

    it('offers to read the form again where that failed', async () => {
      let fails = true;
      const { store } = filling(ready, {
        getForm: async () => {
          if (fails) throw new PipelineError('internal', { status: 500 });
          return form;
        },
      });
      const shown = await show(store);
      expect(shown.alert()).to.contain('The form could not be loaded');
      fails = false;
      await shown.press('Try again');
      expect(shown.alert()).to.equal('');
      expect(shown.checks()[1]).to.contain('4 steps');
    });

    it('says that a form can not be shown, and tells the page', async () => {
      const { store } = filling(ready, {
        getForm: async () => ({
          ...form,
          steps: [
            { id: 'a', title: 'A', fields: [{ id: 'x', kind: 'text', label: 'X', pattern: '(' }] },
          ],
        }),
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const shown = await show(store);
      expect(shown.alert()).to.contain('There is a mistake in this form');
      expect(codes).to.deep.equal(['form_invalid']);
    });

    it('says that what it knows may be out of date', async () => {
      expect((await story('Stale')).text()).to.contain('This may be out of date.');
    });

    it('takes the words of the page', async () => {
      const shown = await story('OwnWords');
      expect(shown.title()).to.equal('Ask for production');
    });
  });

  describe('without a form', () => {
    const straight = snapshotOf({ ...ready, hasForm: false, formVersion: null });

    it('submits at once, one time however often it is pressed', async () => {
      const submit = byHand<[string, SubmissionBody], Snapshot>();
      const shown = await show(filling(straight, { submit }).store);
      await shown.press(SUBMIT);
      await shown.press(SUBMIT);
      expect(submit.calls.map(({ args }) => args[1])).to.deep.equal([
        { answers: {}, formVersion: null },
      ]);
      submit.calls[0]!.resolve({ ...snapshots.inReview, version: 'v8' });
      await shown.rest();
      expect(shown.text()).to.contain('Submitted for Review');
      expect(shown.focused()).to.equal('Submitted for Review');
      expect(shown.said()).to.equal('Attempt 2 sent');
    });

    it('sends nothing when the page stops it', async () => {
      const { store, sent } = filling(straight);
      const shown = await show(store);
      shown.element.addEventListener('golive-action', (event) => {
        expect(event.detail.action).to.equal('submit');
        event.preventDefault();
      });
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
    });

    it('tells the page that it was submitted', async () => {
      const shown = await show(filling(straight).store);
      const phases: string[] = [];
      shown.element.addEventListener('golive-changed', ({ detail }) => phases.push(detail.phase));
      await shown.press(SUBMIT);
      expect(phases).to.deep.equal(['in_review']);
    });

    it('shows a failure once, with a way to try again', async () => {
      let fails = true;
      const { store, sent } = filling(straight, {
        submit: async (_id, body) => {
          if (fails) throw new PipelineError('offline');
          sent.push(body);
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await show(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.contain('The submission was not sent').and.to.contain('offline');
      fails = false;
      await shown.press('Try again');
      expect(shown.alert()).to.equal('');
      expect(sent.length).to.equal(1);
    });

    it('takes a lost answer for a submission where the host has it', async () => {
      const after = { ...snapshots.inReview, version: 'v8' };
      const { store } = filling(straight, {
        submit: () => Promise.reject(new PipelineError('network')),
        getSnapshot: async () => after,
      });
      const shown = await show(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.equal('');
      expect(shown.text()).to.contain('Submitted for Review');
    });
  });

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
      await shown.fill('Country of registration', 'ie');
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
      ['select', 'select', { required: true, options: [] }, '', 'Choose an answer'],
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

  describe('submitting', () => {
    it('sends one request for two presses, and holds the form meanwhile', async () => {
      const submit = byHand<[string, SubmissionBody], Snapshot>();
      const shown = await open(filling(ready, { ...complete, submit }).store);
      await shown.press(SUBMIT);
      await shown.press(SUBMIT);
      await shown.press('Back');
      await shown.press('Cancel');
      expect(submit.calls.length).to.equal(1);
      expect(shown.title()).to.equal('Review');
      submit.calls[0]!.resolve({ ...snapshots.inReview, version: 'v8' });
      await shown.rest();
      expect(shown.text()).to.contain('Submitted for Review');
    });

    it('sends nothing when the page stops it, and keeps the form', async () => {
      const { store, sent } = filling(ready, complete);
      const shown = await open(store);
      shown.element.addEventListener('golive-action', (event) => event.preventDefault());
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      expect(shown.title()).to.equal('Review');
    });

    it('keeps everything when it fails, and tries again', async () => {
      let fails = true;
      const keys: (string | undefined)[] = [];
      const { store } = filling(ready, {
        ...complete,
        getSnapshot: async () => null,
        submit: async (_id, _body, options) => {
          keys.push(options?.idempotencyKey);
          if (fails) throw new PipelineError('internal', { status: 500 });
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.contain('The submission was not sent');
      expect(shown.title()).to.equal('Review');
      fails = false;
      await shown.press('Try again');
      expect(shown.text()).to.contain('Submitted for Review');
      expect(new Set(keys).size).to.equal(1);
    });

    it('says that it failed where it failed, not in the steps before', async () => {
      const shown = await story('SubmissionFailed');
      expect(shown.alert()).to.contain('The submission was not sent');
      await shown.press('Edit Company');
      expect(shown.alert()).to.equal('');
    });

    it('brings what the server refuses back to its fields', async () => {
      let refuses = true;
      const { store, sent } = filling(ready, {
        ...complete,
        submit: async (_id, body) => {
          if (refuses) {
            throw new PipelineError('answers_invalid', {
              status: 422,
              errors: [
                { pointer: '/answers/callback_url', code: 'answers_with_redirect' },
                { pointer: '/answers/summary', code: 'min_length' },
              ],
            });
          }
          sent.push(body);
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Integration');
      expect(shown.alert()).to.equal('');
      expect(shown.focused()).to.contain('2 answers need attention');
      expect(shown.problem('Address for webhooks')).to.equal(
        'The provider does not accept this answer',
      );
      expect(shown.problem('How the integration works')).to.equal('Write at least 40 characters');
      refuses = false;
      // The answer may be right by now: the server decides again.
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sent.length).to.equal(1);
    });

    it('says so where no field can be named', async () => {
      const { store } = filling(ready, {
        ...complete,
        submit: () =>
          Promise.reject(
            new PipelineError('answers_invalid', {
              status: 422,
              errors: [{ pointer: '/answers/nobody', code: 'unknown_field' }],
            }),
          ),
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Review');
      expect(shown.focused()).to.contain('1 answer needs attention');
      expect(shown.text()).to.contain('nobody: The provider does not accept this answer');
      expect(shown.alert()).to.equal('');
    });

    it('reads the form again when it changed, keeps what fits and tells the rest', async () => {
      const changed = {
        ...form,
        version: '2026-12',
        steps: form.steps.map((step) => ({
          ...step,
          fields: step.fields
            .filter(({ id }) => id !== 'employees')
            .map((field) => (field.id === 'country' ? { ...field, options: [] } : field)),
        })),
      };
      let now = form;
      const { store, sent } = filling(ready, {
        ...complete,
        getForm: async () => now,
        getSnapshot: async () => ({ ...ready, version: 'v9', formVersion: changed.version }),
        submit: async (_id, body) => {
          sent.push(body);
          now = changed;
          throw new PipelineError('form_changed', { status: 409 });
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      await shown.rest();
      expect(shown.alert()).to.equal('');
      expect(shown.changedForm()).to.contain('This form has changed');
      expect(shown.changedForm()).to.contain('Employees 27');
      expect(shown.changedForm()).to.contain('Country of registration Ireland');
      expect(shown.focused()).to.contain('This form has changed');
      // The first step that needs something is open.
      expect(shown.title()).to.equal('Company');
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sent.length).to.equal(1);
      expect(shown.summaryLines()).to.deep.equal(['Country of registration: Choose an answer']);
    });

    it('is not available any more when the host says so while it is filled in', async () => {
      let now = ready;
      const { store, sent } = filling(ready, { ...complete, getSnapshot: async () => now });
      const shown = await open(store);
      now = { ...snapshots.inReview, version: 'v9' };
      await store.refresh();
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(true);
      expect(shown.isAvailable(SUBMIT)).to.equal(false);
      expect(shown.reason()).to.equal('It is in review already.');
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      await shown.press('Cancel');
      expect(shown.text()).to.contain('Submitted for Review');
    });
  });

  describe('drafts', () => {
    it('are saved with each step, and say when', async () => {
      const { store, drafts } = filling(ready, { getDraft: async () => draftOf(answers, 0) });
      const shown = await open(store);
      expect(shown.draft()).to.equal('');
      await shown.press(NEXT);
      expect(drafts.map(({ step }) => step)).to.deep.equal([1]);
      expect(shown.draft()).to.match(/^Draft saved at \d/);
    });

    it('are saved when the page is left', async () => {
      const { store, drafts } = filling(ready);
      const shown = await open(store);
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      expect(drafts.length).to.equal(1);
    });

    it('are restored with their step after a reload, from the browser where the host keeps none', async () => {
      const without = snapshotOf({
        ...ready,
        capabilities: { ...ready.capabilities, drafts: false },
        allowedActions: ['submit'],
        refusals: {},
      });
      const { store, drafts } = filling(without);
      const first = await open(store);
      await first.fill('Legal name', 'Fernwood');
      await first.fill('Registration number', 'IE617204');
      await first.fill('Country of registration', 'ie');
      await first.fill('Website', 'https://fernwood.example');
      await first.press(NEXT);
      expect(drafts).to.deep.equal([]);
      first.element.remove();

      const again = await open(filling(without).store);
      expect(again.title()).to.equal('Integration');
      await again.press('Back');
      expect(again.value('Legal name')).to.equal('Fernwood');
    });

    it('rest in the browser where the host fails, and say so', async () => {
      const { store } = filling(ready, {
        saveDraft: () => Promise.reject(new PipelineError('internal', { status: 500 })),
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const shown = await open(store);
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      await shown.rest();
      expect(shown.draft()).to.contain('Draft not saved');
      expect(codes).to.deep.equal(['internal']);
      shown.element.remove();
      const again = await open(filling(ready).store);
      expect(again.value('Legal name')).to.equal('Fernwood');
    });

    it('are gone after the submission', async () => {
      const { store } = filling(ready, complete);
      const shown = await open(store);
      await shown.press('Edit Company');
      await shown.fill('Legal name', 'Fernwood');
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sessionStorage.length).to.equal(0);
    });

    it('of before the last submission are not taken', async () => {
      const { store } = filling(returned, {
        getDraft: async () => ({
          ...draftOf({ legal_name: 'Old' }, 0),
          updatedAt: '2026-11-01T00:00:00Z',
        }),
      });
      const shown = await open(store);
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
    });

    it('warn before the page is left only while what is typed is kept nowhere safe', async () => {
      const saveDraft = byHand<[string, unknown], void>();
      const shown = await open(filling(ready, { saveDraft }).store);
      expect(shown.asksBeforeLeaving()).to.equal(false);
      await shown.fill('Legal name', 'Fernwood');
      // On its way to the host, and in this tab until then.
      expect(shown.asksBeforeLeaving()).to.equal(false);
      saveDraft.calls[0]!.reject(new PipelineError('forbidden', { status: 403 }));
      await shown.rest();
      expect(shown.asksBeforeLeaving()).to.equal(true);
      await shown.press('Save now');
      saveDraft.calls.at(-1)!.resolve();
      await shown.rest();
      expect(shown.asksBeforeLeaving()).to.equal(false);
    });

    it('of another version of the form keep what fits and tell the rest', async () => {
      const shown = await story('FormChanged');
      expect(shown.changedForm()).to.contain('expected_volume 1,000 to 5,000');
      expect(shown.changedForm()).to.contain('Country of registration xx');
      await shown.goTo('Company');
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
      expect(shown.value('Country of registration')).to.equal('');
    });
  });

  describe('after changes were requested', () => {
    it('opens with the last answers, and the notes at their fields', async () => {
      const shown = await open(filling(returned).store);
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
      expect(shown.generalNotes()).to.contain('Two things are left before we can approve');
      expect(shown.steps()).to.include('Integration 2 reviewer’s notes to look at');
      expect(shown.steps()).to.include('Contacts Done last time, not checked');
      await shown.goTo('Integration');
      expect(shown.note('Address for webhooks')).to.match(
        /^Answers 301. Use the final address. Mara Lindqvist · .*2026 Handled$/,
      );
    });

    it('marks what changed, there and in the review', async () => {
      const shown = await story('WithNotes');
      expect(shown.change('Address for webhooks')).to.equal('Changed');
      expect(shown.change('Expected calls a month')).to.equal('');
      const review = await story('ReviewOfChanges');
      expect(review.text()).to.contain('4 answers changed since attempt 1.');
      const [company, integration] = review.review();
      expect(company!.answers['We hold funds of our customers']).to.equal('No Before: Yes Changed');
      expect(integration!.answers['What else']).to.equal('Warn customers before they overdraw New');
      expect(integration!.answers['Address for webhooks']).to.contain(
        'Before: https://hooks.fernwood-ledger.example/northbank',
      );
      expect(review.element.shadowRoot!.querySelectorAll('s').length).to.equal(4);
    });

    it('shows notes whose field is gone with the general ones', async () => {
      const shown = await open(
        filling({
          ...returned,
          review: { ...returned.review!, fieldNotes: [{ fieldId: 'gone', note: 'Where is it?' }] },
        }).store,
      );
      expect(shown.generalNotes()).to.contain('Where is it?');
    });

    it('reads everything anew when it comes back once more', async () => {
      let now: Snapshot = ready;
      let draft: Awaited<ReturnType<PipelineAdapter['getDraft']>> = draftOf(answers, 4);
      const { store } = filling(ready, {
        getDraft: async () => draft,
        getSnapshot: async () => now,
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      draft = null;
      expect(shown.text()).to.contain('Submitted for Review');
      now = { ...returned, version: 'v10', submission: submissionOf(2) };
      await store.refresh();
      await shown.rest();
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Company');
      expect(shown.value('Legal name')).to.equal(lastAttempt.answers['legal_name']);
    });
  });

  describe('openAt', () => {
    it('opens the form at a field and focuses it', async () => {
      const shown = await show(filling(returned).store);
      shown.element.openAt('callback_url');
      await shown.rest();
      expect(shown.title()).to.equal('Integration');
      expect(shown.focusedLabel()).to.equal('Address for webhooks');
      shown.element.openAt('use_cases');
      await shown.rest();
      expect(shown.focusedLabel()).to.equal('What you use the API for');
    });

    it('waits for the form, and opens it where there is no such field', async () => {
      const getForm = byHand<[string], typeof form>();
      const shown = await show(filling(ready, { getForm }).store);
      shown.element.openAt('nobody');
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(false);
      getForm.calls[0]!.resolve(form);
      await shown.rest();
      expect(shown.title()).to.equal('Company');
    });

    it('does nothing while there is nothing to submit', async () => {
      const shown = await show(filling(snapshots.fresh).store);
      shown.element.openAt('callback_url');
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(false);
    });
  });

  it('reads the form once, however often the snapshot changes', async () => {
    let reads = 0;
    let version = 8;
    const { store } = filling(ready, {
      getForm: async () => {
        reads += 1;
        return form;
      },
      getSnapshot: async () => ({ ...ready, version: `v${(version += 1)}` }),
    });
    const shown = await show(store);
    await store.refresh();
    await shown.rest();
    await shown.press(SUBMIT);
    await shown.press('Cancel');
    expect(reads).to.equal(1);
  });

  it('shows nothing of one subscription once it is given another', async () => {
    const shown = await open(filling(ready).store);
    await shown.fill('Legal name', 'Fernwood');
    shown.element.store = filling({ ...ready, id: 'sub_43' }).store;
    await shown.rest();
    expect(shown.isFormOpen()).to.equal(false);
    await shown.press(SUBMIT);
    expect(shown.value('Legal name')).to.equal('');
  });

  it('stops listening when it is removed, and goes on where it was when it is put back', async () => {
    const { store, drafts } = filling(ready);
    const listeners = countListeners(store);
    const shown = await open(store);
    await shown.fill('Legal name', 'Fernwood');
    expect(listeners.now).to.equal(1);
    const parent = shown.element.parentElement!;
    shown.element.remove();
    expect(listeners.now).to.equal(0);
    expect(drafts.length).to.equal(1);
    dispatchEvent(new Event('pagehide'));
    expect(drafts.length).to.equal(1);
    parent.append(shown.element);
    await shown.rest();
    expect(shown.value('Legal name')).to.equal('Fernwood');
  });
});
