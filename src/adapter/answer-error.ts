import { problem as problemSchema } from '../contract/index.js';
import { PipelineError } from './error.js';

/** What a bare status says. Of a 409 it can't tell which of many. */
const codeOfStatus: Record<number, string> = {
  400: 'invalid',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'version_conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'invalid',
  428: 'version_missing',
  429: 'too_many_requests',
};

/** A proxy in between may answer with anything, so the status alone must do where no code stands. */
export async function answerError(response: Response, now: number): Promise<PipelineError> {
  const body = problemSchema.safeParse(await response.json().catch(() => undefined));
  const { status } = response;
  return new PipelineError(body.success ? body.data.code : codeOf(status), {
    status,
    errors: body.success ? body.data.errors : undefined,
    retryAfter: waitOf(response.headers.get('Retry-After'), now),
    requestId: response.headers.get('X-Request-Id') ?? undefined,
  });
}

const codeOf = (status: number): string =>
  codeOfStatus[status] ?? (status >= 500 ? 'internal' : 'refused');

/** Retry-After in milliseconds: seconds or a date of the server's clock, a minute at most. */
function waitOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 60_000);
}
