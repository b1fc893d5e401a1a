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

/** What may be said of a host; the rest is as with most. */
export interface CoreOptions {
  /** Milliseconds since 1970; the device's clock when absent. */
  clock?: () => number;
  policies?: Partial<Policies>;
  capabilities?: Partial<Capabilities>;
}

/** The core of a host that offers everything unless it is told otherwise. */
export const createCore = (
  { clock, policies, capabilities }: CoreOptions,
  random: RandomBytes,
): Core => ({
  now: clock ?? Date.now,
  random,
  policies: { ownReview: false, resubmitAfterReject: false, ...policies },
  capabilities: {
    token: true,
    regenerate: true,
    rotate: true,
    overlapSeconds: 7 * 86_400,
    drafts: true,
    events: true,
    bulkReview: true,
    fieldNotes: true,
    ...capabilities,
  },
});
