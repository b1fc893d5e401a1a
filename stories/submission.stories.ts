import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/submission.js';
import { PipelineError, type PipelineAdapter } from '../src/adapter/index.js';
import type { Draft, Form, Snapshot } from '../src/contract/index.js';
import type { SubmissionForm } from '../src/elements/submission/submission.js';
import { jumboAnswers, jumboForm } from '../test/fixture/forms/jumbo.js';
import { submissionHarness, type SubmissionHarness } from '../test/helpers/submission.js';
import { answers, form, lastAttempt, ready, returned, smallForm } from './fixture/form.js';
import { snapshotOf, snapshots } from './fixture/snapshot.js';
import { answering, failing, showing, waiting } from './fixture/store.js';

type Args = Pick<SubmissionForm, 'store' | 'strings'>;

const meta: Meta<Args> = {
  title: 'Elements/Submission',
  component: 'golive-submission',
  render: ({ store, strings }) =>
    html`<golive-submission .store=${store} .strings=${strings}></golive-submission>`,
};
export default meta;

type Story = StoryObj<Args>;

const NOW = Date.parse('2026-11-24T10:49:00Z');

let stores = 0;
/**
 * A store whose clock stands still and whose host keeps drafts, unless it is told otherwise. Each is
 * about a subscription of its own: drafts go from tab to tab, and would from story to story.
 */
const filling = (snapshot: Snapshot, methods: Partial<PipelineAdapter> = {}) =>
  answering(
    { ...snapshot, id: `sub_story_${(stores += 1)}` },
    {
      now: () => NOW,
      getForm: async () => form,
      getLatestSubmission: async () => (snapshot.submission ? lastAttempt : null),
      saveDraft: async () => undefined,
      ...methods,
    },
  );

const draft = (change: Partial<Draft> = {}): Draft => {
  const { legal_name, registration_number, country, website, use_cases } = answers;
  return {
    formVersion: form.version,
    answers: Object.fromEntries(
      Object.entries({ legal_name, registration_number, country, website, use_cases }),
    ) as Draft['answers'],
    step: 1,
    updatedAt: '2026-11-24T10:42:00Z',
    ...change,
  };
};

const lost = () => Promise.reject(new PipelineError('internal', { status: 500 }));

/** Opens the form, then does more. */
const opening =
  (
    more: (form: SubmissionHarness) => Promise<void> = async () => undefined,
  ): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const shown = submissionHarness(canvasElement.querySelector('golive-submission')!);
    await shown.rest();
    await shown.press('Submit for Review');
    await more(shown);
  };

export const NotAvailable: Story = { args: { store: filling(snapshots.fresh) } };
export const Ready: Story = { args: { store: filling(ready) } };
export const DraftSaved: Story = {
  args: { store: filling(ready, { getDraft: async () => draft() }) },
};
export const ChangesRequested: Story = { args: { store: filling(returned) } };
export const WithoutForm: Story = {
  args: { store: showing(snapshotOf({ ...ready, hasForm: false, formVersion: null })) },
};
export const Submitted: Story = { args: { store: filling(snapshots.inReview) } };
export const Approved: Story = { args: { store: filling(snapshots.approved) } };
export const Rejected: Story = { args: { store: filling(snapshots.rejected) } };
export const SubscriptionEnded: Story = {
  args: {
    store: filling(
      snapshotOf({
        status: 'cancelled',
        credentials: ready.credentials,
        formVersion: form.version,
      }),
    ),
  },
};
export const NoPipeline: Story = { args: { store: showing(snapshots.noPipeline) } };
export const NoStore: Story = {};
export const Loading: Story = { args: { store: waiting() } };
export const FormLoading: Story = {
  args: { store: filling(ready, { getForm: () => new Promise(() => undefined) }) },
};
export const Failed: Story = { args: { store: failing('internal', 500) } };
export const FormFailed: Story = { args: { store: filling(ready, { getForm: lost }) } };
/** Its conditions go in a circle, so nobody can show it. */
export const FormBroken: Story = {
  args: {
    store: filling(ready, {
      getForm: async () => ({
        ...form,
        steps: form.steps.map((step) => ({
          ...step,
          showWhen: { field: 'website', filled: true },
        })),
      }),
    }),
  },
};
export const Stale: Story = {
  args: { store: filling(ready, { getSnapshot: lost }) },
  play: async ({ canvasElement }) => {
    await canvasElement.querySelector('golive-submission')!.store!.refresh();
  },
};
export const OwnWords: Story = {
  args: {
    store: filling(ready),
    strings: { submission: { title: 'Ask for production', intro: 'We look at it by hand.' } },
  },
};

export const FirstStep: Story = { args: { store: filling(ready) }, play: opening() };
export const WrongAnswers: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () => draft({ answers: { ...draft().answers, holds_customer_funds: true } }),
    }),
  },
  play: opening(async (shown) => {
    await shown.goTo('Company');
    await shown.fill('Registration number', '204418');
    await shown.press('Next');
  }),
};
export const SecondStep: Story = {
  args: { store: filling(ready, { getDraft: async () => draft() }) },
  play: opening(async (shown) => {
    await shown.fill('How the integration works', 'We pay out sellers once a day.');
  }),
};
export const WithNotes: Story = {
  args: { store: filling(returned) },
  play: opening(async (shown) => {
    await shown.goTo('Integration');
    await shown.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example/v2/northbank');
    await shown.choose('What you use the API for', 'Show balances');
  }),
};
export const Review: Story = {
  args: { store: filling(ready, { getDraft: async () => draft({ answers, step: 4 }) }) },
  play: opening(),
};
export const ReviewOfChanges: Story = {
  args: { store: filling(returned) },
  play: opening(async (shown) => {
    await shown.tick('We hold funds of our customers');
    await shown.goTo('Integration');
    await shown.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example/v2/northbank');
    await shown.choose('What you use the API for', 'Something else');
    await shown.fill('What else', 'Warn customers before they overdraw');
    await shown.goTo('Review');
  }),
};
export const Submitting: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () => draft({ answers, step: 4 }),
      submit: () => new Promise(() => undefined),
    }),
  },
  play: opening((shown) => shown.press('Submit for Review')),
};
export const SubmissionFailed: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () => draft({ answers, step: 4 }),
      submit: lost,
    }),
  },
  play: opening((shown) => shown.press('Submit for Review')),
};
export const RefusedByServer: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () => draft({ answers, step: 4 }),
      submit: () =>
        Promise.reject(
          new PipelineError('answers_invalid', {
            status: 422,
            errors: [{ pointer: '/answers/callback_url', code: 'pattern' }],
          }),
        ),
    }),
  },
  play: opening((shown) => shown.press('Submit for Review')),
};
export const FormChanged: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () =>
        draft({
          formVersion: '2026-06',
          answers: { ...draft().answers, country: 'xx', expected_volume: '1,000 to 5,000' },
        }),
    }),
  },
  play: opening(),
};
export const DraftNotSaved: Story = {
  args: { store: filling(ready, { saveDraft: lost }) },
  play: opening(async (shown) => {
    await shown.fill('Legal name', 'Fernwood Ledger DAC');
    dispatchEvent(new Event('pagehide'));
    await shown.rest();
  }),
};
export const FileAskedFor: Story = {
  args: { store: filling(ready, { getForm: async () => smallForm }) },
  play: opening((shown) => shown.press('Next')),
};

/** What the server says of several steps, and of nothing that is shown. */
export const RefusedInSeveralSteps: Story = {
  args: {
    store: filling(ready, {
      getDraft: async () => draft({ answers, step: 4 }),
      submit: () =>
        Promise.reject(
          new PipelineError('answers_invalid', {
            status: 422,
            errors: [
              { pointer: '/answers/website', code: 'unreachable' },
              { pointer: '/answers/tech_email', code: 'email' },
              { pointer: '/answers/other_use_case', code: 'hidden_field' },
            ],
          }),
        ),
    }),
  },
  play: opening((shown) => shown.press('Submit for Review')),
};
export const EditFromReview: Story = {
  args: { store: filling(ready, { getDraft: async () => draft({ answers, step: 4 }) }) },
  play: opening((shown) => shown.press('Edit Contacts')),
};
export const NoteHandled: Story = {
  args: { store: filling(returned) },
  play: opening(async (shown) => {
    await shown.goTo('Integration');
    await shown.markHandled('How the integration works');
  }),
};
/** Another tab went on with the draft. */
export const NewerDraft: Story = {
  args: { store: filling(ready, { getDraft: async () => draft() }) },
  play: async (context) => {
    const store = filling(ready, { getDraft: async () => draft() });
    const resting = draft({
      answers: { ...draft().answers, summary: 'We pay out sellers once a day.' },
      updatedAt: '2026-11-24T10:40:00Z',
    });
    sessionStorage.setItem(`golive-draft/${store.subscriptionId}`, JSON.stringify(resting));
    // The one before has read its drafts already.
    context.canvasElement.querySelector('golive-submission')!.store = store;
    await opening()(context);
  },
};
export const PastedTooLong: Story = {
  args: { store: filling(ready, { getDraft: async () => draft() }) },
  play: opening((shown) =>
    shown.paste('How the integration works', 'We pay out sellers once a day. '.repeat(100)),
  ),
};
const jumbo = jumboForm();
export const LongForm: Story = {
  args: {
    store: filling(
      { ...ready, formVersion: jumbo.version },
      {
        getForm: async () => jumbo,
        getDraft: async () =>
          draft({ formVersion: jumbo.version, answers: jumboAnswers(jumbo), step: 7 }),
      },
    ),
  },
  play: opening(),
};

const long = 'Überweisungsbestätigungsadresse'.repeat(12);
/** Nothing that a host or a reviewer writes can break out of its place. */
export const AwkwardTexts: Story = {
  args: {
    store: filling(
      {
        ...returned,
        review: {
          ...returned.review!,
          reviewer: `<b>Mara</b> ${long}`,
          notes: `<script>alert(1)</script>\n\n${long}`,
          fieldNotes: [
            { fieldId: 'gone', note: long },
            { fieldId: 'a b"<', note: long },
          ],
        },
      },
      {
        getForm: async (): Promise<Form> => ({
          ...form,
          title: long,
          steps: [
            {
              id: 'x',
              title: long,
              description: `<img src=x onerror=alert(1)> ${long}`,
              fields: [
                { id: 'a b"<', kind: 'text', label: long, help: long, placeholder: long },
                {
                  id: 'constructor',
                  kind: 'select',
                  label: '‮desrever‬',
                  required: true,
                  options: [
                    { value: 'c', label: long },
                    { value: long, label: long },
                  ],
                },
                {
                  id: 'toString',
                  kind: 'multi_select',
                  label: long,
                  options: [
                    { value: long, label: long },
                    { value: 'b', label: '<i>b</i>' },
                  ],
                },
                { id: 'i', kind: 'info', label: long, help: long },
              ],
            },
          ],
        }),
        getLatestSubmission: async () => ({ ...lastAttempt, answers: { gone: long } }),
      },
    ),
  },
  play: opening(async (shown) => {
    await shown.goTo('Review');
    await shown.press('Submit for Review');
  }),
};
