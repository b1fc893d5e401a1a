import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PipelineError } from '../../src/adapter/index.js';
import type { IssuedCredential } from '../../src/contract/index.js';
import { joelsAnswers, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { noPostgres, startPostgres, type PostgresServer } from './postgres-server.js';
import { adapterTo, startProcess, type HostProcess } from './processes.js';

describe('two processes on one PostgreSQL server', { skip: noPostgres }, () => {
  let server: PostgresServer;
  let folder: string;
  let hosts: HostProcess[];
  const as = (account: string, at: number) =>
    adapterTo(hosts[at]!.url, join(folder, 'keys.json'), account);

  before(async () => {
    server = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'golive-host-'));
    const env = { DATABASE_URL: server.url, HOST_FOLDER: folder };
    // At once, so that they meet in the migrations and in the first import.
    hosts = await Promise.all([startProcess(env), startProcess(env)]);
  });
  after(async () => {
    await Promise.all((hosts ?? []).map(({ kill }) => kill('SIGKILL')));
    server?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('lets exactly one of fifty creates win', async () => {
    const tries = Array.from({ length: 50 }, (_, at) =>
      as('joel', at % 2).createCredentials(main, 'sandbox'),
    );
    const results = await Promise.allSettled(tries);
    const won = results.filter(({ status }) => status === 'fulfilled');
    const codes = new Set(
      results.flatMap((each) =>
        each.status === 'rejected' ? [(each.reason as PipelineError).code] : [],
      ),
    );
    assert.equal(won.length, 1);
    const [, secret] = (won[0] as PromiseFulfilledResult<IssuedCredential>).value.revealed;
    const logged = hosts.flatMap(({ lines }) => lines).join('\n');
    assert.match(logged, /credentials\/sandbox/);
    assert.ok(!logged.includes(secret!.value.slice(-16)), 'a secret is in the log');
    assert.deepEqual([...codes], ['credentials_exist']);
  });

  it('tells the readers at one what happened at the other', async () => {
    const left = new AbortController();
    const subscription = as('joel', 1).watchSubscription!(main, { signal: left.signal })[
      Symbol.asyncIterator
    ]();
    const queue = as('mara', 1).watchQueue!({ signal: left.signal })[Symbol.asyncIterator]();
    const first = (await subscription.next()).value!.id;
    const before = (await queue.next()).value!.id;

    const snapshot = await as('joel', 0).submit(main, {
      answers: joelsAnswers,
      formVersion: '2026-09',
    });
    assert.notEqual(snapshot.version, first);
    assert.equal((await subscription.next()).value!.id, snapshot.version);
    assert.notEqual((await queue.next()).value!.id, before);
    assert.equal((await as('mara', 1).getSnapshot(main))!.phase, 'in_review');
    left.abort();
  });

  it('does an act once when its repeat goes to the other', async () => {
    const { submission } = (await as('joel', 0).getSnapshot(main))!;
    const { version } = await as('mara', 0).getReview(submission!.id);
    const body = { outcome: 'approved', notes: null, fieldNotes: [] } as const;
    const decide = (at: number) =>
      as('mara', at).decide(
        submission!.id,
        version,
        { ...body, fieldNotes: [] },
        { idempotencyKey: 'the-same' },
      );
    const results = await Promise.allSettled([decide(0), decide(1), decide(0), decide(1)]);
    for (const each of results) {
      if (each.status === 'rejected') {
        assert.equal((each.reason as PipelineError).code, 'idempotency_in_progress');
      }
    }
    assert.ok(results.some(({ status }) => status === 'fulfilled'));
    const again = await decide(1);
    assert.equal(again.snapshot.phase, 'production');
    const { entries } = await as('joel', 0).getActivity(main);
    assert.equal(entries.filter(({ kind }) => kind === 'approved').length, 1);
  });

  it('ends in order, with its streams', async () => {
    const stream = as('joel', 0).watchSubscription!(main)[Symbol.asyncIterator]();
    await stream.next();
    const begun = performance.now();
    const ended = hosts[0]!.kill('SIGTERM');
    await assert.doesNotReject(stream.next());
    assert.equal(await ended, 0);
    assert.ok(performance.now() - begun < 4_000);
    assert.equal((await as('joel', 1).getSnapshot(main))!.phase, 'production');
  });
});
