import type { Answer } from './client.js';
import { Broken } from './failure.js';

/** Of a status, of one of several, or of any good one. */
export type Status = number | readonly number[] | 'good';

const isStatus = (status: number, wanted: Status): boolean =>
  wanted === 'good'
    ? status >= 200 && status < 300
    : typeof wanted === 'number'
      ? status === wanted
      : wanted.includes(status);

/** What came, in a line. */
export const cameOf = ({ status, code, errors, text }: Answer): string => {
  if (code === undefined) return `${status} ${text.slice(0, 200)}`.trim();
  const where = errors.map((error) => `${error.pointer} ${error.code}`).join(', ');
  return `${status} ${code}${where ? ` (${where})` : ''}`;
};

/** @throws Broken unless the answer has this status and, if one is named, this code. */
export function expectAnswer<T>(answer: Answer<T>, status: Status, code?: string): Answer<T> {
  if (isStatus(answer.status, status) && (code === undefined || answer.code === code))
    return answer;
  const wanted = status === 'good' ? 'an answer that is fine' : String(status);
  throw new Broken(code ? `${wanted} ${code}` : wanted, cameOf(answer), answer.request);
}

/** A 422 (or 400) that names this place in the body. */
export function expectInvalid(
  answer: Answer,
  pointer: string,
  status: Status = 422,
  code = 'invalid',
) {
  expectAnswer(answer, status, code);
  if (answer.errors.some((error) => error.pointer === pointer)) return;
  throw new Broken(`an error at ${pointer || 'the whole body'}`, cameOf(answer), answer.request);
}

/** Compared as JSON, where the order of keys says nothing. */
export function expectEqual(
  what: string,
  came: unknown,
  expected: unknown,
  request?: string,
): void {
  if (isSame(came, expected)) return;
  throw new Broken(`${what} to be ${show(expected)}`, show(came), request);
}

/** @throws Broken unless it holds; a function is asked for what came. */
export function expectThat(
  holds: boolean,
  expected: string,
  came: string | (() => unknown),
  request?: string,
): asserts holds {
  if (holds) return;
  throw new Broken(expected, typeof came === 'string' ? came : show(came()), request);
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}

const LONGEST = 400;

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
