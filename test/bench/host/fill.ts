/** Fills a database with the demo's queue over and over, by statements on whole tables. */
import { demoState, MAIN_SUBSCRIPTION as main } from '../../../src/mocks/index.js';
import type { Connection, Database } from '../../../demo/host/database/database.js';
import { migrate } from '../../../demo/host/database/migrate.js';
import { importState } from '../../../demo/host/domain/provider.js';

/** A document with a gap in every id, client id and hash, for the number of the copy. */
const gapped = (document: string) =>
  `regexp_replace(${document}::text, '"((?:sub|rev)_|client_[a-z]+_|(?=[0-9a-f]{64}"))', '"\\1{n}-', 'g')`;

const copyOf = (id: string) => `replace(${id}, '_', '_' || n || '-')`;
const iso = (time: string) =>
  `coalesce(to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`;

/** Copies of whole subscriptions, which the host's own operations made. */
const copy = (which: string) => {
  const theirs = `subscription_id IN (SELECT id FROM subscriptions WHERE ${which})`;
  const copies = 'generate_series(1, $1::int) AS n';
  return [
    // What waits is new, and what is decided goes back for years.
    `WITH own AS MATERIALIZED (
       SELECT *, lower(body->>'submittedBy') AS by, replace(replace(${gapped('body')},
           body->>'submittedAt', '{submitted}'),
           coalesce(body->'review'->>'decidedAt', '{decided}'), '{decided}') AS gapped
         FROM submissions WHERE ${theirs}
     )
     INSERT INTO submissions (id, subscription_id, attempt, provider, state, submitted_at, decided_at,
       plan_name, name_key, search, form_key, body, answers)
     SELECT new.id, new.subscription_id, attempt, provider, state, new.submitted_at, new.decided_at,
       plan_name, name_key || ' ' || n,
       concat_ws(E'\\n', name_key || ' ' || n, lower(plan_name), by, new.id, new.subscription_id),
       form_key,
       replace(replace(replace(gapped, '{n}', n::text),
         '{submitted}', ${iso('new.submitted_at')}), '{decided}', ${iso('new.decided_at')})::json,
       answers
     FROM ${copies}, own, LATERAL (SELECT n * CASE state
       WHEN 'waiting' THEN interval '1 second' ELSE interval '1 hour' END AS age) AS of_copy,
       LATERAL (SELECT ${copyOf('id')} AS id, ${copyOf('subscription_id')} AS subscription_id,
         submitted_at - age AS submitted_at, decided_at - age AS decided_at) AS new`,
    `INSERT INTO activity (subscription_id, id, body)
     SELECT ${copyOf('subscription_id')}, id, body FROM ${copies}, activity WHERE ${theirs}`,
    `INSERT INTO credential_keys (key, kind, subscription_id, lane)
     SELECT regexp_replace(key, '^(client_[a-z]+_)?', '\\1' || n || '-'), kind,
       ${copyOf('subscription_id')}, lane
     FROM ${copies}, credential_keys WHERE ${theirs}`,
    `WITH own AS MATERIALIZED (
       SELECT *, regexp_replace(${gapped('body')}, '"name":"([^"]+)', '"name":"\\1 {n}') AS gapped
         FROM subscriptions WHERE ${which}
     )
     INSERT INTO subscriptions (id, tenant, plan_id, latest_submission, body)
     SELECT ${copyOf('id')}, tenant, plan_id, ${copyOf('latest_submission')},
       replace(gapped, '{n}', n::text)::json
     FROM ${copies}, own`,
  ];
};

/** Runs `work` without the indexes that it would have to keep up row by row, and makes them again. */
async function withoutIndexes(connection: Connection, work: () => Promise<void>): Promise<void> {
  const indexes = await connection.query<{ name: string; sql: string }>(
    `SELECT indexname AS name, indexdef AS sql FROM pg_indexes
      WHERE tablename IN ('submissions', 'subscriptions', 'activity', 'credential_keys')
        AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
  );
  for (const { name } of indexes) await connection.query(`DROP INDEX ${name}`);
  await work();
  for (const { sql } of indexes) await connection.query(sql);
}

export interface Filled {
  submissions: number;
  /** Subscriptions whose next step is to submit. */
  ready: string[];
}

/** @returns what is there, once there are about so many submissions. */
export async function fill(database: Database, about: number, ready: number): Promise<Filled> {
  await migrate(database);
  const state = await demoState('credentials_made', Date.now());
  const own = Object.keys(state.submissions).length;
  const times = Math.max(1, Math.round(about / own)) - 1;
  await database.transaction(async (connection) => {
    await importState(connection, state);
    // Copies of what keeps the constraints keep them too.
    await connection.query('SET LOCAL session_replication_role = replica');
    await connection.query(`SET LOCAL maintenance_work_mem = '512MB'`);
    await withoutIndexes(connection, async () => {
      for (const sql of copy('latest_submission IS NOT NULL')) await connection.query(sql, [times]);
      for (const sql of copy(`id = '${main}'`)) await connection.query(sql, [ready]);
    });
    await connection.query(
      `UPDATE queues SET (waiting, approved, rejected, changes_requested) = (
         SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'approved'),
           count(*) FILTER (WHERE state = 'rejected'), count(*) FILTER (WHERE state = 'changes_requested')
         FROM submissions WHERE submissions.provider = queues.provider)`,
    );
  });
  await database.query('VACUUM ANALYZE');
  return {
    submissions: own * (times + 1),
    ready: Array.from({ length: ready }, (_, at) => main.replace('_', `_${at + 1}-`)),
  };
}
