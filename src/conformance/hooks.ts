import type { HeadersSource } from '../adapter/index.js';
import type { Credential, Form, Lane, Status } from '../contract/index.js';

/**
 * Who asks: two developers of different companies, two reviewers of the provider whose plans the
 * subscriptions are of, and a reviewer of another provider.
 */
export const callers = [
  'developer',
  'otherDeveloper',
  'reviewer',
  'secondReviewer',
  'foreignReviewer',
] as const;
export type Caller = (typeof callers)[number];

/**
 * What a subscription has to be like. The reviewer reviews each; `form` alone has a form. Their
 * credentials have one secret value, where nothing else is said.
 */
export const planKinds = {
  free: 'free, with a review, without a form',
  paid: 'to be paid for, and not paid yet; with a review, without a form',
  form: 'free, with a review and the form that the wish holds',
  no_pipeline: 'open to everybody at once, without a review',
  no_secret: 'free, with a kind of credentials that has no secret value',
  two_secrets: 'free, with a kind of credentials that has two secret values',
  expiring: 'free, with credentials that expire within 400 days',
} as const;
export type PlanKind = keyof typeof planKinds;

export interface SubscriptionWish {
  plan: PlanKind;
  /** The name that the subscription must bear: it is looked for in the queue. */
  name: string;
  /** Whose it is. `reviewer` wants one of their own, on a plan that they review. */
  owner: 'developer' | 'otherDeveloper' | 'reviewer';
  /** The form of a plan of the kind `form`. */
  form: Form;
}

/** A secret or a token, and where it was issued. */
export interface KeyToCheck {
  value: string;
  kind: 'secret' | 'token';
  subscriptionId: string;
  lane: Lane;
  /** As it was when the key was issued: its open values may be needed to use it. */
  credential: Credential;
}

/**
 * What the suite can't do by the contract's HTTP, in the words of the host it is held against. All but
 * the first may be left out; the checks that need them are skipped by name.
 */
export interface Hooks {
  /** A new subscription that nothing was done with; undefined where there are no such plans. */
  createSubscription(wish: SubscriptionWish): Promise<{ id: string } | undefined>;
  /** What the billing system says. */
  completePayment?(subscriptionId: string): Promise<void>;
  failPayment?(subscriptionId: string): Promise<void>;
  setStatus?(subscriptionId: string, status: Status): Promise<void>;
  /** Gives the plan of a subscription this form, whose version is another one. */
  setForm?(subscriptionId: string, form: Form): Promise<void>;
  /** Whether the host's own API lets a key in now. */
  checkKey?(key: KeyToCheck): Promise<boolean>;
  /** Lets time pass on the host. Nothing else is asked of it meanwhile. */
  advanceTime?(seconds: number): Promise<void>;
  /** Headers of callers, where those of the command line do not do. */
  headers?: Partial<Record<Caller, HeadersSource>>;
  /** After how many requests within a minute a caller gets 429; absent for a host without limits. */
  rateLimit?: number;
  /** At the end, whatever came of it. */
  cleanUp?(): Promise<void>;
}
