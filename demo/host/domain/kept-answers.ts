import type { WriteMark } from '../../../src/mocks/host/idempotency.js';
import { HostProblem } from '../../../src/mocks/host/problem.js';
import type { KeptAnswer } from '../../../src/mocks/host/state.js';
import type { Connection } from '../database/database.js';

/** The lock ends with the transaction, however it ends: a process that dies leaves no key in use. */
export async function begin(connection: Connection, { id }: WriteMark): Promise<void> {
  const rows = await connection.query<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free',
    [id],
  );
  if (!rows[0]!.free) throw new HostProblem('idempotency_in_progress', { retryAfter: 1 });
}

export async function findKept(
  connection: Connection,
  { id }: WriteMark,
): Promise<KeptAnswer | undefined> {
  const rows = await connection.query<KeptAnswer>(
    `SELECT body, (extract(epoch FROM at) * 1000)::float8 AS at, outcome
       FROM kept_answers WHERE id = $1`,
    [id],
  );
  return rows[0];
}

export async function insertKept(
  connection: Connection,
  { id }: WriteMark,
  kept: KeptAnswer,
): Promise<void> {
  const { body, at, outcome } = kept;
  await connection.query(
    `INSERT INTO kept_answers (id, body, at, outcome)
     VALUES ($1, $2, $3::text::timestamptz, $4::text::json)
     ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body, at = EXCLUDED.at, outcome = EXCLUDED.outcome`,
    [id, body, new Date(at).toISOString(), JSON.stringify(outcome)],
  );
}
