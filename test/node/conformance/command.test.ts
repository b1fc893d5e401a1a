import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Status } from '../../../src/contract/index.js';
import { allChecks, type Hooks } from '../../../src/conformance/index.js';
import type { FakeHost } from '../../../src/mocks/index.js';
import { createTestedHost, people, serveHost } from './fake-host.js';

/** The hooks of the guide. */
const setup = 'test/node/conformance/hooks.mjs';
const example = readFileSync(setup, 'utf8');

/** The API for tests that the example in the guide expects of a backend, and a sandbox for its keys. */
function serveTestApi(host: FakeHost, hooks: Hooks): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const [, , id = '', what] = request.url!.split('/');
      if (request.url === '/sandbox') {
        const key = request.headers.authorization!.replace('Bearer ', '');
        return response.writeHead((await host.checkSecret(key)) ? 200 : 401).end();
      }
      const parts = await request.toArray();
      const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
      let answer: unknown = {};
      if (request.url === '/clock') await hooks.advanceTime!(body['seconds'] as number);
      else if (what === 'payment' && body['paid']) await hooks.completePayment!(id);
      else if (what === 'payment') await hooks.failPayment!(id);
      else if (what === 'status') await hooks.setStatus!(id, body['status'] as Status);
      else if (what === 'form') await hooks.setForm!(id, body['form'] as never);
      else answer = await hooks.createSubscription(body as never);
      return response.end(JSON.stringify(answer));
    })().catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golive-conformance-'));
  let host: FakeHost;
  let testApi: Server;
  let served: Awaited<ReturnType<typeof serveHost>>;

  before(async () => {
    const tested = await createTestedHost();
    host = tested.host;
    testApi = await serveTestApi(host, tested.hooks);
    served = await serveHost(host);
  });
  after(async () => {
    testApi.close();
    await served.close();
    rmSync(folder, { recursive: true });
  });

  const signedIn = (caller: 'developer' | 'reviewer') => [
    `--${caller}-header`,
    `Authorization: Bearer ${people[caller].id}`,
  ];

  /** Runs it as its own process. */
  function run(...args: string[]): Promise<{ code: number; said: string }> {
    const env = {
      ...process.env,
      TEST_API: urlOf(testApi),
      SANDBOX: `${urlOf(testApi)}/sandbox`,
    };
    const all = ['--import=tsx', 'scripts/conformance.mjs', ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, all, { env }, (error, said) => {
        resolve({ code: error ? Number(error.code) : 0, said });
      });
    });
  }

  const parts = ['credentials/', 'payment/', 'keys/', 'form/', 'expiry/'];
  const only = parts.flatMap((part) => ['--only', part]);

  it('passes a host with the hooks of the guide, and writes its reports', async () => {
    const [junit, json] = [join(folder, 'junit.xml'), join(folder, 'report.json')];
    const { code, said } = await run(
      ...['--url', served.url, '--setup', setup, ...only, '--junit', junit, '--json', json],
      ...[...signedIn('developer'), ...signedIn('reviewer')],
    );
    assert.equal(code, 0, said);
    const checked = allChecks.filter(({ id }) => parts.some((part) => id.startsWith(part)));
    assert.match(said, new RegExp(`^${checked.length} passed, 0 failed, 0 skipped in`, 'm'));
    assert.match(
      readFileSync(junit, 'utf8'),
      /<testcase classname="payment" name="payment\/submit: /,
    );
    const report = JSON.parse(readFileSync(json, 'utf8')) as { checks: object[]; passed: number };
    assert.equal(report.passed, checked.length);
    assert.deepEqual(Object.keys(report.checks[0]!), [
      'id',
      'title',
      'promise',
      'documentedAt',
      'outcome',
      'milliseconds',
    ]);
  });

  it('ends with 1 where a promise is broken, and tells which and where it is written', async () => {
    // A host that lets keys in after all; the path of its sandbox is open to everybody.
    const leaky = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => leaky.listen(0, '127.0.0.1', resolve));
    const hooks = join(folder, 'leaky.mjs');
    writeFileSync(hooks, example.replace('process.env.SANDBOX', JSON.stringify(urlOf(leaky))));
    try {
      const { code, said } = await run(
        ...['--url', served.url, '--setup', hooks, '--only', 'regenerate/'],
        ...[...signedIn('developer'), ...signedIn('reviewer')],
      );
      assert.equal(code, 1, said);
      assert.match(said, /FAILED {2}regenerate/);
      assert.match(said, /expected {2}whether the old one works to be false/);
      assert.match(said, /came {6}true/);
      assert.match(said, /written {3}docs\/contract\.md#credentials/);
      assert.doesNotMatch(said, /secret_sandbox_/);
    } finally {
      leaky.close();
    }
  });

  it('skips by name what the host or its hooks can not do', async () => {
    const hooks = join(folder, 'least.mjs');
    writeFileSync(hooks, example.slice(0, example.indexOf('export const completePayment')));
    const { code, said } = await run(
      ...['--url', served.url, '--setup', hooks, '--only', 'payment/', '--only', 'access/foreign'],
      ...[...signedIn('developer'), ...signedIn('reviewer')],
    );
    assert.equal(code, 0, said);
    assert.match(said, /payment\/completed: there is no hook completePayment/);
    assert.match(said, /access\/foreign_queue: there are no headers of the caller foreignReviewer/);
  });

  it('ends with 2 where nothing could be tested', async () => {
    const url = ['--url', served.url];
    const wrong = [
      [],
      [...url, '--setup', join(folder, 'no-such.mjs')],
      [...url, '--setup', setup],
      [...url, '--setup', setup, ...signedIn('developer'), '--reviewer-header', 'nonsense'],
      [...url, '--setup', setup, ...signedIn('developer'), '--reviewer-header', 'A: b'],
      [
        '--url',
        'http://127.0.0.1:9/',
        '--setup',
        setup,
        ...signedIn('developer'),
        ...signedIn('reviewer'),
      ],
      ['--unknown'],
    ];
    for (const args of wrong) {
      const { code, said } = await run(...args);
      assert.equal(code, 2, `${args.join(' ')}\n${said}`);
      assert.match(said, /^The host could not be tested: ./);
    }
  });

  it('says how it is used where that was not understood', async () => {
    for (const args of [[], ['--url', served.url], ['--unknown']]) {
      assert.match((await run(...args)).said, /--developer-header 'Authorization: Bearer …'/);
    }
  });
});

describe('the documents', () => {
  const slug = (heading: string) => heading.toLowerCase().replaceAll(' ', '-');

  it('have a part for every promise', () => {
    const contract = readFileSync('docs/contract.md', 'utf8');
    const parts = [...contract.matchAll(/^## (.+)$/gm)].map(([, heading]) => slug(heading!));
    for (const { id, pledge } of allChecks) assert.ok(parts.includes(pledge.section), id);
  });
});
