import type { Database } from '../database/database.js';
import { OUTBOX_TOPIC, type Topics } from '../domain/topics.js';
import type { Log } from '../http/log.js';
import type { Message } from './message.js';

/** Delivers one message or rejects; with the same id when it is tried again. */
export type Send = (id: string, message: Message) => Promise<void>;

export interface DispatchOptions {
  database: Database;
  topics: Topics;
  channels: Record<string, Send>;
  log: Log;
  /** Seconds until the next try, after so many. */
  backOff?: (attempts: number) => number;
  /** How often it looks for what is due, in milliseconds. */
  every?: number;
}

/** Longer than any try takes: after it, a message whose sender died is another's to send. */
const LEASE = 60;
const MOST_ATTEMPTS = 12;

/** 5 s, 20 s, 80 s, … up to 6 h, each a little off so that they don't come together: two days in all. */
const quadrupling = (attempts: number): number =>
  Math.min(5 * 4 ** (attempts - 1), 21_600) * (0.9 + Math.random() / 5);

/** Sends what the outbox holds, in any number of processes, until it is told to stop. */
export function startDispatch(options: DispatchOptions): () => Promise<void> {
  const { database, topics, channels, log, backOff = quadrupling, every = 5_000 } = options;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;

  async function takeNext() {
    const rows = await database.query<{
      id: string;
      channel: string;
      body: Message;
      attempts: number;
    }>(
      `UPDATE outbox SET attempts = attempts + 1, next_at = now() + make_interval(secs => $1::int)
        WHERE id = (SELECT id FROM outbox
                     WHERE delivered_at IS NULL AND next_at <= now() AND channel = ANY($2::text[])
                     ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, channel, body, attempts`,
      [LEASE, Object.keys(channels)],
    );
    return rows[0];
  }

  async function deliver({
    id,
    channel,
    body,
    attempts,
  }: NonNullable<Awaited<ReturnType<typeof takeNext>>>) {
    try {
      await channels[channel]!(id, body);
      await database.query(
        'UPDATE outbox SET delivered_at = now(), last_error = NULL WHERE id = $1',
        [id],
      );
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown.message.slice(0, 100) : 'failed';
      const wait = attempts >= MOST_ATTEMPTS ? 'infinity' : undefined;
      log(wait ? 'error' : 'warn', 'undelivered', { id, channel, attempts, isGivenUp: !!wait });
      await database.query(
        `UPDATE outbox SET last_error = $2,
           next_at = CASE WHEN $3::float8 < 0 THEN 'infinity'
                          ELSE now() + make_interval(secs => $3::float8) END
          WHERE id = $1`,
        [id, error, wait ? -1 : backOff(attempts)],
      );
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopping.signal.aborted) {
          const next = await takeNext();
          if (!next) break;
          await deliver(next);
        }
      } catch {
        // The database does not answer; the timer looks again.
      }
    } while (again && !stopping.signal.aborted);
  }

  const look = () => {
    again = true;
    running ??= drain().finally(() => (running = undefined));
  };
  const unsubscribe = topics.subscribe(OUTBOX_TOPIC, look);
  const timer = setInterval(look, every);
  timer.unref();
  look();

  return async () => {
    stopping.abort();
    unsubscribe();
    clearInterval(timer);
    await running;
  };
}
