import { checkForm, type Form, type Status } from '../../contract/index.js';
import { isLive } from '../../rules/index.js';
import { record } from './activity.js';
import { forgetQueues, touchQueue } from './queue-index.js';
import {
  entryOf,
  nextId,
  planOf,
  touch,
  type HostState,
  type Plan,
  type SubscriptionRecord,
} from './state.js';

/** A new subscription. Without a pipeline it stands in production from the start. */
export interface NewSubscription {
  id?: string;
  name: string;
  planId: string;
  tenant: string;
  /** Who subscribed, as the activity shows it. */
  by: string;
  status?: Status;
}

export function addPlan(state: HostState, plan: Plan): void {
  if (plan.form) checkForm(plan.form);
  state.plans[plan.id] = structuredClone(plan);
  forgetQueues(state);
  state.revision += 1;
}

export function subscribe(state: HostState, now: number, given: NewSubscription): string {
  const plan = entryOf(state.plans, given.planId);
  if (!plan) throw new RangeError(`there is no plan ${given.planId}`);
  const { id = nextId(state, 'sub'), name, planId, tenant, by, status = 'active' } = given;
  if (Object.hasOwn(state.subscriptions, id)) throw new RangeError(`${id} is taken`);
  const subscription: SubscriptionRecord = {
    id,
    name,
    tenant,
    planId,
    status,
    phase: plan.hasPipeline ? 'sandbox' : 'production',
    changesRequested: false,
    version: 0,
    updatedAt: new Date(now).toISOString(),
    credentials: { sandbox: null, production: null },
    tokens: [],
    draft: null,
    submissionIds: [],
    activity: [],
  };
  state.subscriptions[id] = subscription;
  record(state, subscription, now, { kind: 'subscription_created', actor: by });
  return id;
}

/** Another form for a plan. Submissions keep the one they answered. */
export function setForm(state: HostState, now: number, planId: string, form: Form | null): void {
  const plan = entryOf(state.plans, planId);
  if (!plan) throw new RangeError(`there is no plan ${planId}`);
  if (form && form.version === plan.form?.version) {
    throw new RangeError('another form needs another version');
  }
  if (form) checkForm(form);
  plan.form = structuredClone(form);
  for (const subscription of Object.values(state.subscriptions)) {
    if (subscription.planId === planId) touch(state, subscription, now);
  }
}

export function setStatus(
  state: HostState,
  now: number,
  subscription: SubscriptionRecord,
  status: Status,
): void {
  if (subscription.status === status) return;
  subscription.status = status;
  touch(state, subscription, now);
  touchQueue(state, subscription);
}

/** As a billing system reports it, which it may do twice. */
export function settlePayment(
  state: HostState,
  now: number,
  subscription: SubscriptionRecord,
  paid: boolean,
): void {
  const status = paid ? 'active' : 'payment_failed';
  if (subscription.status === status) return;
  if (!planOf(state, subscription).paid || !isLive(subscription.status)) {
    throw new RangeError(`no payment is expected for ${subscription.id}`);
  }
  setStatus(state, now, subscription, status);
  const kind = paid ? 'payment_completed' : 'payment_failed';
  record(state, subscription, now, { kind, actor: null });
}
