import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, Database } from './database.js';

const folder = new URL('../migrations/', import.meta.url);

/** Any number: processes that start at once take turns. */
const LOCK = 7_405_001;

/** The numbered files, in their order. A file that was released is never changed. */
export function migrations(): { name: string; sql: string }[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/**
 * Brings a database to the present shape: each file that it has not had yet, all in one transaction.
 * @returns the names of those.
 */
export async function migrate(database: Database, upTo = Infinity): Promise<string[]> {
  return database.transaction(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1::bigint)', [LOCK]);
    await connection.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const done = await connection.query<{ name: string }>('SELECT name FROM migrations');
    const had = new Set(done.map(({ name }) => name));
    const missing = migrations()
      .slice(0, upTo)
      .filter(({ name }) => !had.has(name));
    for (const { name, sql } of missing) {
      for (const statement of statementsIn(sql)) await connection.query(statement);
      await connection.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    return missing.map(({ name }) => name);
  });
}

/** A file holds statements that end in a semicolon at the end of a line; bodies of functions stay whole. */
function statementsIn(sql: string): string[] {
  const statements: string[] = [];
  let open = '';
  for (const line of sql.replace(/^--.*$/gm, '').split('\n')) {
    open += `${line}\n`;
    const isInBody = open.split('$$').length % 2 === 0;
    if (!isInBody && line.trimEnd().endsWith(';')) {
      statements.push(open.trim());
      open = '';
    }
  }
  return statements;
}

/** Takes everything away but who is signed in, for a demo that starts over. */
export async function dropAll(connection: Connection): Promise<void> {
  await connection.query(
    `DROP TABLE IF EXISTS used_assertions, outbox, kept_answers, credential_keys, activity, queues, submissions,
       drafts, subscriptions, forms, plans, accounts, host, migrations CASCADE`,
  );
  await connection.query('DROP FUNCTION IF EXISTS refuse_change CASCADE');
}
