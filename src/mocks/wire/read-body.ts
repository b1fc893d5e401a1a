import { HostProblem } from '../host/problem.js';

const LIMIT = 1_048_576;

/**
 * A request's body as JSON; undefined when it has none.
 * @throws HostProblem in the contract's order: 413, 415, 400.
 */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > LIMIT) throw new HostProblem('too_large');
  if (bytes.byteLength === 0) return undefined;
  const [type] = (request.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new HostProblem('unsupported_media_type');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new HostProblem('invalid', { status: 400, errors: [{ pointer: '', code: 'json' }] });
  }
}
