import type { Operation } from '../../adapter/index.js';
import type { Lane, Role, Routes } from '../../contract/index.js';
import type { Context, LaneContext, SubmissionContext, SubscriptionContext } from './context.js';
import type { Core } from './core.js';
import type { OperationRule } from './operation-rule.js';
import { operations } from './operations.js';
import { letTimePass } from './passing-time.js';
import { HostProblem } from './problem.js';
import { entryOf, planOf, type Account, type HostState, type SubscriptionRecord } from './state.js';

/** What is asked for, by whom; an HTTP request without its HTTP. */
export interface Call {
  /** The account that is signed in; null for nobody. */
  caller: string | null;
  /** Absent for a path that the contract doesn't know. */
  route?: keyof Routes;
  method: string;
  /** Of the path: a subscription's id. */
  id?: string;
  lane?: Lane;
  submissionId?: string;
  query?: URLSearchParams;
  body?: unknown;
  idempotencyKey?: string | undefined;
  ifMatch?: string | undefined;
}

export type AnyContext = Context & Partial<LaneContext & SubmissionContext & SubscriptionContext>;

export interface Admitted {
  operation: Operation;
  rule: OperationRule;
  context: AnyContext;
}

/**
 * Whether this caller may ask for this at all.
 * @throws HostProblem in the contract's order: 401, 404, 405, 403.
 */
export function admit(core: Core, state: HostState, call: Call): Admitted {
  const account = call.caller === null ? undefined : entryOf(state.accounts, call.caller);
  if (!account) throw new HostProblem('not_signed_in');

  const { route } = call;
  if (route === undefined || !isOffered(core, route)) throw new HostProblem('not_found');
  const target = targetOf(state, account, call);

  const there = operationsAt(route);
  const operation = there.find((name) => operations[name].method === call.method);
  if (!operation) {
    const allow = there.map((name) => operations[name].method);
    throw new HostProblem('method_not_allowed', { allow });
  }

  const rule: OperationRule = operations[operation];
  if (rule.who !== 'both' && rule.who !== target.role) throw new HostProblem('forbidden');

  const now = core.now();
  if (target.subscription) letTimePass(state, target.subscription, now);
  const { query = new URLSearchParams(), ifMatch, lane } = call;
  const context = { core, state, now, account, query, ifMatch, ...target };
  return { operation, rule, context: lane ? { ...context, lane } : context };
}

function isOffered({ capabilities }: Core, route: keyof Routes): boolean {
  if (route === 'subscriptionEvents' || route === 'queueEvents') return capabilities.events;
  return route !== 'bulkDecision' || capabilities.bulkReview;
}

const operationsAt = (route: keyof Routes): Operation[] =>
  (Object.keys(operations) as Operation[]).filter((name) => operations[name].route === route);

/** What the path names, as far as it is the caller's to see. What isn't is not there. */
function targetOf(state: HostState, account: Account, { id, submissionId }: Call) {
  if (id !== undefined) {
    const subscription = entryOf(state.subscriptions, id);
    const role = subscription && roleOn(state, account, subscription);
    if (!subscription || !role) throw new HostProblem('not_found');
    return { subscription, role };
  }
  if (submissionId !== undefined) {
    const submission = entryOf(state.submissions, submissionId);
    const subscription = submission && entryOf(state.subscriptions, submission.subscriptionId);
    if (!subscription || !roleOn(state, account, subscription)) throw new HostProblem('not_found');
    const role = sideOf(account.reviews === planOf(state, subscription).provider);
    return { submission, subscription, role };
  }
  return { role: sideOf(account.reviews !== undefined) };
}

const sideOf = (reviews: boolean): Role => (reviews ? 'reviewer' : 'developer');

/** Who owns a subscription is its developer, also when they review for its provider. */
function roleOn(
  state: HostState,
  account: Account,
  subscription: SubscriptionRecord,
): Role | undefined {
  if (account.tenant === subscription.tenant) return 'developer';
  return account.reviews === planOf(state, subscription).provider ? 'reviewer' : undefined;
}
