/**
 * Tests the tests: each seeded fault (see edit.mjs) must make one of them fail, or they prove nothing.
 *
 * `run` is given what to test, in order: first nothing, for the sources as they are, then each edit. It
 * gives an answer to each, or a promise of it: `{passed, found}`, whether every test passed, and what
 * failed first; or one that rejects where an edit can't be made. Says a line for each edit, and
 * resolves with `{passed, failed, skipped}`, a test an edit.
 */
export async function findSeeded(edits, run, say = console.log) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const [untouched, ...results] = await Promise.allSettled(await run([undefined, ...edits]));
  const { passed, found } = untouched.value ?? { found: untouched.reason };
  if (!passed) {
    say(`MISSED  all of them: the tests fail without any: ${found}`);
    return { ...counts, failed: edits.length };
  }
  for (const [at, { value, reason }] of results.entries()) {
    const { name } = edits[at];
    const isCaught = value?.passed === false;
    counts[isCaught ? 'passed' : 'failed'] += 1;
    if (isCaught) say(`caught  ${name} — by: ${value.found}`);
    else say(`MISSED  ${name}${reason ? `: ${reason.message}` : ''}`);
  }
  return counts;
}
