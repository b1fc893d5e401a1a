import type { Lane, Role } from '../../contract/index.js';
import type { Core } from './core.js';
import type { Account, HostState, SubmissionRecord, SubscriptionRecord } from './state.js';

/** What an operation works on, once it is known who asks for what. */
export interface Context {
  core: Core;
  state: HostState;
  /** One moment for the whole operation. */
  now: number;
  account: Account;
  role: Role;
  query: URLSearchParams;
  ifMatch: string | undefined;
}

export interface SubscriptionContext extends Context {
  subscription: SubscriptionRecord;
}

export interface LaneContext extends SubscriptionContext {
  lane: Lane;
}

export interface SubmissionContext extends Context {
  submission: SubmissionRecord;
  subscription: SubscriptionRecord;
}

/** What an operation answers that went well. */
export interface HostAnswer {
  status: number;
  body?: unknown;
  /** The version that the body stands for. */
  etag?: string;
  /** When time alone will change the answer, in milliseconds since 1970. */
  changesAt?: number | undefined;
}

export const isoOf = (moment: number): string => new Date(moment).toISOString();
