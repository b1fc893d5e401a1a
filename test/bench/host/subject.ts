/** A database of some size with a host on it, and beside it the limit on the same database. */
import { join } from 'node:path';
import { joelsAnswers } from '../../../src/mocks/index.js';
import { encodeCursor } from '../../../src/mocks/host/queue.js';
import { openPostgres } from '../../../demo/host/database/postgres.js';
import { bearerFrom, startProcess } from '../../host/processes.js';
import { createClient, type Ask, type Run } from './client.js';
import { queuePlan } from '../../host/queue-plan.js';
import { fill } from './fill.js';

export const acts = ['snapshot', 'queue page', 'submit', 'decide', 'bare'] as const;
export type Act = (typeof acts)[number];

export interface SubjectOptions {
  /** Of an empty database. */
  url: string;
  /** For the keys that its hosts sign with. */
  folder: string;
  submissions: number;
  /** How many there will be in all of the run. */
  submits: number;
  connections: number;
  /** A number below the one given, the same ones for the same seed. */
  pick: (below: number) => number;
}

/** Starts and fills it all. */
export async function createSubject(options: SubjectOptions) {
  const { url, folder, submissions: about, submits, connections, pick } = options;
  const database = openPostgres(url, { connections: 1 });
  const { submissions, ready } = await fill(database, about, submits);
  // Some of each, and pages from the first to the last full one.
  const submitted = await database.query<{ id: string; developer: string }>(
    `SELECT s.id, a.id AS developer FROM subscriptions s JOIN accounts a ON a.id = 'dev_' || regexp_replace(s.id, '_.*-', '_')
      WHERE latest_submission IS NOT NULL ORDER BY md5(s.id) LIMIT 500`,
  );
  const places = await database.query<{ at: string; id: string }>(
    `SELECT body->>'submittedAt' AS at, id FROM (
       SELECT *, row_number() OVER (ORDER BY submitted_at DESC, id DESC) AS after
         FROM submissions WHERE state = 'waiting') AS waiting
      WHERE after > 50 ORDER BY md5(id) LIMIT 500`,
  );
  await database.query('CHECKPOINT');

  const env = { DATABASE_URL: url, HOST_FOLDER: folder };
  const host = await startProcess(env);
  const bare = await startProcess(env, 'test/bench/host/bare.ts');
  const clients = {
    host: createClient(`${host.url}/api`, connections),
    bare: createClient(bare.url, connections),
  };
  const keys = join(folder, 'keys.json');
  const people = ['mara', 'joel', ...new Set(submitted.map(({ developer }) => developer))];
  const headers = new Map(
    await Promise.all(people.map(async (id) => [id, await bearerFrom(keys, id)] as const)),
  );
  const as = (id: string) => headers.get(id)!;
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)]!;

  /** What was submitted last, for the reviewers. */
  let waiting: string[] = [];
  const asks: Record<Act, () => Ask> = {
    snapshot: () => {
      const { id, developer } = oneOf(submitted);
      return { path: `/subscriptions/${id}`, headers: as(developer) };
    },
    'queue page': () => {
      const { at, id } = oneOf(places);
      const cursor = encodeURIComponent(encodeCursor('submittedAt', [at, id]));
      return { path: `/reviews?state=waiting&cursor=${cursor}`, headers: as('mara') };
    },
    submit: () => ({
      method: 'POST',
      path: `/subscriptions/${ready.pop()!}/submissions`,
      headers: { ...as('joel'), 'Idempotency-Key': `"${crypto.randomUUID()}"` },
      body: { answers: joelsAnswers, formVersion: '2026-09' },
    }),
    decide: () => ({
      method: 'POST',
      path: `/reviews/${waiting.pop()!}/decision`,
      headers: {
        ...as('mara'),
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        'If-Match': '"1.1"',
      },
      body: { outcome: 'approved', notes: null, fieldNotes: [] },
    }),
    bare: () => ({ path: `/${oneOf(submitted).id}` }),
  };

  return {
    submissions,
    async run(act: Act, count: number): Promise<Run> {
      const these = Array.from({ length: count }, () => asks[act]());
      const run = await clients[act === 'bare' ? 'bare' : 'host'].run(these);
      if (act === 'submit') {
        waiting = run.answers.map(
          (answer) => (JSON.parse(answer) as { submission: { id: string } }).submission.id,
        );
      }
      return run;
    },
    /** Of the queue's page by these filters. */
    plan: (search: string, mode: 'custom' | 'generic') =>
      queuePlan(database, 'northbank', search, mode),
    /** A place in the middle of the queue, in the default order. */
    middle: places[0]!,
    async timeOf(search: string): Promise<number> {
      const begun = performance.now();
      await clients.host.run([{ path: `/reviews?${encodeURI(search)}`, headers: as('mara') }]);
      return performance.now() - begun;
    },
    async close(): Promise<void> {
      await Promise.all([host.kill('SIGKILL'), bare.kill('SIGKILL'), database.close()]);
    },
  };
}

export type Subject = Awaited<ReturnType<typeof createSubject>>;
