import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PipelineError } from '../src/adapter/index.js';
import type { ReviewDetail } from '../src/contract/index.js';
import '../src/define/review-panel.js';
import type { ReviewPanel } from '../src/elements/review-panel/review-panel.js';
import type { PipelineStore } from '../src/store/index.js';
import { decidedOf, detailOf, firstAttempt, reviewing, submissionOf } from './fixture/review.js';
import { failing, waiting } from './fixture/store.js';

type Args = Partial<Pick<ReviewPanel, 'store' | 'strings' | 'submission'>> & {
  /** What the reviewer wrote before. */
  written?: { notes: string; fieldNotes: { fieldId: string; note: string }[] };
};

const meta: Meta<Args> = {
  title: 'Elements/Review panel',
  component: 'golive-review-panel',
  render: ({ store, strings, submission, written }) => {
    const name = `golive-review-notes:${submission}`;
    if (written) sessionStorage.setItem(name, JSON.stringify(written));
    else sessionStorage.removeItem(name);
    return html`<golive-review-panel
      .store=${store}
      .strings=${strings}
      .submission=${submission}
    ></golive-review-panel>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

const showing = (...reviews: ReviewDetail[]): PipelineStore => reviewing({ reviews });

/** Whenever it is opened, its first read brings the one, and a second one the other. */
function turning(first: ReviewDetail, next: () => Promise<ReviewDetail>): PipelineStore {
  let isFirst = true;
  const store = reviewing(
    {},
    {
      getReview: async () => {
        if (!isFirst) return next();
        isFirst = false;
        setTimeout(() => void store.refresh());
        return first;
      },
    },
  );
  const { openReview } = store;
  store.openReview = (id) => {
    isFirst = true;
    return openReview(id);
  };
  return store;
}

const notes = 'One last thing: the certificate on the callback host.';
const noteAtCallback = {
  fieldId: 'callback_url',
  note: 'This host has no valid certificate yet. Please fix it before go-live.',
};
const LONG = 'Zwischenfinanzierungsgesellschaft-für-grenzüberschreitende-Zahlungsdienste '.repeat(
  4,
);

export const Waiting: Story = {
  args: { store: showing(detailOf()), submission: 'subm_2' },
};
export const Written: Story = {
  args: {
    store: showing(detailOf()),
    submission: 'subm_2',
    written: { notes, fieldNotes: [noteAtCallback] },
  },
};
export const FirstAttempt: Story = {
  args: {
    store: showing(
      detailOf({
        submission: submissionOf({ attempt: 1, answers: firstAttempt.answers }),
        previous: null,
      }),
    ),
    submission: 'subm_2',
  },
};
export const NoForm: Story = {
  args: {
    store: showing(
      detailOf({
        submission: submissionOf({ attempt: 1, form: null, answers: {} }),
        previous: null,
        testData: [],
        activity: [],
      }),
    ),
    submission: 'subm_2',
  },
};
export const Own: Story = {
  args: {
    store: showing(
      detailOf({
        allowedActions: [],
        refusals: {
          approve: 'own_submission',
          reject: 'own_submission',
          request_changes: 'own_submission',
        },
      }),
    ),
    submission: 'subm_2',
  },
};
export const SubscriptionInactive: Story = {
  args: {
    store: showing(
      detailOf({
        allowedActions: ['reject', 'request_changes'],
        refusals: { approve: 'subscription_inactive' },
      }),
    ),
    submission: 'subm_2',
  },
};
export const Approved: Story = {
  args: { store: showing(decidedOf('approved')), submission: 'subm_2' },
};
export const Rejected: Story = {
  args: { store: showing(decidedOf('rejected')), submission: 'subm_2' },
};
export const ChangesRequested: Story = {
  args: {
    store: showing(
      decidedOf('changes_requested', { fieldNotes: [noteAtCallback], reviewer: null }),
    ),
    submission: 'subm_2',
  },
};
/** Answers were edited while the reviewer wrote. */
export const NewVersion: Story = {
  args: {
    store: turning(detailOf(), async () => {
      const { answers } = submissionOf();
      const edited = { ...answers, callback_url: 'https://hooks.fernwood.example/v3' };
      return detailOf({ submission: submissionOf({ version: 's2', answers: edited }) });
    }),
    submission: 'subm_2',
    written: { notes, fieldNotes: [] },
  },
};
/** Another reviewer was quicker. */
export const DecidedByOther: Story = {
  args: {
    store: turning(detailOf(), async () => decidedOf('approved')),
    submission: 'subm_2',
    written: { notes, fieldNotes: [noteAtCallback] },
  },
};
export const DecidedByOtherAndResubmitted: Story = {
  args: {
    store: turning(detailOf(), async () => {
      const detail = decidedOf('changes_requested');
      const submission = { ...detail.snapshot.submission!, id: 'subm_3', attempt: 3 };
      return { ...detail, snapshot: { ...detail.snapshot, submission } };
    }),
    submission: 'subm_2',
    written: { notes, fieldNotes: [] },
  },
};
export const Nothing: Story = { args: { store: showing() } };
export const Loading: Story = { args: { store: waiting(), submission: 'subm_2' } };
export const Failed: Story = { args: { store: failing('internal', 500), submission: 'subm_2' } };
export const NotFound: Story = { args: { store: failing('not_found', 404), submission: 'subm_9' } };
export const Stale: Story = {
  args: {
    store: turning(detailOf(), () => Promise.reject(new PipelineError('network'))),
    submission: 'subm_2',
  },
};
export const LongTexts: Story = {
  args: {
    store: showing(
      detailOf({
        snapshot: { ...detailOf().snapshot, name: LONG },
        submission: submissionOf({
          submittedBy: LONG,
          answers: {
            legal_name: LONG,
            purpose: `<b>${LONG}</b>\n\n${LONG}`,
            unknown: 'x'.repeat(400),
          },
        }),
      }),
    ),
    submission: 'subm_2',
    written: { notes: 'ß'.repeat(10_001), fieldNotes: [{ fieldId: 'purpose', note: LONG }] },
  },
};
