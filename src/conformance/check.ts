import type { Context } from './context.js';
import type { Caller, Hooks } from './hooks.js';

/** The parts of docs/contract.md, by their anchors. */
export type Section =
  | 'phases-and-locks'
  | 'what-is-refused'
  | 'secrets'
  | 'credentials'
  | 'forms-and-drafts'
  | 'reviews'
  | 'the-queue'
  | 'who-may-ask'
  | 'errors'
  | 'the-order-of-checks'
  | 'repeats'
  | 'versions'
  | 'events'
  | 'activity'
  | 'shapes'
  | 'limits';

/** What a host promises to everybody who builds on it, and where that is written. */
export interface Pledge {
  text: string;
  section: Section;
}

/** What a host may do without: the capabilities of the snapshot and of the queue. */
export type Claim =
  'token' | 'regenerate' | 'rotate' | 'overlap' | 'drafts' | 'events' | 'bulkReview' | 'fieldNotes';

/** `no_token`: only where the host does not claim it. */
export type Need =
  | Claim
  | `no_${Claim}`
  | Exclude<keyof Hooks, 'createSubscription' | 'headers' | 'cleanUp'>
  | Exclude<Caller, 'developer' | 'reviewer'>;

/** One thing that is looked at, as data: nothing happens before {@link run}. */
export interface Check {
  /** Stays the same: `part/what`. */
  id: string;
  title: string;
  pledge: Pledge;
  /** Without any of these it is skipped by name. */
  needs?: readonly Need[];
  /**
   * `alone`: it changes what others see, counts all there is, or asks for much, so nothing else runs meanwhile.
   * `last`: it looks at what all others have seen.
   */
  turn?: 'alone' | 'last';
  /** It waits for longer than anybody likes; left out of quick runs. */
  slow?: boolean;
  run(context: Context): Promise<void> | void;
}

export const pledge = (section: Section, text: string): Pledge => ({ text, section });
