/** A page of a long queue is ranges of an index: PostgreSQL neither sorts nor reads the whole table. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { noPostgres, startPostgres, type PostgresServer } from './postgres-server.js';
import { MOST_VISITED, queuePlan, queueSearches } from './queue-plan.js';
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

  it('look at a page of rows, in every order, for every filter, wherever the page is', async () => {
    const [middle] = await world.database.query<{ at: string; id: string }>(
      `SELECT submitted_at::text AS at, id FROM submissions ORDER BY submitted_at OFFSET $1::int LIMIT 1`,
      [ROWS / 2],
    );
    const { at, id } = middle!;
    for (const search of queueSearches({ at: new Date(at).toISOString(), id })) {
      // Those for the values given, and those for any, which a prepared statement comes to.
      for (const mode of ['custom', 'generic'] as const) {
        const { visited, wrong, text } = await queuePlan(world.database, 'northbank', search, mode);
        assert.ok(visited <= MOST_VISITED && wrong.length === 0, `${mode} ${search}\n${text}`);
      }
    }
  });

  it('look at no more for what nobody is called, with the index that the guide gives', async () => {
    const statements = `
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX queue_by_search ON submissions USING gin (search gin_trgm_ops);
`;
    for (const each of statements.split(';').slice(0, -1)) await world.database.query(each);
    await world.database.query('ANALYZE submissions');
    const search = 'q=nobody at all';
    const { visited, text } = await queuePlan(world.database, 'northbank', search, 'custom');
    assert.ok(visited <= MOST_VISITED, text);
  });
});
