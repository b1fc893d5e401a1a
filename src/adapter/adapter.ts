import type {
  ActivityPage,
  BulkDecision,
  BulkResults,
  Decision,
  Delivery,
  Draft,
  DraftBody,
  FileReference,
  Form,
  IssuedCredential,
  IssuedToken,
  Lane,
  QueueFilters,
  QueuePage,
  Retirement,
  ReviewDetail,
  Rotation,
  Snapshot,
  Submission,
  SubmissionBody,
  TestData,
} from '../contract/index.js';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

export interface WriteOptions extends ReadOptions {
  /** The same for a repeat of the same act, so that a server does it once. */
  idempotencyKey?: string | undefined;
}

/** Something changed on the server. `id` is an opaque version: of the snapshot, or of the queue. */
export interface ChangeEvent {
  id: string;
}

export interface WatchOptions extends ReadOptions {
  /** The id of the last event seen; the stream leaves out a first event with this id. */
  lastEventId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** The field that the file answers. */
  fieldId: string;
  /** Told how much has been sent, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Stores a file where the host keeps them; the answer refers to it. */
export type UploadFile = (file: File, options: UploadOptions) => Promise<FileReference>;

/**
 * What the kit needs of a backend, one method an operation. Any object with these methods will do;
 * {@link createHttpAdapter} makes one for the contract's HTTP. Every method rejects with a
 * PipelineError and nothing else; an aborted one with code `aborted`.
 */
export interface PipelineAdapter {
  /** Null when `unlessVersion` is still the present version. */
  getSnapshot(
    subscriptionId: string,
    options?: ReadOptions & { unlessVersion?: string | undefined },
  ): Promise<Snapshot | null>;
  createCredentials(
    subscriptionId: string,
    lane: Lane,
    options?: WriteOptions,
  ): Promise<IssuedCredential>;
  regenerate(subscriptionId: string, lane: Lane, options?: WriteOptions): Promise<IssuedCredential>;
  rotateSecret(
    subscriptionId: string,
    lane: Lane,
    body: Rotation,
    options?: WriteOptions,
  ): Promise<IssuedCredential>;
  retireSecret(
    subscriptionId: string,
    lane: Lane,
    body: Retirement,
    options?: WriteOptions,
  ): Promise<void>;
  generateToken(subscriptionId: string, lane: Lane, options?: WriteOptions): Promise<IssuedToken>;
  /** Tells the host that the developer has the secrets. Goes on when the page is left. */
  markDelivered(
    subscriptionId: string,
    lane: Lane,
    body: Delivery,
    options?: ReadOptions,
  ): Promise<void>;
  getTestData(subscriptionId: string, options?: ReadOptions): Promise<TestData>;
  /** Null when the plan has no form. */
  getForm(subscriptionId: string, options?: ReadOptions): Promise<Form | null>;
  getActivity(
    subscriptionId: string,
    options?: ReadOptions & { cursor?: string | undefined },
  ): Promise<ActivityPage>;
  getDraft(subscriptionId: string, options?: ReadOptions): Promise<Draft | null>;
  /** Goes on when the page is left, as far as its size allows. */
  saveDraft(subscriptionId: string, body: DraftBody, options?: ReadOptions): Promise<void>;
  /** The developer's own last attempt; null before the first. */
  getLatestSubmission(subscriptionId: string, options?: ReadOptions): Promise<Submission | null>;
  submit(subscriptionId: string, body: SubmissionBody, options?: WriteOptions): Promise<Snapshot>;
  getQueue(
    filters: QueueFilters,
    options?: ReadOptions & { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<QueuePage>;
  getReview(submissionId: string, options?: ReadOptions): Promise<ReviewDetail>;
  /** `version` is the one that the reviewer saw; another one rejects with `version_conflict`. */
  decide(
    submissionId: string,
    version: string,
    body: Decision,
    options?: WriteOptions,
  ): Promise<ReviewDetail>;
  decideMany(body: BulkDecision, options?: WriteOptions): Promise<BulkResults>;
  /** Ends when the stream does; rejects when it can't be opened. Absent: the kit polls. */
  watchSubscription?(subscriptionId: string, options?: WatchOptions): AsyncIterable<ChangeEvent>;
  watchQueue?(options?: WatchOptions): AsyncIterable<ChangeEvent>;
  /**
   * Names the host and the account whose changes the two methods above tell of: tabs with the same name
   * share one stream. Undefined: each tab has a stream of its own.
   */
  channel?(): string | undefined;
  /** Absent: the form says that it takes no files. How they travel is the host's own affair. */
  uploadFile?: UploadFile;
  /** The server's clock in milliseconds, where it is known; the device's otherwise. */
  now?(): number;
}

/** The names of the operations of the contract's HTTP, for mapping hooks. */
export type Operation = Exclude<keyof PipelineAdapter, 'now' | 'uploadFile' | 'channel'>;
