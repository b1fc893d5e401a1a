import type { Action, ReviewDetail, Snapshot } from '../contract/index.js';
import { refusalOf } from './transitions.js';

/** Allowed, or the code of the reason why not. */
export type Permission = { ok: true } | { ok: false; code: string };

const ALLOWED: Permission = { ok: true };

/**
 * Whether the person may do this now. The server's word wins: what it allows is allowed, what it
 * doesn't is refused with its reason; the table only fills in a reason that the server left out.
 */
export function permit(snapshot: Snapshot, action: Action): Permission {
  if (snapshot.allowedActions.includes(action)) return ALLOWED;
  const said = Object.hasOwn(snapshot.refusals, action) ? snapshot.refusals[action] : undefined;
  return { ok: false, code: said ?? refusalOf(snapshot, action) ?? 'forbidden' };
}

/** The same for a submission under review, whose own permissions stand in its detail. */
export function permitReview(detail: ReviewDetail, action: Action): Permission {
  const { snapshot, allowedActions, refusals } = detail;
  return permit({ ...snapshot, allowedActions, refusals }, action);
}
