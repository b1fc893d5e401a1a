import { html, nothing } from 'lit';
import type { LockReason } from '../../contract/index.js';
import { joined } from '../../i18n/words.js';
import {
  alertIcon,
  checkCircleIcon,
  paymentIcon,
  pendingIcon,
  xCircleIcon,
  type Shape,
} from '../../ui/icon.js';
import { link } from '../../ui/link.js';
import { renderChecks, type CardModel, type Check } from './card-parts.js';

const looks: Record<LockReason, readonly [shape: Shape, tone: string]> = {
  not_approved: [pendingIcon, 'open'],
  in_review: [pendingIcon, 'open'],
  rejected: [xCircleIcon, 'danger'],
  payment_pending: [paymentIcon, ''],
  payment_failed: [xCircleIcon, 'danger'],
  subscription_inactive: [alertIcon, 'warning'],
};

/** The locks that a payment opens. */
export const isPayment = (reason: LockReason) =>
  reason === 'payment_pending' || reason === 'payment_failed';

/** Why a lane is closed: one sentence, then each reason with what to do about it. */
export function renderLocks(model: CardModel) {
  const { slice, words } = model;
  const locks = slice.locks ?? [];
  // When only the payment is missing, it is the one thing to do.
  const isPaymentAll = locks.every(isPayment);
  const checks = locks.map((reason): Check => {
    const step = isPaymentAll ? nothing : nextStep(reason, model);
    const name = html`<span class="strong">${words.say(`credentials.${reason}`)}</span>`;
    return [...looks[reason], name, html`${detailOf(reason, model)} ${step}`];
  });
  if (isPaymentAll && slice.isApproved) checks.unshift(approvalCheck(model));
  return html`<p class="muted">${leadOf(locks, model)}</p>
    ${renderChecks(checks, words.say('credentials.whyLocked'))}
    ${
      isPaymentAll
        ? html`<div class="actions">
            ${locks.map((reason) => nextStep(reason, model, 'button primary'))}
          </div>`
        : nothing
    }`;
}

/** That the integration was approved: by whom, and when. */
export function approvalCheck({ slice: { review }, words }: CardModel): Check {
  const date = review && words.format.date(review.decidedAt);
  const detail = review?.reviewer
    ? words.compose('credentials.approvedBy', {
        reviewer: html`<bdi>${review.reviewer}</bdi>`,
        date,
      })
    : date;
  return [checkCircleIcon, 'success', words.say('credentials.approved'), detail];
}

function leadOf(locks: LockReason[], { slice, words }: CardModel): string {
  const [first] = locks;
  if (!first) return '';
  const plan = slice.plan?.name ?? '';
  const isUnreviewed = first === 'not_approved' || first === 'in_review';
  return joined([
    isPayment(first) && slice.isApproved ? words.say('credentials.approvedLead') : '',
    isUnreviewed && locks.some(isPayment)
      ? words.say('credentials.unpaidLead')
      : words.say(`credentials.${first}Lead`, { plan }),
    slice.credential ? words.say('credentials.existingLead') : '',
  ]);
}

function detailOf(reason: LockReason, { slice, words }: CardModel): string {
  const { review, submission, changesRequested, plan, status } = slice;
  const decided = review ? words.format.date(review.decidedAt) : '';
  switch (reason) {
    case 'not_approved':
      return changesRequested && review
        ? words.say('credentials.returnedDetail', { date: decided })
        : words.say('credentials.not_approvedDetail');
    case 'in_review':
      if (!submission) return '';
      return words.say('credentials.in_reviewDetail', {
        date: words.format.date(submission.submittedAt),
      });
    case 'rejected':
      return review ? words.say('credentials.rejectedDetail', { date: decided }) : '';
    case 'payment_pending':
      return words.say('credentials.payment_pendingDetail', { plan: plan?.name ?? '' });
    case 'payment_failed':
      return words.say('credentials.payment_failedDetail');
    case 'subscription_inactive':
      return words.sayCode('credentials', `${status}Detail`);
  }
}

function nextStep(reason: LockReason, model: CardModel, look = 'link') {
  const { slice, words, onEditSubmission } = model;
  if (reason === 'payment_pending' || reason === 'payment_failed') {
    const label = words.say(`credentials.${reason}Next`);
    return link({ href: slice.links?.checkout, label, look, external: true });
  }
  return reason === 'not_approved' && slice.changesRequested
    ? html`<button type="button" class="link" @click=${onEditSubmission}>
        ${words.say(slice.hasForm ? 'credentials.editSubmission' : 'credentials.goToSubmission')}
      </button>`
    : nothing;
}
