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

/** Presses what a person would; parts of the bar and the dialog are fetched first. */
async function press(canvasElement: HTMLElement, ...selectors: string[]) {
  const { shadowRoot, updateComplete } = canvasElement.querySelector('golive-review-queue')!;
  await updateComplete;
  for (const selector of selectors) {
    let found: HTMLElement | null = null;
    while (!(found = shadowRoot!.querySelector<HTMLElement>(selector))) {
      if (!canvasElement.isConnected) return;
      await new Promise(requestAnimationFrame);
    }
    found.click();
  }
  await new Promise(requestAnimationFrame);
}

const checkbox = (row: number) => `.item:nth-of-type(${row}) .box`;
const approve = '#bulk .end > :first-child';
const requestChanges = '#bulk .end > :last-child';
const confirm = 'dialog[open] .foot > :last-child';
const selecting = (change: Parameters<typeof reviewing>[1] = {}) =>
  reviewing({ queue: queuePageOf() }, change);

export const Selected: Story = {
  args: { store: selecting(), selected: 'subm_2' },
  play: ({ canvasElement }) => press(canvasElement, checkbox(3), checkbox(4), '#bulk'),
};
export const BulkConfirm: Story = {
  args: { store: selecting() },
  play: ({ canvasElement }) => press(canvasElement, '#check-all', approve),
};
export const BulkNotesMissing: Story = {
  args: { store: selecting() },
  play: ({ canvasElement }) => press(canvasElement, checkbox(1), requestChanges, confirm),
};
export const BulkRunning: Story = {
  args: { store: selecting({ decideMany: () => new Promise(() => undefined) }) },
  play: ({ canvasElement }) => press(canvasElement, '#check-all', approve, confirm),
};
export const BulkDone: Story = {
  args: {
    store: selecting({
      decideMany: async ({ items }) => ({
        results: items.map(({ submissionId }) => ({ submissionId, ok: true })),
      }),
    }),
  },
  play: ({ canvasElement }) =>
    press(canvasElement, checkbox(1), checkbox(2), approve, confirm, '#bulk .outcome'),
};
export const BulkPartlyFailed: Story = {
  args: {
    store: selecting({
      decideMany: async ({ items }) => ({
        results: items.map(({ submissionId }, at) =>
          at % 3 === 1
            ? {
                submissionId,
                ok: false,
                problem: { code: at === 1 ? 'version_conflict' : 'own_submission' },
              }
            : { submissionId, ok: true },
        ),
      }),
    }),
  },
  play: ({ canvasElement }) =>
    press(canvasElement, '#check-all', approve, confirm, '#bulk .outcome'),
};
export const BulkHalted: Story = {
  args: {
    store: selecting({
      decideMany: async () => {
        throw new PipelineError('offline');
      },
    }),
  },
  play: ({ canvasElement }) =>
    press(canvasElement, checkbox(1), checkbox(2), approve, confirm, '#bulk .notice'),
};
/** Two came and one was decided elsewhere while the reviewer looked at the list. */
export const NewRowsHeld: Story = {
  args: {},
  render: () => {
    const before = queuePageOf(waitingItems.slice(2));
    const after = queuePageOf([...waitingItems.slice(0, 4), ...waitingItems.slice(5)], {
      counts: { waiting: 9, changesRequested: 7, approved: 299, rejected: 13 },
    });
    const pages = [before];
    const store = reviewing(
      {},
      {
        getQueue: async () => {
          const page = pages.shift();
          if (page) queueMicrotask(() => setTimeout(() => store.touchQueue()));
          return page ?? after;
        },
      },
    );
    return html`<golive-review-queue .store=${store}></golive-review-queue>`;
  },
};
export const FiltersOn: Story = {
  args: {
    store: reviewing({ queue: queuePageOf(waitingItems.slice(0, 2)) }),
    filters: { q: 'treasury', plan: 'Partner', submittedBefore: '2026-11-22T11:00:00Z' },
  },
};
export const NoMatchOfFilters: Story = {
  args: { store: reviewing({ queue: queuePageOf([]) }), filters: { plan: 'Rates' } },
};
export const NothingAtOnce: Story = {
  args: {
    store: reviewing({
      queue: queuePageOf(waitingItems, {
        capabilities: { events: true, bulkReview: false, fieldNotes: true },
      }),
    }),
  },
};
