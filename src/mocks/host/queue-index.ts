import { countByState, type QueueCounts, type QueueState } from '../../contract/index.js';
import {
  entryOf,
  planOf,
  type HostState,
  type SubmissionRecord,
  type SubscriptionRecord,
} from './state.js';
import { queueStateOf } from './views.js';

/** What rows are sorted by; a descending sort reads the same order from its end. */
export type OrderName = 'submittedAt' | 'decidedAt' | 'subscriptionName';

/** Where a row stands: its sort key, and its id where keys are equal. */
export type Place = readonly [key: string, id: string];

/** A submission with all that it is filtered and sorted by, worked out once. */
export interface QueueRow {
  submission: SubmissionRecord;
  state: QueueState;
  /** When it was submitted, in milliseconds. */
  at: number;
  plan: string;
  /** What a search looks in, case folded. */
  texts: string[];
  places: Record<OrderName, Place>;
}

export interface QueueIndex {
  /** How many attempts stand where. */
  readonly counts: Readonly<QueueCounts>;
  /** Every row, in this order. */
  inOrder(name: OrderName): readonly QueueRow[];
  /** Takes in a submission that is new, or has changed. */
  put(submission: SubmissionRecord): void;
}

/** Beside the states, for a state is plain JSON. One that was loaded anew is another one. */
const indexes = new WeakMap<HostState, Map<string, QueueIndex>>();

/** The queue of a provider: made at the first look, and kept up with each change from then on. */
export function queueIndexOf(state: HostState, provider: string): QueueIndex {
  const known = indexes.get(state) ?? new Map<string, QueueIndex>();
  indexes.set(state, known);
  const index = known.get(provider) ?? createIndex(state, provider);
  known.set(provider, index);
  return index;
}

/** Another plan may have another name or provider, so each queue is gone through again. */
export const forgetQueues = (state: HostState): void => void indexes.delete(state);

/** Something in a provider's queue changed: this submission, or what may be done with several. */
export function touchQueue(
  state: HostState,
  subscription: SubscriptionRecord,
  submission?: SubmissionRecord,
): void {
  const { provider } = planOf(state, subscription);
  state.queueVersions[provider] = (entryOf(state.queueVersions, provider) ?? 0) + 1;
  if (submission) indexes.get(state)?.get(provider)?.put(submission);
}

function createIndex(state: HostState, provider: string): QueueIndex {
  const rows = new Map<string, QueueRow>();
  const orders = new Map<OrderName, QueueRow[]>();
  const counts: QueueCounts = { waiting: 0, approved: 0, rejected: 0, changesRequested: 0 };
  for (const submission of Object.values(state.submissions)) {
    const subscription = state.subscriptions[submission.subscriptionId]!;
    if (planOf(state, subscription).provider !== provider) continue;
    const row = rowOf(state, submission);
    rows.set(submission.id, row);
    counts[countByState[row.state]] += 1;
  }

  return {
    counts,
    inOrder(name) {
      const order =
        orders.get(name) ??
        [...rows.values()].sort((one, other) =>
          comparePlaces(one.places[name], other.places[name]),
        );
      orders.set(name, order);
      return order;
    },
    put(submission) {
      const before = rows.get(submission.id);
      const now = rowOf(state, submission);
      for (const [name, order] of orders) {
        if (before) order.splice(indexIn(order, name, before.places[name]), 1);
        order.splice(indexIn(order, name, now.places[name]), 0, now);
      }
      rows.set(submission.id, now);
      if (before) counts[countByState[before.state]] -= 1;
      counts[countByState[now.state]] += 1;
    },
  };
}

function rowOf(state: HostState, submission: SubmissionRecord): QueueRow {
  const { id, subscriptionId, submittedAt, submittedBy, review } = submission;
  const subscription = state.subscriptions[subscriptionId]!;
  const plan = planOf(state, subscription).name;
  const texts = [subscription.name, plan, submittedBy, id, subscriptionId];
  return {
    submission,
    state: queueStateOf(submission),
    at: Date.parse(submittedAt),
    plan,
    texts: texts.map((text) => text.toLowerCase()),
    places: {
      submittedAt: [submittedAt, id],
      // What is not decided comes before every moment.
      decidedAt: [review?.decidedAt ?? '', id],
      subscriptionName: [subscription.name.toLowerCase(), id],
    },
  };
}

/** Where a place is in an order, or would be. */
export function indexIn(order: readonly QueueRow[], name: OrderName, place: Place): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(order[middle]!.places[name], place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
export const comparePlaces = (one: Place, other: Place): number =>
  compareTexts(one[0], other[0]) || compareTexts(one[1], other[1]);
