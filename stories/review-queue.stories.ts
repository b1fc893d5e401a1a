import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PipelineError } from '../src/adapter/index.js';
import '../src/define/review-queue.js';
import type { ReviewQueue } from '../src/elements/review-queue/review-queue.js';
import {
  decidedItems,
  queueItemOf,
  queuePageOf,
  reviewing,
  waitingItems,
} from './fixture/review.js';
import { failing, waiting } from './fixture/store.js';

type Args = Partial<
  Pick<ReviewQueue, 'store' | 'strings' | 'filters' | 'selected' | 'targetHours'>
>;

const meta: Meta<Args> = {
  title: 'Elements/Review queue',
  component: 'golive-review-queue',
  render: ({ store, strings, filters = {}, selected, targetHours = 48 }) =>
    html`<golive-review-queue
      .store=${store}
      .strings=${strings}
      .filters=${filters}
      .selected=${selected}
      .targetHours=${targetHours}
    ></golive-review-queue>`,
};
export default meta;

type Story = StoryObj<Args>;

const LONG = 'Zwischenfinanzierungsgesellschaft für grenzüberschreitende Zahlungsdienste '.repeat(
  3,
);

export const Waiting: Story = {
  args: { store: reviewing({ queue: queuePageOf() }), selected: 'subm_2' },
};
export const Returned: Story = {
  args: {
    store: reviewing({ queue: queuePageOf(decidedItems('changes_requested')) }),
    filters: { state: ['changes_requested'] },
  },
};
export const Approved: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf(decidedItems('approved'), { nextCursor: 'next' }),
    }),
    filters: { state: ['approved'], sort: '-decidedAt' },
  },
};
export const Rejected: Story = {
  args: {
    store: reviewing({ queue: queuePageOf(decidedItems('rejected')) }),
    filters: { state: ['rejected'] },
  },
};
export const AllStates: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf([waitingItems[0]!, ...decidedItems('approved').slice(1, 3)]),
    }),
    filters: { state: [], q: 'fern', sort: 'subscriptionName' },
  },
};
export const Empty: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf([], {
        counts: { waiting: 0, changesRequested: 7, approved: 298, rejected: 13 },
      }),
    }),
  },
};
export const NothingRejected: Story = {
  args: { store: reviewing({ queue: queuePageOf([]) }), filters: { state: ['rejected'] } },
};
export const NoMatch: Story = {
  args: { store: reviewing({ queue: queuePageOf([]) }), filters: { q: 'swift' } },
};
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 500) } };
export const Forbidden: Story = { args: { store: failing('forbidden', 403) } };
export const Offline: Story = { args: { store: failing('offline') } };
/** The first read came, the next one did not. */
export const Stale: Story = {
  args: {},
  render: () => {
    const pages = [queuePageOf()];
    const store = reviewing(
      {},
      {
        getQueue: async () => {
          const page = pages.shift();
          if (!page) throw new PipelineError('network');
          queueMicrotask(() => setTimeout(() => store.touchQueue()));
          return page;
        },
      },
    );
    return html`<golive-review-queue .store=${store}></golive-review-queue>`;
  },
};
export const LongTexts: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf([
        queueItemOf({ subscriptionName: LONG, planName: LONG, developer: LONG, attempt: 1024 }),
        queueItemOf({
          submissionId: 'subm_9',
          subscriptionName: '<img src=x onerror=alert(1)>',
          developer: 'اسم طويل',
        }),
      ]),
    }),
  },
};
