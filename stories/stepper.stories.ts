import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/stepper.js';
import { snapshots } from './fixture/snapshot.js';
import { failing, showing, waiting } from './fixture/store.js';
import type { PipelineStepper } from '../src/elements/stepper/stepper.js';

type Args = Pick<PipelineStepper, 'store' | 'strings'>;

const meta: Meta<Args> = {
  title: 'Elements/Stepper',
  component: 'golive-stepper',
  render: ({ store, strings }) =>
    html`<golive-stepper .store=${store} .strings=${strings}></golive-stepper>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Sandbox: Story = { args: { store: showing(snapshots.credentialsMade) } };
export const InReview: Story = { args: { store: showing(snapshots.inReview) } };
export const ChangesRequested: Story = { args: { store: showing(snapshots.changesRequested) } };
export const Rejected: Story = { args: { store: showing(snapshots.rejected) } };
export const Production: Story = { args: { store: showing(snapshots.live) } };
export const PaymentDue: Story = { args: { store: showing(snapshots.approvedUnpaid) } };
export const NoPipeline: Story = { args: { store: showing(snapshots.noPipeline) } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 500) } };
export const OwnWords: Story = {
  args: {
    store: showing(snapshots.inReview),
    strings: { shared: { sandbox: 'Playground' }, stepper: { productionLater: 'Closed for now' } },
  },
};
