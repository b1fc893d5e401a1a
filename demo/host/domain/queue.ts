import { time, type QueueCounts } from '../../../src/contract/index.js';
import type { Context, Outcome } from '../../../src/mocks/host/context.js';
import { invalid } from '../../../src/mocks/host/problem.js';
import { decodeCursor, encodeCursor, queueQueryOf } from '../../../src/mocks/host/queue.js';
import type { OrderName, Place } from '../../../src/mocks/host/queue-index.js';
import { versionText, type Plan } from '../../../src/mocks/host/state.js';
import { queueItemOf } from '../../../src/mocks/host/views.js';
import type { Connection, Parameter } from '../database/database.js';
import {
  addSubmission,
  addSubscription,
  nothingLoaded,
  type SubmissionBody,
  type SubscriptionBody,
} from './loaded.js';

const columns: Record<OrderName, string> = {
  submittedAt: 'submitted_at',
  decidedAt: 'decided_at',
  subscriptionName: 'name_key',
};

/**
 * A page of the queue as a range of an index: after the last row of the page before, in its order, with
 * the filters looked at on the way.
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
  const where = ['m.provider = $1'];
  const [only, ...others] = asked.state ?? [];
  if (others.length > 0) where.push(`m.state = ANY(${put(asked.state!)}::text[])`);
  else if (only) where.push(`m.state = ${put(only)}`);
  if (asked.plan !== undefined) where.push(`m.plan_name = ${put(asked.plan)}`);
  if (asked.submittedBefore !== undefined) {
    where.push(`m.submitted_at < ${put(asked.submittedBefore)}::text::timestamptz`);
  }
  if (asked.q !== undefined) where.push(`strpos(m.search, ${put(asked.q.toLowerCase())}) > 0`);
  if (asked.cursor !== undefined) {
    const [key, id] = decodeCursor(asked.cursor, sort);
    if (isTime && key !== '' && !time.safeParse(key).success) throw invalid('/cursor', 'option');
    const place = isTime ? `${put(key || '-infinity')}::text::timestamptz` : `${put(key)}::text`;
    where.push(`(m.${column}, m.id) ${isDescending ? '<' : '>'} (${place}, ${put(id)}::text)`);
  }
  const direction = isDescending ? 'DESC' : 'ASC';
  // One more than asked for, to know whether there are more.
  const sql = `SELECT m.body AS submission, s.body AS subscription
      FROM submissions m JOIN subscriptions s ON s.id = m.subscription_id
     WHERE ${where.join(' AND ')}
     ORDER BY m.${column} ${direction}, m.id ${direction} LIMIT ${limit + 1}`;
  return { sql, parameters, sort, limit, name };
}

const placeOf = (
  name: OrderName,
  { id, submittedAt, review }: SubmissionBody,
  subscription: SubscriptionBody,
): Place => {
  if (name === 'submittedAt') return [submittedAt, id];
  if (name === 'decidedAt') return [review?.decidedAt ?? '', id];
  return [subscription.name.toLowerCase(), id];
};

export async function queuePage(connection: Connection, context: Context): Promise<Outcome> {
  const { core, account } = context;
  const { sql, parameters, sort, limit, name } = queueStatement(account.reviews!, context.query);
  const rows = await connection.query<{
    submission: SubmissionBody;
    subscription: SubscriptionBody;
  }>(sql, parameters);
  const page = rows.slice(0, limit);
  const loaded = nothingLoaded(context.state.epoch);
  const { state } = loaded;
  for (const { submission, subscription } of page) {
    addSubscription(loaded, subscription);
    addSubmission(loaded, submission);
  }
  const planIds = [...new Set(page.map(({ subscription }) => subscription.planId))];
  for (const plan of await plansOf(connection, planIds)) state.plans[plan.id] = plan;
  const { events, bulkReview, fieldNotes } = core.capabilities;
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      items: page.map(({ submission: { id } }) =>
        queueItemOf(core, state, state.submissions[id]!, account),
      ),
      nextCursor:
        rows.length > limit
          ? encodeCursor(sort, placeOf(name, last!.submission, last!.subscription))
          : null,
      counts: (await queueNow(connection, account.reviews!)).counts,
      capabilities: { events, bulkReview, fieldNotes },
    },
  };
}

/** What the queue's events carry. */
export async function queueEvent(
  connection: Connection,
  { account, state }: Context,
): Promise<Outcome> {
  const { version, counts } = await queueNow(connection, account.reviews!);
  return { status: 200, body: { counts }, etag: versionText(state, version) };
}

async function plansOf(connection: Connection, ids: readonly string[]): Promise<Plan[]> {
  if (ids.length === 0) return [];
  const rows = await connection.query<{ body: Plan }>(
    'SELECT body FROM plans WHERE id = ANY($1::text[])',
    [ids],
  );
  return rows.map(({ body }) => body);
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
