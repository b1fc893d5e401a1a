import {
  planOf,
  type HostState,
  type SubmissionRecord,
  type SubscriptionRecord,
} from '../../../src/mocks/host/state.js';
import { queueStateOf } from '../../../src/mocks/host/views.js';
import type { Connection, Parameter } from '../database/database.js';
import { CHANNEL, queueTopic, subscriptionTopic } from './topics.js';
import { bodyOfSubmission, bodyOfSubscription, type Loaded } from './loaded.js';

/** What has changed, for whoever else has to hear of it in the same transaction. */
export interface Changes {
  submitted: SubmissionRecord[];
  decided: SubmissionRecord[];
}

/** Gives the connection a statement, and does not wait for it. */
type Send = (sql: string, parameters: Parameter[]) => void;

/** Writes back what an operation changed, and tells the listeners of all processes once it is kept. */
export async function save(connection: Connection, { state, before }: Loaded): Promise<Changes> {
  // One way to the database and back for all of them: it does them in their order.
  const sent: Promise<unknown>[] = [];
  const send: Send = (sql, parameters) => sent.push(connection.query(sql, parameters));
  const changes: Changes = { submitted: [], decided: [] };
  const topics = new Set<string>();
  const counts = new Map<string, Map<string, number>>();

  for (const [key, form] of Object.entries(state.forms)) {
    if (before.forms.has(key)) continue;
    send('INSERT INTO forms (key, body) VALUES ($1, $2::text::json) ON CONFLICT DO NOTHING', [
      key,
      JSON.stringify(form),
    ]);
  }
  for (const subscription of Object.values(state.subscriptions)) {
    const text = JSON.stringify(bodyOfSubscription(subscription));
    const known = before.subscriptions.get(subscription.id);
    if (known === text) continue;
    saveSubscription(send, subscription, text);
    const credentials = JSON.stringify(keysOf(subscription));
    const had = known === undefined ? '[]' : JSON.stringify(keysOf(JSON.parse(known) as never));
    if (credentials !== had) saveKeys(send, subscription);
    addActivity(send, subscription, before.activity.get(subscription.id) ?? 0);
    topics.add(subscriptionTopic(subscription.id));
  }
  for (const submission of Object.values(state.submissions)) {
    const known = before.submissions.get(submission.id);
    const text = JSON.stringify(bodyOfSubmission(submission));
    if (known?.text === text) continue;
    const { provider } = planOf(state, state.subscriptions[submission.subscriptionId]!);
    const ofProvider = counts.get(provider) ?? new Map<string, number>();
    counts.set(provider, ofProvider);
    const count = (name: string, by: number) =>
      ofProvider.set(name, (ofProvider.get(name) ?? 0) + by);
    if (known) {
      updateSubmission(send, submission, text);
      count(queueStateOf(known.record), -1);
    } else {
      insertSubmission(send, state, submission, text);
      changes.submitted.push(submission);
    }
    if (submission.review && !known?.record.review) changes.decided.push(submission);
    count(queueStateOf(submission), 1);
  }
  // Last, for this row is shared by all of a provider's subscriptions.
  for (const [provider, steps] of Object.entries(state.queueVersions)) {
    moveQueue(send, provider, steps, counts.get(provider) ?? new Map());
    topics.add(queueTopic(provider));
  }
  if (topics.size > 0) {
    send('SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS t(topic)', [CHANNEL, [...topics]]);
  }
  await Promise.all(sent);
  return changes;
}

function saveSubscription(
  send: Send,
  { id, tenant, planId, submissionIds }: SubscriptionRecord,
  text: string,
): void {
  send(
    `INSERT INTO subscriptions (id, tenant, plan_id, latest_submission, body)
     VALUES ($1, $2, $3, $4, $5::text::json)
     ON CONFLICT (id) DO UPDATE
       SET latest_submission = EXCLUDED.latest_submission, body = EXCLUDED.body`,
    [id, tenant, planId, submissionIds.at(-1) ?? null, text],
  );
}

/** What leads to a credential: open ids as they are, secrets and tokens by their hashes. */
function keysOf({ credentials, tokens }: SubscriptionRecord) {
  const ofLanes = Object.values(credentials).flatMap((credential) => {
    if (!credential) return [];
    const { lane, values, secrets } = credential;
    return [
      ...values
        .filter(({ name, value }) => name === 'client_id' && value !== undefined)
        .map(({ value }) => ({ key: value!, kind: 'client_id', lane: lane as string })),
      ...secrets.map(({ hash }) => ({ key: hash, kind: 'secret', lane: lane as string })),
    ];
  });
  const laneOf = (credentialId: string) =>
    credentials.production?.id === credentialId ? 'production' : 'sandbox';
  return [
    ...ofLanes,
    ...tokens.map(({ hash, credentialId }) => ({
      key: hash,
      kind: 'token',
      lane: laneOf(credentialId),
    })),
  ];
}

function saveKeys(send: Send, subscription: SubscriptionRecord): void {
  const keys = keysOf(subscription);
  send('DELETE FROM credential_keys WHERE subscription_id = $1', [subscription.id]);
  if (keys.length === 0) return;
  send(
    `INSERT INTO credential_keys (key, kind, lane, subscription_id)
     SELECT key, kind, lane, $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS k(key, kind, lane)`,
    [
      keys.map(({ key }) => key),
      keys.map(({ kind }) => kind),
      keys.map(({ lane }) => lane),
      subscription.id,
    ],
  );
}

function addActivity(send: Send, { id, activity }: SubscriptionRecord, known: number): void {
  for (const entry of activity.slice(known)) {
    send('INSERT INTO activity (subscription_id, id, body) VALUES ($1, $2, $3::text::json)', [
      id,
      entry.id,
      JSON.stringify(entry),
    ]);
  }
}

function insertSubmission(
  send: Send,
  state: HostState,
  submission: SubmissionRecord,
  text: string,
): void {
  const { id, subscriptionId, attempt, submittedAt, submittedBy, formKey, review, answers } =
    submission;
  const subscription = state.subscriptions[subscriptionId]!;
  const plan = planOf(state, subscription);
  const search = [subscription.name, plan.name, submittedBy, id, subscriptionId];
  send(
    `INSERT INTO submissions (id, subscription_id, attempt, provider, state, submitted_at, decided_at,
       plan_name, name_key, search, form_key, body, answers)
     VALUES ($1, $2, $3::int, $4, $5, $6::text::timestamptz, $7::text::timestamptz,
       $8, $9, $10, $11, $12::text::json, $13::text::json)`,
    [
      id,
      subscriptionId,
      attempt,
      plan.provider,
      queueStateOf(submission),
      submittedAt,
      review?.decidedAt ?? '-infinity',
      plan.name,
      subscription.name.toLowerCase(),
      search.join('\n').toLowerCase(),
      formKey,
      text,
      JSON.stringify(answers),
    ],
  );
}

function updateSubmission(send: Send, submission: SubmissionRecord, text: string): void {
  send(
    `UPDATE submissions SET state = $2, decided_at = $3::text::timestamptz, body = $4::text::json
      WHERE id = $1`,
    [submission.id, queueStateOf(submission), submission.review?.decidedAt ?? '-infinity', text],
  );
}

function moveQueue(
  send: Send,
  provider: string,
  steps: number,
  counts: ReadonlyMap<string, number>,
): void {
  send(
    `INSERT INTO queues AS q (provider, version, waiting, approved, rejected, changes_requested)
     VALUES ($1, $2::int, $3::int, $4::int, $5::int, $6::int)
     ON CONFLICT (provider) DO UPDATE SET
       version = q.version + EXCLUDED.version, waiting = q.waiting + EXCLUDED.waiting,
       approved = q.approved + EXCLUDED.approved, rejected = q.rejected + EXCLUDED.rejected,
       changes_requested = q.changes_requested + EXCLUDED.changes_requested`,
    [
      provider,
      steps,
      ...['waiting', 'approved', 'rejected', 'changes_requested'].map(
        (name) => counts.get(name) ?? 0,
      ),
    ],
  );
}
