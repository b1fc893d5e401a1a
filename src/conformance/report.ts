import type { Report, Result } from './run.js';

/** Where the promises are written, for whoever reads a report. */
export const documentOf = ({ check: { pledge } }: Result): string =>
  `docs/contract.md#${pledge.section}`;

export const partOf = ({ check: { id } }: Result): string => id.slice(0, id.indexOf('/'));

export function countsOf({ results }: Report) {
  const count = (outcome: Result['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** For people: a line a part, what failed in full, what was skipped by name. */
export function textReport(report: Report): string {
  const { results, baseUrl, milliseconds } = report;
  const lines = [`Conformance of ${baseUrl}`, ''];
  for (const part of new Set(results.map(partOf))) {
    const own = results.filter((result) => partOf(result) === part);
    const counts = countsOf({ ...report, results: own });
    const told = (['passed', 'failed', 'skipped'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${counts[outcome]} ${outcome}`);
    lines.push(`${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${part.padEnd(14)}${told.join(', ')}`);
    for (const result of own) if (result.failure) lines.push(...failureLines(result));
  }
  const skipped = results.filter(({ outcome }) => outcome === 'skipped');
  if (skipped.length > 0) lines.push('', 'Skipped');
  for (const { check, reason } of skipped) lines.push(`  ${check.id}: ${reason}`);
  const { passed, failed } = countsOf(report);
  const seconds = (milliseconds / 1000).toFixed(1);
  const end = `${passed} passed, ${failed} failed, ${skipped.length} skipped in ${seconds} s`;
  return [...lines, '', end].join('\n');
}

function failureLines(result: Result): string[] {
  const { check, failure } = result;
  const { expected, came, request } = failure!;
  return [
    '',
    `  ${check.id}`,
    `    ${check.title}`,
    ...(request ? [`    request   ${request}`] : []),
    `    expected  ${expected}`,
    `    came      ${came}`,
    `    promise   ${check.pledge.text}`,
    `    written   ${documentOf(result)}`,
    '',
  ];
}

/** For programs: everything, check by check. */
export function jsonReport(report: Report): string {
  const { results, ...about } = report;
  const checks = results.map((result) => {
    const { check, ...rest } = result;
    const { id, title, pledge } = check;
    return { id, title, promise: pledge.text, documentedAt: documentOf(result), ...rest };
  });
  return JSON.stringify({ ...about, ...countsOf(report), checks }, null, 2);
}

/** For CI servers: JUnit XML, a suite a part. */
export function junitReport(report: Report): string {
  const { results } = report;
  const total = countsOf(report);
  const suites = [...new Set(results.map(partOf))].map((part) => {
    const own = results.filter((result) => partOf(result) === part);
    const counts = countsOf({ ...report, results: own });
    return [
      `  <testsuite ${attributes({ name: part, tests: own.length, failures: counts.failed, skipped: counts.skipped })}>`,
      ...own.map(testCase),
      '  </testsuite>',
    ].join('\n');
  });
  const about = { name: 'golive-conformance', tests: results.length, failures: total.failed };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes(about)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(result: Result): string {
  const { check, failure, reason, milliseconds } = result;
  const about = attributes({
    classname: partOf(result),
    name: `${check.id}: ${check.title}`,
    time: milliseconds / 1000,
  });
  if (reason !== undefined) {
    return `    <testcase ${about}><skipped ${attributes({ message: reason })}/></testcase>`;
  }
  if (!failure) return `    <testcase ${about}/>`;
  const message = `expected ${failure.expected}, came ${failure.came}`;
  const detail = [failure.request ?? '', check.pledge.text, documentOf(result)].join('\n');
  return `    <testcase ${about}><failure ${attributes({ message })}>${escape(detail)}</failure></testcase>`;
}

const attributes = (given: Record<string, string | number>): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${escape(String(value))}"`)
    .join(' ');

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place at all for most control characters, nor for half a surrogate pair. */
const escape = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => named[sign]!);
