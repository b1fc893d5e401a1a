import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ReviewDesk } from '../src/composed/review-desk/review-desk.js';
import '../src/define/review-desk.js';
import { decidedOf, detailOf, queuePageOf, reviewing } from './fixture/review.js';
import { failing, waiting } from './fixture/store.js';

type Args = Pick<ReviewDesk, 'store' | 'strings' | 'theme' | 'submission'>;

const meta: Meta<Args> = {
  title: 'Composed/Review desk',
  component: 'golive-review-desk',
  args: { theme: 'auto' },
  render: ({ store, strings, theme, submission }) =>
    html`<golive-review-desk
      .store=${store}
      .strings=${strings}
      .theme=${theme}
      .submission=${submission}
    ></golive-review-desk>`,
};
export default meta;

type Story = StoryObj<Args>;

const queue = queuePageOf();

export const NothingOpen: Story = { args: { store: reviewing({ queue }) } };
export const SubmissionOpen: Story = {
  args: { store: reviewing({ queue, reviews: [detailOf()] }), submission: 'subm_2' },
};
export const Decided: Story = {
  args: { store: reviewing({ queue, reviews: [decidedOf('approved')] }), submission: 'subm_2' },
};
export const NothingWaiting: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf([], {
        counts: { waiting: 0, changesRequested: 0, approved: 0, rejected: 0 },
      }),
    }),
  },
};
export const SubmissionGone: Story = { args: { store: reviewing({ queue }), submission: 'gone' } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 500) } };
