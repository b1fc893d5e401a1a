/** A reporter of Node's test runner that writes the counts of real tests as JSON. */
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite is no test; it counts only when it broke by itself, not for a test in it that failed.
    const brokenSuite = data.details.error && data.details.error.failureType !== 'subtestsFailed';
    if (data.details.type === 'suite' && !brokenSuite) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else counts[type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  yield JSON.stringify(counts);
}
