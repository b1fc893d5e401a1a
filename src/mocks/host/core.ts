import type { QueuePage, Snapshot } from '../../contract/index.js';
import type { RandomBytes } from './secrets.js';

/** What a host may decide for itself. */
export interface Policies {
  /** A reviewer may decide a submission of their own. */
  ownReview: boolean;
  /** A rejected subscription may be submitted again. */
  resubmitAfterReject: boolean;
}

/** What a host can do, for subscriptions and for the queue. */
export type Capabilities = Snapshot['capabilities'] & QueuePage['capabilities'];

/** What every operation needs beside the state. */
export interface Core {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly policies: Policies;
  readonly capabilities: Capabilities;
}
