import type { Lane, LockReason, Snapshot, Status } from '../contract/index.js';

/** The part of a snapshot that the rules read. A host fills it from its own records. */
export type Situation = Pick<
  Snapshot,
  | 'status'
  | 'phase'
  | 'changesRequested'
  | 'role'
  | 'credentials'
  | 'hasForm'
  | 'formVersion'
  | 'capabilities'
>;

/** A missing payment locks production only, so these three go on working in sandbox. */
const LIVE: readonly Status[] = ['active', 'pending_payment', 'payment_failed'];

/** Whether the subscription runs at all. */
export const isLive = (status: Status): boolean => LIVE.includes(status);

/** Every reason a lane is locked for, in the contract's order; empty when it is open. */
export function locksOf({ status, phase }: Pick<Situation, 'status' | 'phase'>, lane: Lane) {
  const locks: LockReason[] = [];
  if (lane === 'production') {
    if (phase === 'sandbox') locks.push('not_approved');
    if (phase === 'in_review') locks.push('in_review');
    if (phase === 'rejected') locks.push('rejected');
    if (status === 'pending_payment') locks.push('payment_pending');
    if (status === 'payment_failed') locks.push('payment_failed');
  }
  if (!isLive(status)) locks.push('subscription_inactive');
  return locks;
}
