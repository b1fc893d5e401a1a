import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allChecks } from '../../../src/conformance/checks/index.js';
import { countsOf, runConformance, textReport } from '../../../src/conformance/index.js';
import { createTestedHost, headers, serveHost } from './fake-host.js';

/** What a host that claims everything has no use for. */
const notForIt = /^(refusals\/unsupported|events\/none$|limits\/rate$)/;

describe('the fake host', () => {
  it('keeps every promise, over real HTTP', async () => {
    const { host, hooks } = await createTestedHost();
    const server = await serveHost(host);
    try {
      const report = await runConformance({ baseUrl: server.url, hooks, headers });
      assert.equal(countsOf(report).failed, 0, textReport(report));
      const skipped = report.results.filter(({ outcome }) => outcome === 'skipped');
      const unexpected = skipped.filter(({ check }) => !notForIt.test(check.id));
      assert.deepEqual(
        unexpected.map(({ check, reason }) => `${check.id}: ${reason}`),
        [],
      );
      assert.deepEqual(
        report.results.map(({ check }) => check),
        allChecks,
      );
    } finally {
      await server.close();
    }
  });
});

it('no two checks have the same id', () => {
  const ids = allChecks.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
});
