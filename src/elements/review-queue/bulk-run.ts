import {
  createIdempotencyKey,
  toPipelineError,
  type PipelineAdapter,
  type PipelineError,
} from '../../adapter/index.js';
import type { BulkDecision, BulkResults } from '../../contract/index.js';
import { BULK_LIMIT } from '../../contract/review.js';
import type { Chosen } from './selection.js';

/** A request whose end nobody knows; it may only be sent again as it was, by its key. */
export interface Lost {
  body: BulkDecision;
  key: string;
}

type Item = BulkDecision['items'][number];

export interface BulkRunOptions {
  send: PipelineAdapter['decideMany'];
  wish: Omit<BulkDecision, 'items'>;
  chosen: readonly Chosen[];
  /** Whether it is selected still, at that version. */
  isWanted: (item: Item) => boolean;
  /** Of an earlier run that came to no end. */
  lost?: Lost | undefined;
  /** Each answer: what was decided, and what was not, with the code of its reason. */
  onResults: (done: readonly string[], failed: ReadonlyMap<string, string>) => unknown;
  /** No answer came; what is shown may be out of date. */
  onLost: () => void;
  onChange: () => void;
}

/**
 * Decides several submissions, request by request, until all are answered, it is stopped, or a request
 * fails; then it can be started again where it was. An unknown end is asked for once more by the
 * same key before it counts as a failure.
 */
export class BulkRun {
  /** What was decided. */
  readonly done: string[] = [];
  /** How many are answered, and how many of these with a refusal. */
  answered = 0;
  failed = 0;
  isRunning = false;
  isStopped = false;
  error: PipelineError | undefined;
  lost: Lost | undefined;
  #options: BulkRunOptions;
  #rest: Item[][];

  constructor(options: BulkRunOptions) {
    const { wish, chosen, lost } = options;
    this.#options = options;
    const items = chosen.map(({ submissionId, version }) => ({ submissionId, version }));
    this.lost = lost && isPartOf(lost.body, { ...wish, items }) ? lost : undefined;
    const first = this.lost?.body.items ?? [];
    const later = items.filter(
      ({ submissionId }) => !first.some((item) => item.submissionId === submissionId),
    );
    this.#rest = first.length > 0 ? [first] : [];
    for (let at = 0; at < later.length; at += BULK_LIMIT)
      this.#rest.push(later.slice(at, at + BULK_LIMIT));
  }

  /** Whether each of them was decided. */
  get isDone(): boolean {
    return !this.isRunning && !this.error && this.failed === 0 && !this.isStopped;
  }

  get total(): number {
    return this.#rest.reduce((sum, { length }) => sum + length, this.answered);
  }

  /** Resolves when nothing is under way any more. */
  async start(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    this.isStopped = false;
    this.error = undefined;
    this.#options.onChange();
    while (this.#rest.length > 0 && !this.isStopped && !this.error) {
      const items = this.#rest[0]!.filter(this.#options.isWanted);
      this.#rest[0] = items;
      try {
        const { results } = items.length > 0 ? await this.#decide(items) : { results: [] };
        this.#rest.shift();
        this.#take(items, results);
      } catch (thrown) {
        this.error = toPipelineError(thrown);
      }
      this.#options.onChange();
    }
    this.isRunning = false;
    this.#options.onChange();
  }

  /** Sends no more; what is under way is waited for. */
  stop() {
    this.isStopped = true;
    this.#options.onChange();
  }

  async #decide(items: Item[]): Promise<BulkResults> {
    const body: BulkDecision = { ...this.#options.wish, items };
    // The same request again, else one of its own.
    if (this.lost?.body.items.length !== items.length) this.lost = undefined;
    this.lost ??= { body, key: createIdempotencyKey() };
    try {
      const answer = await this.#send(this.lost).catch((thrown: unknown) => {
        if (!toPipelineError(thrown).outcomeUnknown) throw thrown;
        this.#options.onLost();
        return this.#send(this.lost!);
      });
      this.lost = undefined;
      return answer;
    } catch (thrown) {
      // Refused for good: the next time is another request.
      if (!toPipelineError(thrown).canRetry) this.lost = undefined;
      throw thrown;
    }
  }

  #send = ({ body, key }: Lost) => this.#options.send(body, { idempotencyKey: key });

  #take(items: Item[], results: BulkResults['results']) {
    const done: string[] = [];
    const failed = new Map<string, string>();
    for (const { submissionId } of items) {
      const result = results.find((each) => each.submissionId === submissionId);
      if (result?.ok) done.push(submissionId);
      else failed.set(submissionId, result?.problem?.code ?? 'unknown');
    }
    this.done.push(...done);
    this.answered += items.length;
    this.failed += failed.size;
    this.#options.onResults(done, failed);
  }
}

const isPartOf = (part: BulkDecision, whole: BulkDecision): boolean =>
  part.outcome === whole.outcome &&
  part.notes === whole.notes &&
  part.items.every(({ submissionId, version }) =>
    whole.items.some((item) => item.submissionId === submissionId && item.version === version),
  );
