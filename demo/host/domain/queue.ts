import { queueState, time, type QueueCounts } from '../../../src/contract/index.js';
import type { Context, HostAnswer } from '../../../src/mocks/host/context.js';
import { invalid } from '../../../src/mocks/host/problem.js';
import { decodeCursor, encodeCursor, queueQueryOf } from '../../../src/mocks/host/queue.js';
import type { OrderName, Place } from '../../../src/mocks/host/queue-index.js';
import {
  versionText,
  type HostState,
  type Plan,
  type SubscriptionRecord,
} from '../../../src/mocks/host/state.js';
import { queueItemOf } from '../../../src/mocks/host/views.js';
import type { Connection, Parameter } from '../database/database.js';
import { nothingLoaded, type SubmissionBody, type SubscriptionBody } from './loaded.js';

const columns: Record<OrderName, string> = {
  submittedAt: 'submitted_at',
  decidedAt: 'decided_at',
  subscriptionName: 'name_key',
};

/** Finds a piece of text as it stands, in any case. A pattern, for an index of trigrams serves no other way. */
const patternOf = (text: string) => `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;

/**
 * A page of the queue as the ranges of an index, one for each state, merged: after the last row of the
 * page before, in its order. Other filters are looked at on the way.
 */
export function queueStatement(provider: string, given: URLSearchParams) {
  const asked = queueQueryOf(given);
  const sort = asked.sort ?? 'submittedAt';
  const limit = asked.limit ?? 50;
  const isDescending = sort.startsWith('-');
  const name = sort.replace('-', '') as OrderName;
  const column = columns[name];
  const isTime = name !== 'subscriptionName';

  const parameters: Parameter[] = [provider];
  const put = (value: Parameter) => `$${parameters.push(value)}`;
  const where = ['provider = $1'];
  if (asked.plan !== undefined) where.push(`plan_name = ${put(asked.plan)}`);
  if (asked.submittedBefore !== undefined) {
    where.push(`submitted_at < ${put(asked.submittedBefore)}::text::timestamptz`);
  }
  if (asked.q !== undefined) where.push(`search LIKE ${put(patternOf(asked.q))}`);
  if (asked.cursor !== undefined) {
    const [key, id] = decodeCursor(asked.cursor, sort);
    if (isTime && key !== '' && !time.safeParse(key).success) throw invalid('/cursor', 'option');
    const place = isTime ? `${put(key || '-infinity')}::text::timestamptz` : `${put(key)}::text`;
    where.push(`(${column}, id) ${isDescending ? '<' : '>'} (${place}, ${put(id)}::text)`);
  }
  const direction = isDescending ? 'DESC' : 'ASC';
  // One more than asked for, to know whether there are more.
  const order = `ORDER BY ${column} ${direction}, id ${direction} LIMIT ${limit + 1}`;
  const ranges = [...new Set(asked.state ?? queueState.options)].map(
    (state) => `(SELECT body, ${column}, id FROM submissions
       WHERE ${where.join(' AND ')} AND state = ${put(state)} ${order})`,
  );
  const sql = `SELECT body FROM (${ranges.join(' UNION ALL ')}) AS ranges ${order}`;
  return { sql, parameters, sort, limit, name };
}

const placeOf = (
  name: OrderName,
  { id, submittedAt, review }: SubmissionBody,
  subscription: SubscriptionRecord,
): Place => {
  if (name === 'submittedAt') return [submittedAt, id];
  if (name === 'decidedAt') return [review?.decidedAt ?? '', id];
  return [subscription.name.toLowerCase(), id];
};

export async function queuePage(connection: Connection, context: Context): Promise<HostAnswer> {
  const { core, account } = context;
  const { sql, parameters, sort, limit, name } = queueStatement(account.reviews!, context.query);
  // The version first: rows that are newer than it says are read once more, older ones would stay.
  const { version, counts } = await queueNow(connection, account.reviews!);
  const rows = await connection.query<{ body: SubmissionBody }>(sql, parameters);
  const page = rows.slice(0, limit).map(({ body }) => body);
  // Only to be shown: nobody compares it with what it was.
  const { state } = nothingLoaded(context.state.epoch);
  for (const body of page) state.submissions[body.id] = { ...body, answers: {} };
  await addTheirs(connection, state, page);
  const { events, bulkReview, fieldNotes } = core.capabilities;
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      version: versionText(context.state, version),
      items: page.map(({ id }) => queueItemOf(core, state, state.submissions[id]!, account)),
      nextCursor:
        rows.length > limit
          ? encodeCursor(sort, placeOf(name, last!, state.subscriptions[last!.subscriptionId]!))
          : null,
      counts,
      capabilities: { events, bulkReview, fieldNotes },
    },
  };
}

/** What the queue's events carry. */
export async function queueEvent(
  connection: Connection,
  { account, state }: Context,
): Promise<HostAnswer> {
  const { version, counts } = await queueNow(connection, account.reviews!);
  return { status: 200, body: { counts }, etag: versionText(state, version) };
}

/** The subscriptions of these submissions, and their plans: each once, however many rows are on it. */
async function addTheirs(
  connection: Connection,
  state: HostState,
  submissions: readonly SubmissionBody[],
): Promise<void> {
  const ids = submissions.map(({ subscriptionId }) => subscriptionId);
  const [subscriptions, plans] = await Promise.all([
    connection.query<{ body: SubscriptionBody }>(
      'SELECT body FROM subscriptions WHERE id = ANY($1::text[])',
      [ids],
    ),
    connection.query<{ body: Plan }>(
      `SELECT body FROM plans
        WHERE id IN (SELECT plan_id FROM subscriptions WHERE id = ANY($1::text[]))`,
      [ids],
    ),
  ]);
  for (const { body } of subscriptions) {
    state.subscriptions[body.id] = { ...body, draft: null, activity: [] };
  }
  for (const { body } of plans) state.plans[body.id] = body;
}

async function queueNow(
  connection: Connection,
  provider: string,
): Promise<{ version: number; counts: QueueCounts }> {
  const rows = await connection.query<{ version: number } & QueueCounts>(
    `SELECT version::float8 AS version, waiting, approved, rejected,
       changes_requested AS "changesRequested" FROM queues WHERE provider = $1`,
    [provider],
  );
  const { version = 0, ...counts } = rows[0] ?? {};
  return {
    version,
    counts: { waiting: 0, approved: 0, rejected: 0, changesRequested: 0, ...counts },
  };
}
