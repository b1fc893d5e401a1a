import type { BodyError } from '../contract/index.js';

/**
 * Anything that kept an operation from ending well. `code` is the server's (see the contract) or one
 * of ours: `offline` nothing left the device · `network` no answer came, the act may have been done ·
 * `timeout` likewise · `unreadable` the answer does not match the contract · `aborted` nobody waits
 * any more. It never holds what a person typed, nor a secret.
 */
export class PipelineError extends Error {
  override readonly name = 'PipelineError';
  /** The HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** What is wrong in the body that was sent. */
  readonly errors: readonly BodyError[];
  /** Milliseconds to wait before trying again, where the server said so. */
  readonly retryAfter: number | undefined;
  /** The server's id of the request, for a support ticket. */
  readonly requestId: string | undefined;
  /** For engineers: where in an answer the fault is, never a value of it. */
  readonly detail: string | undefined;

  constructor(
    readonly code: string,
    about: PipelineErrorInit = {},
  ) {
    super(about.detail ? `${code}: ${about.detail}` : code);
    this.status = about.status;
    this.errors = about.errors ?? [];
    this.retryAfter = about.retryAfter;
    this.requestId = about.requestId;
    this.detail = about.detail;
  }

  /** Whether nobody knows if the act was done: no answer came, or the server failed on its way. */
  get outcomeUnknown(): boolean {
    return (
      this.code === 'network' ||
      this.code === 'timeout' ||
      this.code === 'unreadable' ||
      this.code === 'aborted' ||
      this.code === 'idempotency_in_progress' ||
      (this.status ?? 0) >= 500
    );
  }

  /** Whether trying the same again can help. */
  get canRetry(): boolean {
    return (
      this.outcomeUnknown ||
      this.code === 'offline' ||
      this.code === 'not_signed_in' ||
      this.code === 'too_many_requests'
    );
  }
}

export interface PipelineErrorInit {
  status?: number | undefined;
  errors?: readonly BodyError[] | undefined;
  retryAfter?: number | undefined;
  requestId?: string | undefined;
  detail?: string | undefined;
}

/** Whatever was thrown, as a {@link PipelineError}. */
export function toPipelineError(thrown: unknown): PipelineError {
  if (thrown instanceof PipelineError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') {
    return new PipelineError('aborted');
  }
  return new PipelineError('internal', {
    detail: thrown instanceof Error ? thrown.name : typeof thrown,
  });
}
