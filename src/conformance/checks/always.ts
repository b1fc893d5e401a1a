import { pledge, type Check } from '../check.js';
import { Broken, Skipped } from '../failure.js';
import type { StandingRule } from '../ledger.js';
import { operationNames, shapeOf } from '../operation.js';

const rules: Partial<Record<StandingRule, [title: string, Check['pledge']]>> = {
  secret_once: [
    'no answer, event or header tells a secret again',
    pledge(
      'secrets',
      'A secret is told once, in the answer of the act that made it, and never again.',
    ),
  ],
  no_store: [
    'every answer says no-store',
    pledge('secrets', 'No answer may rest in a cache: each carries Cache-Control: no-store.'),
  ],
  date: [
    'every answer tells the time of the server',
    pledge('shapes', 'Countdowns follow the server’s clock, which the Date header tells.'),
  ],
  content_type: ['every body is application/json', pledge('shapes', 'Bodies are JSON and say so.')],
  problem_shape: [
    'every error is problem details with a code',
    pledge('errors', 'Errors are application/problem+json (RFC 9457) with a code.'),
  ],
  problem_status: [
    'every error has the status of its code',
    pledge('errors', 'Each code is sent with one status.'),
  ],
  errors_listed: [
    'every 422 lists what is wrong and where',
    pledge('errors', 'A 422 lists errors, each with a JSON pointer and a code.'),
  ],
  one_version: [
    'two snapshots with one version are the same',
    pledge('versions', 'The version changes with anything in the snapshot.'),
  ],
  etag: [
    'the ETag is the version in double quotes',
    pledge('versions', 'Snapshots and reviews carry their version as ETag, in double quotes.'),
  ],
};

const shapes = operationNames
  .filter((operation) => shapeOf(operation).answer)
  .map((operation): Check => ({
    id: `always/shape_${operation}`,
    title: `what ${operation} answers has the contract’s shape`,
    pledge: pledge('shapes', 'Each answer has the shape of the contract, with no part missing.'),
    turn: 'last',
    run: ({ ledger }) => {
      throwFirst(ledger.findings(`shape_${operation}`));
      if (!ledger.hasSeen(operation)) throw new Skipped('no check got an answer of it');
    },
  }));

/** What holds for every answer that any of the checks got. They come last. */
export const alwaysChecks: Check[] = [
  ...Object.entries(rules).map(([rule, [title, promise]]): Check => ({
    id: `always/${rule}`,
    title,
    pledge: promise,
    turn: 'last',
    run: ({ ledger }) => throwFirst(ledger.findings(rule as StandingRule)),
  })),
  ...shapes,
];

function throwFirst(
  findings: readonly { expected: string; came: string; request: string }[],
): void {
  const [first] = findings;
  if (!first) return;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more answers)` : '';
  throw new Broken(first.expected, first.came + more, first.request);
}
