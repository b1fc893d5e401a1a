import { randomBytes } from 'node:crypto';
import { admit, type Admitted, type Call } from '../../../src/mocks/host/admission.js';
import { parseAnswer, parseBody } from '../../../src/mocks/host/check.js';
import type { Context, HostAnswer } from '../../../src/mocks/host/context.js';
import { createCore, type Core, type CoreOptions } from '../../../src/mocks/host/core.js';
import type { ServedHost } from '../../../src/mocks/host/host.js';
import { keepAnswer, keptAnswer, markOf } from '../../../src/mocks/host/idempotency.js';
import { HostProblem } from '../../../src/mocks/host/problem.js';
import type { Connection, Database } from '../database/database.js';
import { begin, findKept, insertKept } from './kept-answers.js';
import { load } from './load.js';
import type { Loaded } from './loaded.js';
import { queueEvent, queuePage } from './queue.js';
import { save, type Changes } from './save.js';
import { CHANNEL, createTopics, queueTopic, subscriptionTopic, type Topics } from './topics.js';

export interface HostOptions extends CoreOptions {
  database: Database;
  /** Called in the transaction of a change, so that what it writes is kept with it or not at all. */
  onChanges?: (connection: Connection, loaded: Loaded, changes: Changes) => Promise<void>;
}

/** The contract's operations on a database: the same rules and shapes as everywhere else. */
export interface Host {
  readonly core: Core;
  readonly database: Database;
  readonly topics: Topics;
  /** What serves one request until it is aborted. It remembers the look by which it was admitted. */
  forRequest(signal?: AbortSignal): ServedHost;
  /** Lets go of everybody who watches, for this process ends. */
  endStreams(): void;
  /** Works on what it loads, under the locks that it takes, and writes back what changed. */
  change<T>(
    loading: (connection: Connection) => Promise<Loaded>,
    work: (loaded: Loaded, now: number) => T | Promise<T>,
  ): Promise<T>;
}

/** 256 bits for whatever is secret; what is open stays as short as it was asked for. */
const random = (size: number) => Uint8Array.from(randomBytes(size >= 24 ? 32 : size));

/** These read the queue where it is, and not a state. */
const inDatabase: Partial<
  Record<string, (connection: Connection, context: Context) => Promise<HostAnswer>>
> = { getQueue: queuePage, watchQueue: queueEvent };

export async function createHost(options: HostOptions): Promise<Host> {
  const { database, onChanges } = options;
  const core = createCore(options, random);
  const topics = createTopics();
  let isEnding = false;
  await database.listen(CHANNEL, topics.publish);

  const keep = async (connection: Connection, loaded: Loaded) => {
    const changes = await save(connection, loaded);
    await onChanges?.(connection, loaded, changes);
  };

  async function run(
    connection: Connection,
    { operation, rule, context }: Admitted,
    body: unknown,
  ) {
    const own = inDatabase[operation];
    const outcome = own
      ? await own(connection, context)
      : await rule.run(context as never, body as never);
    if (!rule.answer || outcome.body === undefined) return outcome;
    return { ...outcome, body: parseAnswer(rule.answer, outcome.body) };
  }

  async function read(call: Call, looked?: Loaded): Promise<HostAnswer> {
    const loaded = looked ?? (await load(database, call));
    const admitted = admit(core, loaded.state, call);
    if (loaded.state.revision === 0) return run(database, admitted, undefined);
    // Time has changed something since anybody looked: that is a change like any other.
    return database.transaction(async (connection) => {
      const held = await load(connection, call, { lock: true });
      const outcome = await run(connection, admit(core, held.state, call), undefined);
      await keep(connection, held);
      return outcome;
    });
  }

  async function write(call: Call, { operation, rule }: Admitted): Promise<HostAnswer> {
    const body = rule.body && parseBody(rule.body, call.body ?? {});
    const mark = await markOf(call, operation);
    return database.transaction(async (connection) => {
      if (mark) await begin(connection, mark);
      const submissionIds = operation === 'decideMany' ? idsIn(body) : [];
      const [known, loaded] = await Promise.all([
        mark && findKept(connection, mark),
        load(connection, call, { lock: true, submissionIds }),
      ]);
      const admitted = admit(core, loaded.state, call);
      if (mark && known) {
        loaded.state.kept[mark.id] = known;
        const kept = keptAnswer(loaded.state, mark, core.now());
        if (kept) return kept;
      }
      rule.precondition?.(admitted.context);
      const outcome = await run(connection, admitted, body);
      await keep(connection, loaded);
      if (operation === 'saveDraft' || operation === 'submit')
        await saveDraft(connection, admitted);
      if (mark) {
        const shown = rule.replay ? { ...outcome, body: rule.replay(outcome.body) } : outcome;
        keepAnswer(loaded.state, mark, core.now(), shown);
        await insertKept(connection, mark, loaded.state.kept[mark.id]!);
      }
      return outcome;
    });
  }

  return {
    core,
    database,
    topics,
    forRequest(signal) {
      let looked: Loaded | undefined;
      let admitted: Admitted | undefined;
      let isMissed = false;
      let stopWaiting = () => {};
      signal?.addEventListener('abort', () => stopWaiting());
      const subscribe = (listener: () => void) => {
        const { subscription, account } = admitted!.context;
        return topics.subscribe(
          subscription ? subscriptionTopic(subscription.id) : queueTopic(account.reviews!),
          listener,
        );
      };
      return {
        now: core.now,
        async admit(call) {
          looked = await load(database, call);
          admitted = admit(core, looked.state, call);
          if (isWatch(admitted)) {
            // From before its first look, or what happens between the two would be missed.
            stopWaiting = subscribe(() => (isMissed = true));
            if (signal?.aborted) stopWaiting();
            looked = undefined;
          }
          return admitted.operation;
        },
        async perform(call) {
          if (call.method !== 'GET') return write(call, admitted!);
          // Only the first read: a stream looks again each time.
          const first = looked;
          looked = undefined;
          try {
            if (!first && isEnding) throw new HostProblem('internal');
            return await read(call, first);
          } catch (thrown) {
            stopWaiting();
            throw thrown;
          }
        },
        onChange(listener) {
          stopWaiting();
          if (isMissed) queueMicrotask(listener);
          return subscribe(listener);
        },
      };
    },
    endStreams() {
      isEnding = true;
      topics.publish('*');
    },
    change: (loading, work) =>
      database.transaction(async (connection) => {
        const loaded = await loading(connection);
        const result = await work(loaded, core.now());
        await keep(connection, loaded);
        return result;
      }),
  };
}

const isWatch = ({ operation }: Admitted): boolean =>
  operation === 'watchSubscription' || operation === 'watchQueue';

const idsIn = (body: unknown): string[] =>
  (body as { items: { submissionId: string }[] }).items.map(({ submissionId }) => submissionId);

async function saveDraft(connection: Connection, { context }: Admitted): Promise<void> {
  const { id, draft } = context.subscription!;
  if (!draft) {
    await connection.query('DELETE FROM drafts WHERE subscription_id = $1', [id]);
    return;
  }
  await connection.query(
    `INSERT INTO drafts (subscription_id, body) VALUES ($1, $2::text::json)
     ON CONFLICT (subscription_id) DO UPDATE SET body = EXCLUDED.body`,
    [id, JSON.stringify(draft)],
  );
}
