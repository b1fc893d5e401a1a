/** A page of a long queue is a range of an index: PostgreSQL neither sorts nor reads the whole table. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueSort } from '../../src/contract/index.js';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { queueStatement } from '../../demo/host/domain/queue.js';
import { noPostgres, startPostgres, type PostgresServer } from './postgres-server.js';
import { createWorld, type World } from './world.js';

const ROWS = 30_000;

describe(`the plans of a queue of ${ROWS} attempts`, { skip: noPostgres }, () => {
  let server: PostgresServer;
  let world: World;
  before(async () => {
    server = await startPostgres();
    world = await createWorld({ database: openPostgres(server.url) });
    await world.database.query(
      `INSERT INTO submissions (id, subscription_id, attempt, provider, state, submitted_at, decided_at,
         plan_name, name_key, search, form_key, body, answers)
       SELECT 'many_' || n, subscription_id, 1000 + n, provider,
         CASE WHEN n % 50 = 0 THEN 'waiting' ELSE 'approved' END, now() - n * interval '1 minute',
         CASE WHEN n % 50 = 0 THEN '-infinity' ELSE now() END, plan_name, 'name ' || n, search, NULL,
         json_build_object('id', 'many_' || n, 'version', 1, 'subscriptionId', subscription_id,
           'attempt', 1000 + n, 'formKey', NULL, 'submittedAt', body->>'submittedAt',
           'submittedBy', 'Many', 'submitter', 'many', 'review', NULL), '{}'
       FROM generate_series(1, $1::int) AS n,
         (SELECT * FROM submissions ORDER BY id LIMIT 1) AS one`,
      [ROWS],
    );
    await world.database.query('ANALYZE submissions');
  });
  after(async () => {
    await world?.database.close();
    server?.stop();
  });

  const planOf = async (search: string): Promise<string> => {
    const { sql, parameters } = queueStatement('northbank', new URLSearchParams(search));
    const rows = await world.database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, parameters);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const assertFlat = (plan: string) => {
    assert.match(plan, /Index Scan.* using queue_/);
    assert.doesNotMatch(plan, /Sort|Seq Scan on submissions/, plan);
  };

  for (const sort of queueSort.options) {
    it(`are flat by ${sort}, for all and for those that wait`, async () => {
      assertFlat(await planOf(`sort=${sort}`));
      assertFlat(await planOf(`sort=${sort}&state=waiting`));
    });
  }

  it('are flat in the middle as at the beginning', async () => {
    const mara = world.as('mara');
    let cursor: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      cursor = (await mara.getQueue({}, { limit: 200, ...(cursor ? { cursor } : {}) })).nextCursor;
    }
    assertFlat(await planOf(`cursor=${encodeURIComponent(cursor!)}`));
  });
});
