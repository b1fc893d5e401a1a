import type * as z from 'zod/mini';
import { HostProblem, pointerOf } from './problem.js';

const codes: Record<string, string> = {
  invalid_type: 'type',
  invalid_union: 'type',
  invalid_value: 'option',
  invalid_format: 'pattern',
  too_small: 'min',
  too_big: 'max',
};

/**
 * A body as its schema gives it back.
 * @throws HostProblem `invalid` with every fault and where it is, never with what was sent.
 */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    pointer: pointerOf(issue.path),
    // Our own checks carry their code as the message.
    code: isMissing(body, issue.path) ? 'required' : (codes[issue.code ?? ''] ?? issue.message),
  }));
  throw new HostProblem('invalid', { errors });
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length === 0) return body === undefined;
  let place = body;
  for (const key of path) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return true;
    place = (place as Record<PropertyKey, unknown>)[key];
  }
  return false;
}

/** What leaves the host must fit the contract: a fake that lies would be worse than none. */
export function parseAnswer<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const where = result.error.issues.map(({ path }) => pointerOf(path)).join(', ');
  throw new TypeError(`an answer of the fake host does not fit the contract at ${where}`);
}
