import type { BodyError, Problem } from '../../contract/index.js';
import { statusOf } from '../../contract/index.js';

/** An operation that ends in an error answer. */
export class HostProblem extends Error {
  override readonly name = 'HostProblem';
  readonly status: number;
  readonly errors: BodyError[] | undefined;
  /** Seconds to wait before the next try. */
  readonly retryAfter: number | undefined;
  /** The methods that would do, for 405. */
  readonly allow: string[] | undefined;

  constructor(
    readonly code: string,
    about: { status?: number; errors?: BodyError[]; retryAfter?: number; allow?: string[] } = {},
  ) {
    super(code);
    this.status = about.status ?? statusOf(code);
    this.errors = about.errors;
    this.retryAfter = about.retryAfter;
    this.allow = about.allow;
  }

  toProblem(): Problem {
    const { code, status, errors } = this;
    return { type: 'about:blank', status, code, ...(errors ? { errors } : {}) };
  }
}

export const invalid = (pointer: string, code: string): HostProblem =>
  new HostProblem('invalid', { errors: [{ pointer, code }] });

/** Keys as a JSON pointer. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
