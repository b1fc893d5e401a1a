import { issuedCredential, issuedToken, problem, statusOf } from '../contract/index.js';
import type { Canaries } from './canaries.js';
import type { Answer } from './client.js';
import { misfitOf } from './misfit.js';
import { shapeOf, type OperationName } from './operation.js';

/** What holds for every answer, whatever was asked. */
export const standingRules = [
  'no_store',
  'date',
  'content_type',
  'problem_shape',
  'problem_status',
  'errors_listed',
  'secret_once',
  'one_version',
  'etag',
] as const;
export type StandingRule = (typeof standingRules)[number] | `shape_${OperationName}`;

export interface Finding {
  expected: string;
  came: string;
  request: string;
}

/**
 * Looks at every answer that the suite gets. What is wrong is told once, by the check of the rule and
 * not by the one that happened to ask, so that one fault of a host is one failure.
 */
export class Ledger {
  readonly #findings = new Map<StandingRule, Finding[]>();
  readonly #seen = new Set<OperationName>();
  /** Bodies by reader, subscription and version. */
  readonly #bodies = new Map<string, string>();

  constructor(readonly canaries: Canaries) {}

  findings = (rule: StandingRule): readonly Finding[] => this.#findings.get(rule) ?? [];
  /** Whether an operation was ever answered well, with a body. */
  hasSeen = (operation: OperationName): boolean => this.#seen.has(operation);

  look(answer: Answer, operation: OperationName | undefined, reader: string | null): void {
    const { status, headers, text, request } = answer;
    const note = (rule: StandingRule, expected: string, came: string) =>
      this.#note(rule, { expected, came, request });

    const caching = headers.get('Cache-Control') ?? '';
    if (!/\bno-store\b/i.test(caching)) {
      note('no_store', 'Cache-Control: no-store', caching || 'no Cache-Control');
    }
    const date = headers.get('Date');
    if (date === null || Number.isNaN(Date.parse(date))) {
      note('date', 'a Date header', date ?? 'none');
    }
    this.search(answer.request, `${text}\n${[...headers].join('\n')}`);
    if (status >= 400) this.#lookAtProblem(answer, note);
    else if (operation && text !== '') this.#lookAtBody(answer, operation, reader, note);
  }

  /** Whether a text tells a secret that was told before. */
  search(request: string, text: string): void {
    const issuedAt = this.canaries.find(text);
    if (!issuedAt) return;
    const expected = `no secret, for it was shown once already, by ${issuedAt}`;
    this.#note('secret_once', {
      expected,
      came: this.canaries.redact(text).slice(0, 300),
      request,
    });
  }

  #note(rule: StandingRule, finding: Finding): void {
    this.#findings.set(rule, [...this.findings(rule), finding]);
  }

  #lookAtProblem({ status, headers, body }: Answer, note: Note): void {
    const type = headers.get('Content-Type') ?? 'none';
    if (!/^application\/problem\+json\b/i.test(type)) {
      note('problem_shape', 'Content-Type: application/problem+json', type);
    }
    const said = problem.safeParse(body);
    if (!said.success) {
      note('problem_shape', 'problem details with a code', JSON.stringify(body) ?? 'no JSON');
      return;
    }
    const { code, errors, status: written = status } = said.data;
    // Broken JSON is the one code with two statuses.
    const fits = status === statusOf(code) || (status === 400 && code === 'invalid');
    if (!fits || written !== status) {
      note('problem_status', `${statusOf(code)} for ${code}`, `${status}, body says ${written}`);
    }
    if (status === 422 && code !== 'idempotency_key_reused' && !errors?.length) {
      note('errors_listed', 'errors with at least one pointer and code', JSON.stringify(body));
    }
  }

  #lookAtBody(answer: Answer, operation: OperationName, reader: string | null, note: Note): void {
    const { body, headers } = answer;
    const type = headers.get('Content-Type') ?? 'none';
    if (!/^application\/json\b/i.test(type)) {
      note('content_type', 'Content-Type: application/json', type);
    }
    this.#seen.add(operation);
    const said = shapeOf(operation).answer?.safeParse(body);
    if (said && !said.success) {
      note(`shape_${operation}`, 'the shape of the contract', misfitOf(said.error));
      return;
    }
    const { version, id } = body as { version?: string; id?: string };
    const isSnapshot = operation === 'getSnapshot' || operation === 'submit';
    const isTagged = operation === 'getSnapshot' || operation === 'getReview';
    if (isTagged && headers.get('ETag')?.replace(/^W\//, '') !== `"${version}"`) {
      note('etag', `ETag: "${version}"`, headers.get('ETag') ?? 'none');
    }
    if (!isSnapshot) return;
    const key = [reader, id, version].join(' ');
    const known = this.#bodies.get(key);
    const present = JSON.stringify(body, inOrder);
    if (known !== undefined && known !== present) {
      note('one_version', `${known} as before at version ${version}`, present);
    }
    this.#bodies.set(key, present);
  }
}

type Note = (rule: StandingRule, expected: string, came: string) => void;

/** The order of keys says nothing. */
const inOrder = (_: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;

/** What an act issued, if its answer is one that may tell a secret. */
export function issuedIn(operation: OperationName | undefined, body: unknown) {
  if (operation === 'generateToken') return issuedToken.safeParse(body).data;
  const issues =
    operation === 'createCredentials' || operation === 'regenerate' || operation === 'rotateSecret';
  return issues ? issuedCredential.safeParse(body).data : undefined;
}
