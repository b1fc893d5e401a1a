import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { DeveloperPipeline } from '../src/composed/pipeline/pipeline.js';
import '../src/define/pipeline.js';
import type { Snapshot } from '../src/contract/index.js';
import { activityEntries } from './fixture/activity.js';
import { firstAttempt, reviewForm } from './fixture/review.js';
import { snapshotOf, snapshots } from './fixture/snapshot.js';
import { failing, showing, waiting } from './fixture/store.js';
import { testDataEntries } from './fixture/test-data.js';

type Args = Pick<DeveloperPipeline, 'store' | 'strings' | 'theme'>;

const meta: Meta<Args> = {
  title: 'Composed/Pipeline',
  component: 'golive-pipeline',
  args: { theme: 'auto' },
  render: ({ store, strings, theme }) =>
    html`<golive-pipeline .store=${store} .strings=${strings} .theme=${theme}></golive-pipeline>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Everything that the page reads beside the snapshot. */
const whole = (snapshot: Snapshot) =>
  showing(snapshot, {
    form: reviewForm,
    latestSubmission: firstAttempt,
    testData: testDataEntries,
    activity: activityEntries,
  });

export const Fresh: Story = { args: { store: whole(snapshots.fresh) } };
export const CredentialsMade: Story = { args: { store: whole(snapshots.credentialsMade) } };
export const InReview: Story = { args: { store: whole(snapshots.inReview) } };
export const ChangesRequested: Story = { args: { store: whole(snapshots.changesRequested) } };
export const Rejected: Story = { args: { store: whole(snapshots.rejected) } };
export const Approved: Story = { args: { store: whole(snapshots.approved) } };
export const ApprovedUnpaid: Story = { args: { store: whole(snapshots.approvedUnpaid) } };
export const PaymentFailed: Story = { args: { store: whole(snapshots.paymentFailed) } };
export const Live: Story = { args: { store: whole(snapshots.live) } };
export const NoPipeline: Story = { args: { store: whole(snapshots.noPipeline) } };
export const NoForm: Story = {
  args: {
    store: showing(
      snapshotOf({
        hasForm: false,
        formVersion: null,
        credentials: snapshots.credentialsMade.credentials,
      }),
    ),
  },
};
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 500) } };
export const SignedOut: Story = { args: { store: failing('not_signed_in', 401) } };
export const NotYours: Story = { args: { store: failing('not_found', 404) } };
