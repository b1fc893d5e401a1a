import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PipelineError } from '../src/adapter/index.js';
import type { ReviewDetail } from '../src/contract/index.js';
import '../src/define/review-panel.js';
import type { ReviewPanel, ReviewTemplate } from '../src/elements/review-panel/review-panel.js';
import type { PipelineStore } from '../src/store/index.js';
import { decidedOf, detailOf, firstAttempt, reviewing, submissionOf } from './fixture/review.js';
import { credentialOf } from './fixture/snapshot.js';
import { failing, waiting } from './fixture/store.js';

type Args = Partial<
  Pick<ReviewPanel, 'store' | 'strings' | 'submission' | 'templates' | 'shortcuts'>
> & {
  /** What the reviewer wrote before. */
  written?: { notes: string; fieldNotes: { fieldId: string; note: string }[] };
};

const meta: Meta<Args> = {
  title: 'Elements/Review panel',
  component: 'golive-review-panel',
  render: ({ store, strings, submission, written, templates = [], shortcuts = false }) => {
    const name = `golive-review-notes:${submission}`;
    if (written) sessionStorage.setItem(name, JSON.stringify(written));
    else sessionStorage.removeItem(name);
    return html`<golive-review-panel
      .store=${store}
      .strings=${strings}
      .submission=${submission}
      .templates=${templates}
      .shortcuts=${shortcuts}
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
const essay =
  'We pay out marketplace sellers once a day. Buyers pay by transfer or by card. '.repeat(2) +
  'Chargebacks are handled by hand. Every payout is reconciled the same evening, and what does not ' +
  'add up is put aside until an accountant has seen it.';

function withCredentials(change: Partial<ReviewDetail['snapshot']['credentials']>): Args {
  const { snapshot } = detailOf();
  const credentials = { ...snapshot.credentials, ...change };
  return {
    store: showing(detailOf({ snapshot: { ...snapshot, credentials } })),
    submission: 'subm_2',
  };
}
const LONG = 'Zwischenfinanzierungsgesellschaft-für-grenzüberschreitende-Zahlungsdienste '.repeat(
  4,
);

const templates: ReviewTemplate[] = [
  { id: 'hello', label: 'Greeting', text: 'Hello {developer}, thank you for {name}.' },
  {
    id: 'certificate',
    label: 'Certificate of the callback host',
    text: 'The host {host} has no valid certificate. Renew it by {day}, then submit again.',
    outcome: 'changes_requested',
  },
  {
    id: 'refunds',
    label: 'Refunds are not described',
    text: 'Say how a refund reaches the payer.',
    outcome: 'changes_requested',
  },
  {
    id: 'licence',
    label: 'No licence found',
    text: 'We found no licence for the {plan} plan.',
    outcome: 'rejected',
  },
];

/** Presses a button of the panel once it is there. */
const press =
  (...names: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('golive-review-panel')!.shadowRoot!;
    for (const name of names) {
      let found: HTMLElement | undefined;
      for (let round = 0; round < 300 && !found; round += 1) {
        await new Promise(requestAnimationFrame);
        const buttons = root.querySelectorAll<HTMLElement>('button');
        found = [...buttons].find((each) => each.textContent.trim() === name);
      }
      found!.click();
    }
  };

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
      const submission = {
        ...detail.snapshot.submission!,
        id: 'subm_3',
        attempt: 3,
        submittedAt: '2026-11-24T10:55:00Z',
      };
      return { ...detail, snapshot: { ...detail.snapshot, submission } };
    }),
    submission: 'subm_2',
    written: { notes, fieldNotes: [] },
  },
};
/** A sentence here and there of long texts, and a part of an address. */
export const LongTextsChanged: Story = {
  args: {
    store: showing(
      detailOf({
        previous: { ...firstAttempt, answers: { ...firstAttempt.answers, purpose: essay } },
        submission: submissionOf({
          answers: {
            ...submissionOf().answers,
            purpose: essay
              .replace('once a day', 'twice a day')
              .replace('Chargebacks are handled by hand. ', '')
              .concat(' Refunds go back to the payer’s account.'),
          },
        }),
      }),
    ),
    submission: 'subm_2',
  },
};
/** So little stayed that both are shown in full. */
export const TextRewritten: Story = {
  args: {
    store: showing(
      detailOf({
        submission: submissionOf({
          answers: { ...firstAttempt.answers, purpose: 'Invoices for dentists, monthly.' },
        }),
      }),
    ),
    submission: 'subm_2',
  },
};
export const Templates: Story = {
  args: { store: showing(detailOf()), submission: 'subm_2', templates },
  play: press('Insert a template'),
};
/** With gaps that only the reviewer can fill. */
export const TemplateInserted: Story = {
  args: {
    store: showing(detailOf()),
    submission: 'subm_2',
    templates,
    written: { notes: 'Nearly there.', fieldNotes: [] },
  },
  play: press('Insert a template', 'Certificate of the callback host'),
};
export const Previewed: Story = {
  args: {
    store: showing(detailOf()),
    submission: 'subm_2',
    written: { notes, fieldNotes: [noteAtCallback] },
  },
  play: press('Preview'),
};
export const AskedToApprove: Story = {
  args: { store: showing(detailOf()), submission: 'subm_2' },
  play: press('Approve'),
};
export const AskedToReject: Story = {
  args: {
    store: showing(detailOf()),
    submission: 'subm_2',
    templates,
    written: { notes: 'Renew it by {day}.', fieldNotes: [noteAtCallback] },
  },
  play: press('Reject'),
};
export const NotesMissing: Story = {
  args: { store: showing(detailOf()), submission: 'subm_2' },
  play: press('Request changes'),
};
export const NearTheLimit: Story = {
  args: {
    store: showing(detailOf()),
    submission: 'subm_2',
    written: { notes: 'Please read this. '.repeat(550), fieldNotes: [] },
  },
};
export const Shortcuts: Story = {
  args: { store: showing(detailOf()), submission: 'subm_2', shortcuts: true },
};
export const NoCredentials: Story = { args: withCredentials({ sandbox: null }) };
export const CredentialsNotReceived: Story = {
  args: withCredentials({ sandbox: credentialOf('sandbox', { deliveredAt: null }) }),
};
export const CredentialsExpired: Story = {
  args: withCredentials({
    sandbox: credentialOf('sandbox', { expiresAt: '2026-11-20T09:50:00Z' }),
  }),
};
/** Two secrets work at a time, and production has credentials too. */
export const CredentialsOverlap: Story = {
  args: withCredentials({
    sandbox: credentialOf('sandbox', {
      expiresAt: null,
      secrets: [
        ...credentialOf('sandbox').secrets,
        {
          id: 'sec_0',
          name: 'client_secret',
          hint: '9c1b',
          createdAt: '2026-11-12T14:21:00Z',
          validUntil: '2026-11-24T23:50:00Z',
        },
      ],
    }),
    production: credentialOf('production'),
  }),
};
/** Without an id there is no way to an attempt. */
export const ManyAttempts: Story = {
  args: {
    store: showing(
      detailOf({
        submission: submissionOf({ attempt: 4 }),
        previous: { ...firstAttempt, attempt: 3 },
        activity: detailOf().activity.concat(
          {
            id: 'b1',
            at: '2026-10-02T08:00:00Z',
            actor: null,
            kind: 'changes_requested',
            attempt: 2,
          },
          { id: 'b2', at: '2026-10-01T08:00:00Z', actor: null, kind: 'submitted', attempt: 2 },
        ),
      }),
    ),
    submission: 'subm_2',
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
