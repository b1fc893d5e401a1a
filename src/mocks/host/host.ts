import type { Operation } from '../../adapter/index.js';
import type { FileReference, Form, Status } from '../../contract/index.js';
import { admit, type Admitted, type Call } from './admission.js';
import { ownMemory, type Backing } from './backing.js';
import { parseAnswer, parseBody } from './check.js';
import type { HostAnswer } from './context.js';
import { createCore, type Capabilities, type CoreOptions, type Policies } from './core.js';
import { keepAnswer, keptAnswer, markOf } from './idempotency.js';
import { letTimePass } from './passing-time.js';
import { HostProblem } from './problem.js';
import { addPlan, setForm, setStatus, settlePayment, subscribe } from './provider-acts.js';
import type { NewSubscription } from './provider-acts.js';
import { secretWorks } from './secret-check.js';
import { trueRandom, type RandomBytes } from './secrets.js';
import {
  emptyState,
  entryOf,
  nextId,
  type Account,
  type HostState,
  type Plan,
  type SubscriptionRecord,
} from './state.js';

export interface FakeHostOptions extends CoreOptions {
  /** What {@link FakeHost.export} gave, of this host or another; empty when absent. */
  state?: HostState;
  random?: RandomBytes;
}

/** A backend in memory that keeps the contract and knows no more of it than anybody else. */
export interface FakeHost {
  now(): number;
  /** What it offers. May be changed before anybody reads from it. */
  readonly capabilities: Capabilities;
  readonly policies: Policies;

  addAccount(account: Account): Promise<void>;
  addPlan(plan: Plan): Promise<void>;
  /** Gives the id of the new subscription. */
  subscribe(subscription: NewSubscription): Promise<string>;
  setForm(planId: string, form: Form | null): Promise<void>;
  setStatus(subscriptionId: string, status: Status): Promise<void>;
  completePayment(subscriptionId: string): Promise<void>;
  failPayment(subscriptionId: string): Promise<void>;

  /** Whether a caller may ask for this; rejects with a HostProblem when not. */
  admit(call: Call): Promise<Operation>;
  /** Does what a caller asks for; rejects with a HostProblem when it can't. */
  perform(call: Call): Promise<HostAnswer>;
  /** Takes a file whose bytes it does not want: what it is called, and no more, is in the answer. */
  storeFile(file: Pick<File, 'name' | 'size' | 'type'>): Promise<FileReference>;
  /** Whether an issued secret or token works at this moment. */
  checkSecret(value: string): Promise<boolean>;

  /** Everything it knows, as JSON. No secret is in it. */
  export(): Promise<HostState>;
  /** Becomes the host of another state. */
  replace(state: HostState): Promise<void>;
  /** Calls after each change, here or in another host on the same backing. */
  onChange(listener: () => void): () => void;
  /** Lives on another backing from now on, with the state it finds there if there is any. */
  use(backing: Backing): Promise<void>;
}

/** All that the contract's HTTP asks of a host, whatever it keeps its state in. */
export type ServedHost = Pick<FakeHost, 'now' | 'admit' | 'perform' | 'onChange'>;

/** A host with nobody and nothing in it yet, unless it is given a state. */
export function createFakeHost(options: FakeHostOptions = {}): FakeHost {
  const core = createCore(options, options.random ?? trueRandom);
  let state = structuredClone(options.state ?? emptyState());
  let backing = ownMemory();
  const listeners = new Set<() => void>();
  /** Writes that are under way, by their mark. */
  const underWay = new Set<string>();

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  let stopListening = backing.onChange(tell);

  /** Works on the newest state, alone, and saves what changed; also what changed before a refusal. */
  const transact = <T>(work: (state: HostState) => T | Promise<T>): Promise<T> =>
    backing.exclusive(async () => {
      state = (await backing.load()) ?? state;
      const { revision } = state;
      try {
        return await work(state);
      } finally {
        if (state.revision !== revision) {
          await backing.save(state);
          tell();
        }
      }
    });

  const onSubscription = (
    id: string,
    work: (state: HostState, now: number, subscription: SubscriptionRecord) => void,
  ) =>
    transact((present) => {
      const subscription = entryOf(present.subscriptions, id);
      if (!subscription) throw new RangeError(`there is no subscription ${id}`);
      const now = core.now();
      letTimePass(present, subscription, now);
      work(present, now, subscription);
    });

  async function run({ operation, rule, context }: Admitted, body: unknown): Promise<HostAnswer> {
    const outcome = await rule.run(context as never, body as never);
    if (!rule.answer || outcome.body === undefined) return outcome;
    try {
      return { ...outcome, body: parseAnswer(rule.answer, outcome.body) };
    } catch (thrown) {
      throw new TypeError(`${operation} broke the contract`, { cause: thrown });
    }
  }

  const read = (call: Call) => transact((present) => run(admit(core, present, call), undefined));

  async function write(call: Call): Promise<HostAnswer> {
    // One look tells whether it was done before or is being done; the work itself is a second one,
    // so that two requests with one key can meet, as they can at a real host.
    const begun = await transact(async (present) => {
      const { operation, rule } = admit(core, present, call);
      const body = rule.body && parseBody(rule.body, call.body ?? {});
      const mark = await markOf(call, operation);
      const kept = mark && keptAnswer(present, mark, core.now());
      if (kept) return { kept };
      if (mark && underWay.has(mark.id)) {
        throw new HostProblem('idempotency_in_progress', { retryAfter: 1 });
      }
      if (mark) underWay.add(mark.id);
      return { body, mark };
    });
    if ('kept' in begun) return structuredClone(begun.kept);

    const { body, mark } = begun;
    try {
      return await transact(async (present) => {
        const admitted = admit(core, present, call);
        admitted.rule.precondition?.(admitted.context);
        const outcome = await run(admitted, body);
        if (mark) {
          const { replay } = admitted.rule;
          const kept = replay ? { ...outcome, body: replay(outcome.body) } : outcome;
          keepAnswer(present, mark, core.now(), structuredClone(kept));
        }
        return outcome;
      });
    } finally {
      if (mark) underWay.delete(mark.id);
    }
  }

  return {
    now: core.now,
    capabilities: core.capabilities,
    policies: core.policies,

    addAccount: (account) =>
      transact((present) => {
        present.accounts[account.id] = { ...account };
        present.revision += 1;
      }),
    addPlan: (plan) => transact((present) => addPlan(present, plan)),
    subscribe: (given) => transact((present) => subscribe(present, core.now(), given)),
    setForm: (planId, form) => transact((present) => setForm(present, core.now(), planId, form)),
    setStatus: (id, status) =>
      onSubscription(id, (...at) => {
        setStatus(...at, status);
      }),
    completePayment: (id) =>
      onSubscription(id, (...at) => {
        settlePayment(...at, true);
      }),
    failPayment: (id) =>
      onSubscription(id, (...at) => {
        settlePayment(...at, false);
      }),

    admit: (call) => transact((present) => admit(core, present, call).operation),
    perform: (call) => (call.method === 'GET' ? read(call) : write(call)),
    storeFile: ({ name, size, type }) =>
      transact((present) => {
        present.revision += 1;
        return { id: nextId(present, 'file'), name, size, type };
      }),
    checkSecret: (value) => transact((present) => secretWorks(present, core.now(), value)),

    export: () => transact((present) => structuredClone(present)),
    replace: (other) =>
      transact((present) => {
        const epoch = Math.max(present.epoch, other.epoch) + 1;
        const revision = Math.max(present.revision, other.revision) + 1;
        state = { ...structuredClone(other), epoch, revision };
      }),
    onChange(listener) {
      const mine = () => listener();
      listeners.add(mine);
      return () => listeners.delete(mine);
    },
    async use(other) {
      // Whatever is under way ends on the old one.
      await backing.exclusive(async () => {
        backing = other;
      });
      stopListening();
      stopListening = other.onChange(tell);
      await other.exclusive(async () => {
        const found = await other.load();
        if (found) state = found;
        else await other.save(state);
      });
      tell();
    },
  };
}
