import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/outcome.js';
import { PipelineError } from '../src/adapter/index.js';
import type { Review, Submission } from '../src/contract/index.js';
import type { OutcomeNotice } from '../src/elements/outcome/outcome.js';
import { reviewOf, snapshotOf, snapshots } from './fixture/snapshot.js';
import { answering, failing, showing, waiting } from './fixture/store.js';

type Args = Pick<OutcomeNotice, 'store' | 'strings'> & { contact?: boolean };

const meta: Meta<Args> = {
  title: 'Elements/Outcome',
  component: 'golive-outcome',
  render: ({ store, strings, contact }) =>
    html`<golive-outcome .store=${store} .strings=${strings}>
      ${
        contact
          ? html`<a slot="actions" href="mailto:partners@northbank.example">Contact Northbank</a>`
          : nothing
      }
    </golive-outcome>`,
};
export default meta;

type Story = StoryObj<Args>;

/** The submission that the notes are about. Its form has no field `old_field`. */
const latestSubmission: Submission = {
  id: 'subm_1',
  version: 'v3',
  subscriptionId: 'sub_42',
  attempt: 1,
  form: {
    id: 'partner',
    version: 'f3',
    title: 'Partner onboarding',
    steps: [
      {
        id: 'integration',
        title: 'Integration',
        fields: [
          { id: 'purpose', kind: 'textarea', label: 'Purpose' },
          { id: 'callback_url', kind: 'url', label: 'Callback URL' },
        ],
      },
    ],
  },
  answers: {},
  submittedAt: '2026-11-19T11:32:00Z',
  submittedBy: 'Joel Adeyemi',
  review: null,
};

const returned = (change: Partial<Review>) =>
  snapshotOf({ ...snapshots.changesRequested, review: reviewOf('changes_requested', change) });

export const Approved: Story = { args: { store: showing(snapshots.approved) } };
export const ApprovedPaymentDue: Story = { args: { store: showing(snapshots.approvedUnpaid) } };
export const Rejected: Story = { args: { store: showing(snapshots.rejected) } };
export const RejectedWithContact: Story = {
  args: { store: showing(snapshots.rejected), contact: true },
};
export const RejectedMayResubmit: Story = {
  args: {
    store: showing({ ...snapshots.rejected, allowedActions: ['submit'] }),
  },
};
export const ChangesRequested: Story = {
  args: { store: showing(snapshots.changesRequested, { latestSubmission }) },
};
export const WithoutFieldNotes: Story = { args: { store: showing(returned({})) } };
export const FieldGone: Story = {
  args: {
    store: showing(
      returned({ fieldNotes: [{ fieldId: 'old_field', note: 'No longer asked, but said.' }] }),
      { latestSubmission },
    ),
  },
};
export const LabelsLoading: Story = {
  args: {
    store: answering(snapshots.changesRequested, {
      getLatestSubmission: () => new Promise(() => undefined),
    }),
  },
};
export const LabelsFailed: Story = {
  args: {
    store: answering(snapshots.changesRequested, {
      getLatestSubmission: () => Promise.reject(new PipelineError('internal', { status: 500 })),
    }),
  },
};
export const NobodyNamed: Story = {
  args: { store: showing(returned({ reviewer: null, notes: 'First line.\nSecond line.' })) },
};
export const AwkwardTexts: Story = {
  args: {
    store: showing(
      returned({
        reviewer: 'שרה לוי <b>of the partner team</b> ' + 'with_a_long_name_'.repeat(8),
        notes:
          '<img src=x onerror=alert(1)>\n\nW' + 'o'.repeat(400) + 'rd\n' + 'Much said. '.repeat(60),
        fieldNotes: [
          { fieldId: 'a_field_' + 'that_goes_on_'.repeat(12), note: 'x'.repeat(200) },
          { fieldId: 'callback_url', note: 'One line.\nAnother one.' },
        ],
      }),
      { latestSubmission },
    ),
  },
};
export const SubscriptionInactive: Story = {
  args: {
    store: showing(
      snapshotOf({
        status: 'expired',
        changesRequested: true,
        review: snapshots.changesRequested.review,
        submission: snapshots.changesRequested.submission,
      }),
      { latestSubmission },
    ),
  },
};
export const NothingDecided: Story = { args: { store: showing(snapshots.inReview) } };
export const AlreadyLive: Story = { args: { store: showing(snapshots.live) } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 500) } };
export const OwnWords: Story = {
  args: {
    store: showing(snapshots.rejected),
    strings: { outcome: { rejected: 'Not this time' } },
  },
};
