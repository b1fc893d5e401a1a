import type { PipelineAdapter, PipelineError } from '../adapter/index.js';
import type { Delivery, Lane, Phase, ReviewDetail, Snapshot } from '../contract/index.js';
import type { Act, ActAnswer, ActInput } from './acts.js';
import type { Loaded } from './resource.js';

/** What everybody sees. Each change makes a new one; parts that did not change stay the same. */
export interface StoreState {
  readonly snapshot: Loaded<Snapshot>;
  /** The submissions that are open, by id. */
  readonly reviews: ReadonlyMap<string, Loaded<ReviewDetail>>;
  /** The acts under way, each until the state has caught up with it. */
  readonly pending: ReadonlySet<Act>;
  /** Grows when something in the queue may have changed. */
  readonly queueChanges: number;
  /** The submissions that were decided here. */
  readonly decided: ReadonlySet<string>;
}

/** How an act ended. `settled` resolves once the state has caught up with it. */
export type Result<T> =
  { ok: true; value: T; settled: Promise<void> } | { ok: false; error: PipelineError };

/** A fact: the server's word, after somebody acted. */
export interface Change {
  phase: Phase;
  version: string;
}

export interface ErrorReport {
  error: PipelineError;
  action?: Act | undefined;
}

/** The state that the elements of a page share, and the only way to act on it. */
export interface PipelineStore {
  readonly adapter: PipelineAdapter;
  /** Absent on a reviewers' page. */
  readonly subscriptionId: string | undefined;
  readonly state: StoreState;
  /** The first listener makes it read and stay fresh, the last one's leaving ends that. */
  subscribe(listener: () => void): () => void;
  /** Reads the snapshot and every open review again. */
  refresh(): Promise<void>;
  /** Reads a submission and keeps it fresh until it is closed. */
  openReview(submissionId: string): () => void;
  /** Makes `queueChanges` follow the host until it is closed. */
  openQueue(): () => void;
  /** Reads a page of the queue, which also says whether the host tells of changes in it. */
  readQueue: PipelineAdapter['getQueue'];
  /** Tells that the queue may have changed, and what was decided here by an act that the store did not run. */
  touchQueue(decided?: readonly string[]): void;
  /**
   * Does one act. While it is under way a second call gets the same promise. It never rejects. What
   * it answers is kept nowhere here, for it may hold a secret, and it comes at once, for nobody
   * should wait for a secret until more has been read.
   */
  run<A extends Act>(act: A, input: ActInput<A>): Promise<Result<ActAnswer<A>>>;
  /** Tells the host that the developer has these secrets. */
  confirmDelivery(lane: Lane, delivery: Delivery): Promise<Result<undefined>>;
  /** Every error, once. */
  onError(listener: (report: ErrorReport) => void): () => void;
  /** For an element that reads on its own. */
  report(error: PipelineError, action?: Act): void;
  /** Every new version that no act of this page brought. */
  onChange(listener: (change: Change) => void): () => void;
  /** The server's clock in milliseconds, as far as it is known. */
  now(): number;
}
