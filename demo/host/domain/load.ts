import type { ActivityEntry, Answers, Draft, Form } from '../../../src/contract/index.js';
import type { Call } from '../../../src/mocks/host/admission.js';
import { invalid } from '../../../src/mocks/host/problem.js';
import type { Account, Plan } from '../../../src/mocks/host/state.js';
import type { Connection } from '../database/database.js';
import {
  addSubmission,
  addSubscription,
  nothingLoaded,
  type Loaded,
  type SubmissionBody,
  type SubscriptionBody,
} from './loaded.js';

/** One more than a page of the activity has, so that it is known whether there are more. */
const ACTIVITY_PAGE = 51;
const ACTIVITY_OF_REVIEW = 100;

export interface LoadOptions {
  /** Holds the subscriptions until the transaction ends: nobody else changes them meanwhile. */
  lock?: boolean;
  /** The submissions that a body names. */
  submissionIds?: readonly string[];
}

/** Reads what an operation concerns, and no more. */
export async function load(
  connection: Connection,
  call: Call,
  { lock = false, submissionIds = [] }: LoadOptions = {},
): Promise<Loaded> {
  const named = call.submissionId === undefined ? submissionIds : [call.submissionId];
  const ids = call.id === undefined ? await ownersOf(connection, named) : [call.id];
  // Sent at once; a transaction does them in this order.
  const [, loaded] = await Promise.all([
    lock && ids.length > 0 ? lockSubscriptions(connection, ids) : undefined,
    loadSubscriptions(connection, call.caller, ids),
  ]);
  // What is not there is admission's to say.
  if (Object.keys(loaded.state.subscriptions).length > 0)
    await loadMore(connection, loaded, call, named);
  return loaded;
}

/** In the order of their ids, so that no two ever wait for each other. */
export async function lockSubscriptions(
  connection: Connection,
  ids: readonly string[],
): Promise<void> {
  await connection.query(
    'SELECT id FROM subscriptions WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE',
    [ids],
  );
}

async function ownersOf(
  connection: Connection,
  submissionIds: readonly string[],
): Promise<string[]> {
  if (submissionIds.length === 0) return [];
  const rows = await connection.query<{ subscription_id: string }>(
    'SELECT DISTINCT subscription_id FROM submissions WHERE id = ANY($1::text[])',
    [submissionIds],
  );
  return rows.map((row) => row.subscription_id);
}

/** The caller, and these subscriptions with their plans and latest attempts. */
export async function loadSubscriptions(
  connection: Connection,
  caller: string | null,
  ids: readonly string[],
): Promise<Loaded> {
  const rows = await connection.query<{
    epoch: number;
    account: Account | null;
    subscription: SubscriptionBody | null;
    plan: Plan;
    latest: SubmissionBody | null;
  }>(
    `SELECT h.epoch, a.body AS account, s.body AS subscription, p.body AS plan, l.body AS latest
       FROM host h
       LEFT JOIN accounts a ON a.id = $1
       LEFT JOIN (subscriptions s
         JOIN plans p ON p.id = s.plan_id
         LEFT JOIN submissions l ON l.id = s.latest_submission) ON s.id = ANY($2::text[])`,
    [caller ?? '', ids],
  );
  const loaded = nothingLoaded(rows[0]!.epoch);
  const { state } = loaded;
  for (const { account, subscription, plan, latest } of rows) {
    if (account && account.id === caller) state.accounts[account.id] = account;
    if (!subscription) continue;
    state.plans[plan.id] = plan;
    addSubscription(loaded, subscription);
    if (latest) addSubmission(loaded, latest);
  }
  return loaded;
}

async function loadMore(
  connection: Connection,
  loaded: Loaded,
  call: Call,
  named: readonly string[],
): Promise<void> {
  const [subscription] = Object.values(loaded.state.subscriptions);
  const { id, submissionIds } = subscription!;
  switch (call.route) {
    case 'activity':
      subscription!.activity = await activityBefore(connection, id, call.query?.get('cursor'));
      break;
    case 'draft':
      if (call.method !== 'GET') break;
      subscription!.draft = (await draftOf(connection, id)) ?? null;
      break;
    case 'latestSubmission':
      await loadAttempts(connection, loaded, submissionIds.slice(-1));
      break;
    case 'review':
    case 'decision': {
      const at = submissionIds.indexOf(call.submissionId!);
      const [activity] = await Promise.all([
        newestActivity(connection, id, ACTIVITY_OF_REVIEW),
        loadAttempts(connection, loaded, submissionIds.slice(Math.max(0, at - 1), at + 1)),
      ]);
      subscription!.activity = activity;
      break;
    }
    case 'bulkDecision':
      await loadAttempts(connection, loaded, named);
      break;
    default:
  }
  for (const each of Object.values(loaded.state.subscriptions)) {
    loaded.before.activity.set(each.id, each.activity.length);
  }
}

/** Attempts with what was answered, and the forms that they answered. */
async function loadAttempts(
  connection: Connection,
  loaded: Loaded,
  ids: readonly string[],
): Promise<void> {
  const rows = await connection.query<{
    body: SubmissionBody;
    answers: Answers;
    form_key: string | null;
    form: Form | null;
  }>(
    `SELECT m.body, m.answers, m.form_key, f.body AS form
       FROM submissions m LEFT JOIN forms f ON f.key = m.form_key WHERE m.id = ANY($1::text[])`,
    [ids],
  );
  for (const { body, answers, form_key: key, form } of rows) {
    addSubmission(loaded, body, answers);
    if (key === null || !form) continue;
    loaded.state.forms[key] = form;
    loaded.before.forms.add(key);
  }
}

async function draftOf(connection: Connection, id: string): Promise<Draft | undefined> {
  const rows = await connection.query<{ body: Draft }>(
    'SELECT body FROM drafts WHERE subscription_id = $1',
    [id],
  );
  return rows[0]?.body;
}

type Entries = { body: ActivityEntry }[];
const oldestFirst = (rows: Entries) => rows.map(({ body }) => body).reverse();

async function newestActivity(connection: Connection, id: string, count: number) {
  return oldestFirst(
    await connection.query(
      'SELECT body FROM activity WHERE subscription_id = $1 ORDER BY seq DESC LIMIT $2::int',
      [id, count],
    ),
  );
}

/** The entry that the cursor names, and a page before it; the newest page without one. */
async function activityBefore(
  connection: Connection,
  id: string,
  cursor: string | null | undefined,
) {
  if (!cursor) return newestActivity(connection, id, ACTIVITY_PAGE);
  const rows = await connection.query<{ body: ActivityEntry }>(
    `SELECT body FROM activity WHERE subscription_id = $1
        AND seq <= (SELECT seq FROM activity WHERE subscription_id = $1 AND id = $2)
      ORDER BY seq DESC LIMIT $3::int`,
    [id, cursor, ACTIVITY_PAGE + 1],
  );
  if (rows.length === 0) throw invalid('/cursor', 'option');
  return oldestFirst(rows);
}
