/** A process that is killed at any moment loses nothing that it acknowledged, and does nothing twice. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { QueuePage, ReviewDetail, Snapshot } from '../../src/contract/index.js';
import { freePort, noPostgres, startPostgres } from './postgres-server.js';
import { adapterTo, bearerFrom, startProcess, type HostProcess } from './processes.js';

/** Subscriptions that nothing was done with, of plans without a form. */
const subscriptions = ['sub_52', 'sub_53', 'sub_54'];
const started = Number(process.env['HOST_KILLS'] ?? 15);

interface Site {
  env: Record<string, string>;
  folder: string;
  url: string;
}

/** Does something until it is acknowledged, always with the same key. */
function createActor({ url, folder }: Site, isOver: () => boolean, onDone: () => void) {
  let serial = 0;
  return async function act<T>(
    account: string,
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<T> {
    serial += 1;
    const headers = {
      ...(await bearerFrom(join(folder, 'keys.json'), account)),
      'Content-Type': 'application/json',
      'Idempotency-Key': `key-${path}-${serial}`,
      ...more,
    };
    for (;;) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      }).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (response?.ok && text !== undefined) {
        onDone();
        return (text === '' ? undefined : JSON.parse(text)) as T;
      }
      const isAgain = !response || text === undefined || response.status >= 500;
      if (!isAgain && !text.includes('idempotency_in_progress')) {
        throw new Error(`${method} ${path}: ${response.status} ${text}`);
      }
      if (isOver()) throw new Error(`${method} ${path} had no answer to the end`);
      await wait(30);
    }
  };
}

/** One developer and one reviewer at work on a subscription; gives what they did, in order. */
async function work(id: string, act: ReturnType<typeof createActor>, isDone: () => boolean) {
  const at = `/subscriptions/${id}`;
  const kinds = ['credentials_created'];
  await act('joel', 'POST', `${at}/credentials/sandbox`, {});
  while (!isDone()) {
    await act('joel', 'POST', `${at}/submissions`, { answers: {}, formVersion: null });
    kinds.push('submitted');
    const { submission } = await act<Snapshot>('mara', 'GET', at);
    const { version } = await act<ReviewDetail>('mara', 'GET', `/reviews/${submission!.id}`);
    await act(
      'mara',
      'POST',
      `/reviews/${submission!.id}/decision`,
      { outcome: 'changes_requested', notes: 'Once more.', fieldNotes: [] },
      { 'If-Match': `"${version}"` },
    );
    kinds.push('changes_requested');
    await act('joel', 'POST', `${at}/credentials/sandbox/regenerate`, {});
    kinds.push('credentials_regenerated');
  }
  return kinds;
}

async function killAtRandom(site: Site, kills: number): Promise<void> {
  let host: HostProcess = await startProcess(site.env);
  let isDone = false;
  let isOver = false;
  const acknowledged = { acts: 0 };
  const act = createActor(
    site,
    () => isOver,
    () => (acknowledged.acts += 1),
  );
  const working = subscriptions.map((id) => work(id, act, () => isDone));
  // Whoever stops before the end was told something wrong.
  const stopped = Promise.race(working);
  try {
    for (let count = 0; count < kills; count += 1) {
      // Not before it did something, however busy the machine is.
      const enough = acknowledged.acts + 1 + Math.random() * 12;
      while (acknowledged.acts < enough) await Promise.race([wait(5), stopped]);
      await wait(Math.random() * 60);
      await host.kill('SIGKILL');
      host = await startProcess(site.env);
    }
    isDone = true;
    const done = await Promise.all(working);
    const keysFile = join(site.folder, 'keys.json');
    const joel = adapterTo(site.url, keysFile, 'joel');
    for (const [index, id] of subscriptions.entries()) {
      const kinds: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof joel.getActivity>> = await joel.getActivity(
          id,
          cursor === null ? {} : { cursor },
        );
        kinds.push(...page.entries.map(({ kind }) => kind));
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(kinds.reverse(), ['subscription_created', ...done[index]!]);
      const { submission } = (await joel.getSnapshot(id))!;
      assert.equal(submission!.attempt, done[index]!.filter((kind) => kind === 'submitted').length);
    }
    await assertCounts(site, keysFile);
  } finally {
    isDone = true;
    isOver = true;
    await host.kill('SIGKILL');
    await Promise.allSettled(working);
  }
}

/** The kept counts are those of the rows, and no row is missed or doubled on the way through. */
async function assertCounts({ url }: Site, keysFile: string): Promise<void> {
  const mara = adapterTo(url, keysFile, 'mara');
  const ids = new Set<string>();
  let page: QueuePage | undefined;
  let rows = 0;
  do {
    const cursor = page?.nextCursor;
    page = await mara.getQueue({}, { limit: 200, ...(cursor ? { cursor } : {}) });
    rows += page.items.length;
    for (const { submissionId } of page.items) ids.add(submissionId);
  } while (page.nextCursor !== null);
  const { waiting, approved, rejected, changesRequested } = page.counts;
  assert.equal(ids.size, rows);
  assert.equal(waiting + approved + rejected + changesRequested, rows);
}

async function createSite(more: Record<string, string>): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'golive-kill-'));
  const port = String(await freePort());
  const env = { HOST_FOLDER: folder, HOST_PORT: port, ...more };
  return { env, folder, url: `http://127.0.0.1:${port}` };
}

/** Each start takes seconds where the machine is busy. */
const timeout = 1_800_000;

describe(`a host that is killed ${started} times at random under load`, () => {
  it('keeps what it acknowledged in the embedded database', { timeout }, async () => {
    const site = await createSite({});
    await killAtRandom(site, started);
    rmSync(site.folder, { recursive: true });
  });

  it(
    'keeps what it acknowledged on a PostgreSQL server',
    { skip: noPostgres, timeout },
    async () => {
      const server = await startPostgres();
      try {
        const site = await createSite({ DATABASE_URL: server.url });
        await killAtRandom(site, started);
        rmSync(site.folder, { recursive: true });
      } finally {
        server.stop();
      }
    },
  );
});
