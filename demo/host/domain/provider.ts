import type { Form, Status } from '../../../src/contract/index.js';
import { letTimePass } from '../../../src/mocks/host/passing-time.js';
import * as acts from '../../../src/mocks/host/provider-acts.js';
import type {
  Account,
  HostState,
  Plan,
  SubscriptionRecord,
} from '../../../src/mocks/host/state.js';
import type { Connection, Database } from '../database/database.js';
import { dropAll, migrate } from '../database/migrate.js';
import type { Host } from './host.js';
import { loadSubscriptions, lockSubscriptions } from './load.js';
import { nothingLoaded } from './loaded.js';
import { save } from './save.js';

/** What the provider's own systems do: accounts, plans, new subscriptions, billing. */
export function createProvider({ core, database, change }: Host) {
  const onSubscription = (
    id: string,
    work: (state: HostState, now: number, subscription: SubscriptionRecord) => void,
  ) =>
    change(
      async (connection) => {
        await lockSubscriptions(connection, [id]);
        return loadSubscriptions(connection, null, [id]);
      },
      ({ state }, now) => {
        const subscription = state.subscriptions[id];
        if (!subscription) throw new RangeError(`there is no subscription ${id}`);
        letTimePass(state, subscription, now);
        work(state, now, subscription);
      },
    );

  return {
    addAccount: (account: Account) => putAccount(database, account),
    addPlan: (plan: Plan) => putPlan(database, plan),
    subscribe: (given: acts.NewSubscription) =>
      change(
        async (connection) => {
          const loaded = await loadSubscriptions(connection, null, given.id ? [given.id] : []);
          const plan = await planById(connection, given.planId);
          if (plan) loaded.state.plans[plan.id] = plan;
          return loaded;
        },
        ({ state }, now) => acts.subscribe(state, now, given),
      ),
    /** Another form for a plan: everybody on it has a new version of their snapshot. */
    setForm: (planId: string, form: Form | null) =>
      database.transaction(async (connection) => {
        const ids = await connection.query<{ id: string }>(
          'SELECT id FROM subscriptions WHERE plan_id = $1 ORDER BY id FOR UPDATE',
          [planId],
        );
        const loaded = await loadSubscriptions(
          connection,
          null,
          ids.map(({ id }) => id),
        );
        const plan = await planById(connection, planId);
        if (plan) loaded.state.plans[planId] = plan;
        acts.setForm(loaded.state, core.now(), planId, form);
        await putPlan(connection, loaded.state.plans[planId]!);
        await save(connection, loaded);
      }),
    setStatus: (id: string, status: Status) =>
      onSubscription(id, (...at) => acts.setStatus(...at, status)),
    completePayment: (id: string) => onSubscription(id, (...at) => acts.settlePayment(...at, true)),
    failPayment: (id: string) => onSubscription(id, (...at) => acts.settlePayment(...at, false)),
  };
}

export type Provider = ReturnType<typeof createProvider>;

async function planById(connection: Connection, id: string): Promise<Plan | undefined> {
  const rows = await connection.query<{ body: Plan }>('SELECT body FROM plans WHERE id = $1', [id]);
  return rows[0]?.body;
}

async function putAccount(connection: Connection, account: Account): Promise<void> {
  await connection.query(
    `INSERT INTO accounts (id, body) VALUES ($1, $2::text::json)
     ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body`,
    [account.id, JSON.stringify(account)],
  );
}

async function putPlan(connection: Connection, plan: Plan): Promise<void> {
  await connection.query(
    `INSERT INTO plans (id, provider, body) VALUES ($1, $2, $3::text::json)
     ON CONFLICT (id) DO UPDATE SET provider = EXCLUDED.provider, body = EXCLUDED.body`,
    [plan.id, plan.provider, JSON.stringify(plan)],
  );
}

/** Any number but that of the migrations. */
const IMPORT_LOCK = 7_405_002;

/** Fills a database that nobody has filled, however many processes start on it at once. */
export async function importIfEmpty(
  database: Database,
  stateOf: () => Promise<HostState>,
): Promise<void> {
  const isEmpty = async (connection: Connection) =>
    (await connection.query('SELECT id FROM plans LIMIT 1')).length === 0;
  if (!(await isEmpty(database))) return;
  const state = await stateOf();
  await database.transaction(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1::bigint)', [IMPORT_LOCK]);
    if (await isEmpty(connection)) await importState(connection, state);
  });
}

/** Everything of a state, such as the demo's scenarios make it, in an empty database. */
export async function importState(connection: Connection, state: HostState): Promise<void> {
  const { before } = nothingLoaded(0);
  for (const account of Object.values(state.accounts)) await putAccount(connection, account);
  for (const plan of Object.values(state.plans)) await putPlan(connection, plan);
  for (const [id, { draft }] of Object.entries(state.subscriptions)) {
    if (draft) throw new RangeError(`the draft of ${id} would be lost`);
  }
  await save(connection, { state, before });
}

/** Starts over. Versions given before are never given again, for the epoch goes on. */
export async function replaceState(database: Database, state: HostState): Promise<void> {
  const [row] = await database.query<{ epoch: number }>('SELECT epoch FROM host');
  await database.transaction(async (connection) => {
    await dropAll(connection);
  });
  await migrate(database);
  await database.transaction(async (connection) => {
    await connection.query('UPDATE host SET epoch = $1::int', [(row?.epoch ?? 0) + 1]);
    await importState(connection, state);
    await connection.query(`SELECT pg_notify('golive', '*')`);
  });
}
