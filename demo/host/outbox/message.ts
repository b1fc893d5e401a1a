import type { Outcome } from '../../../src/contract/index.js';
import { planOf } from '../../../src/mocks/host/state.js';
import type { Connection } from '../database/database.js';
import type { Loaded } from '../domain/loaded.js';
import type { Changes } from '../domain/save.js';
import { CHANNEL, OUTBOX_TOPIC } from '../domain/topics.js';

/** What happened, thin: whoever wants to know more asks the API. */
export interface Message {
  type: 'submission.submitted' | 'submission.decided';
  timestamp: string;
  data: {
    subscriptionId: string;
    submissionId: string;
    subscriptionName: string;
    attempt: number;
    tenant: string;
    provider: string;
    outcome?: Outcome;
  };
}

export function messagesOf({ state }: Loaded, { submitted, decided }: Changes): Message[] {
  const about = (submission: Changes['submitted'][number]) => {
    const subscription = state.subscriptions[submission.subscriptionId]!;
    return {
      subscriptionId: subscription.id,
      submissionId: submission.id,
      subscriptionName: subscription.name,
      attempt: submission.attempt,
      tenant: subscription.tenant,
      provider: planOf(state, subscription).provider,
    };
  };
  return [
    ...submitted.map((submission): Message => {
      const { submittedAt: timestamp } = submission;
      return { type: 'submission.submitted', timestamp, data: about(submission) };
    }),
    ...decided.map((submission): Message => {
      const { decidedAt: timestamp, outcome } = submission.review!;
      return { type: 'submission.decided', timestamp, data: { ...about(submission), outcome } };
    }),
  ];
}

/** Puts messages into the transaction of what they tell of. */
export async function enqueue(
  connection: Connection,
  channels: readonly string[],
  messages: readonly Message[],
): Promise<void> {
  for (const message of messages) {
    for (const channel of channels) {
      await connection.query(
        'INSERT INTO outbox (id, channel, body) VALUES ($1, $2, $3::text::json)',
        [`msg_${crypto.randomUUID()}`, channel, JSON.stringify(message)],
      );
    }
  }
  if (messages.length > 0)
    await connection.query('SELECT pg_notify($1, $2)', [CHANNEL, OUTBOX_TOPIC]);
}
