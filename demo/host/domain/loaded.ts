import { randomInt } from 'node:crypto';
import {
  emptyState,
  type HostState,
  type SubmissionRecord,
  type SubscriptionRecord,
} from '../../../src/mocks/host/state.js';

/** The part of the host's state that one operation concerns, and what it was when it was read. */
export interface Loaded {
  state: HostState;
  before: {
    /** Documents as text, by table and id. */
    subscriptions: Map<string, string>;
    submissions: Map<string, { text: string; record: SubmissionRecord }>;
    forms: Set<string>;
    /** How many entries were there, for those that come after them are new. */
    activity: Map<string, number>;
  };
}

/**
 * Nothing yet. The serial that ids are made from starts at random with each operation, so that an id
 * tells nobody another one.
 */
export const nothingLoaded = (epoch: number): Loaded => ({
  state: { ...emptyState(), epoch, serial: randomInt(2 ** 47) * 32 },
  before: {
    subscriptions: new Map(),
    submissions: new Map(),
    forms: new Set(),
    activity: new Map(),
  },
});

/** A subscription without what has tables of its own. */
export type SubscriptionBody = Omit<SubscriptionRecord, 'draft' | 'activity'>;
export type SubmissionBody = Omit<SubmissionRecord, 'answers'>;

export function bodyOfSubscription(record: SubscriptionRecord): SubscriptionBody {
  const { draft: _, activity: __, ...body } = record;
  return body;
}

export function bodyOfSubmission(record: SubmissionRecord): SubmissionBody {
  const { answers: _, ...body } = record;
  return body;
}

export function addSubscription({ state, before }: Loaded, body: SubscriptionBody): void {
  if (Object.hasOwn(state.subscriptions, body.id)) return;
  before.subscriptions.set(body.id, JSON.stringify(body));
  state.subscriptions[body.id] = { ...body, draft: null, activity: [] };
}

/** Without its answers where nobody reads them: they never change once they are there. */
export function addSubmission({ state, before }: Loaded, body: SubmissionBody, answers = {}): void {
  before.submissions.set(body.id, {
    text: JSON.stringify(body),
    record: structuredClone({ ...body, answers }),
  });
  state.submissions[body.id] = { ...body, answers };
}
