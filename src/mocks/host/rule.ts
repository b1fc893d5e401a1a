import type { Action } from '../../contract/index.js';
import { advance, Refused, type Asked, type Situation } from '../../rules/index.js';
import type { SubscriptionContext } from './context.js';
import { HostProblem } from './problem.js';
import type { SubmissionRecord } from './state.js';
import { askedBy, situationOf } from './views.js';

/** Puts an action before the rules and, if they let it through, moves the subscription along. */
export function obeyRules(
  context: SubscriptionContext,
  action: Action,
  asked: Asked & { submission?: SubmissionRecord | undefined; situation?: Situation } = {},
): void {
  const { core, state, account, role, subscription } = context;
  const { submission, situation, ...more } = asked;
  const before = situation ?? situationOf(core, state, subscription, role);
  try {
    const after = advance(before, action, { ...askedBy(core, account, submission), ...more });
    subscription.phase = after.phase;
    subscription.changesRequested = after.changesRequested;
  } catch (thrown) {
    throw thrown instanceof Refused ? problemOf(thrown.code) : thrown;
  }
}

const problemOf = (code: Refused['code']): HostProblem =>
  code === 'notes_required'
    ? new HostProblem(code, { errors: [{ pointer: '/notes', code: 'required' }] })
    : new HostProblem(code);
