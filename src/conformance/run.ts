import type { HeadersSource } from '../adapter/index.js';
import { Canaries } from './canaries.js';
import type { Check, Need } from './check.js';
import { allChecks } from './checks/index.js';
import { createClient, type Client } from './client.js';
import { createContext, type Capabilities, type Context } from './context.js';
import { expectAnswer } from './expect.js';
import { Broken, Skipped } from './failure.js';
import { callers, type Caller, type Hooks } from './hooks.js';
import { Ledger } from './ledger.js';
import { conformanceForm } from './form.js';

export interface RunOptions {
  baseUrl: string;
  hooks: Hooks;
  /** Of each caller; those of the hooks come after. */
  headers?: Partial<Record<Caller, HeadersSource>>;
  fetch?: typeof fetch;
  /** Only checks whose id begins with one of these. */
  only?: readonly string[];
  /** Leaves out what waits for longer than anybody likes. */
  quick?: boolean;
  /** How many checks run side by side; 8 when absent. */
  parallel?: number;
  /** Called when each one ended, in no particular order. */
  onResult?: (result: Result) => void;
}

export interface Failure {
  expected: string;
  came: string;
  request?: string;
}

export interface Result {
  check: Check;
  outcome: 'passed' | 'failed' | 'skipped';
  failure?: Failure;
  /** Why it was skipped. */
  reason?: string;
  milliseconds: number;
}

export interface Report {
  baseUrl: string;
  startedAt: string;
  milliseconds: number;
  capabilities: Capabilities;
  /** In the order of the checks, whichever ended first. */
  results: Result[];
}

/** The host can't be tested at all, and why. */
export class NotTestable extends Error {
  override readonly name = 'NotTestable';
}

const CHECK_TIMEOUT = 120_000;

/**
 * Holds a host against the contract.
 * @throws NotTestable when it does not answer, or lets a caller not in.
 */
export async function runConformance(options: RunOptions): Promise<Report> {
  const begun = Date.now();
  const { hooks, quick = false, only = [] } = options;
  const headers = { ...options.headers, ...hooks.headers };
  for (const caller of ['developer', 'reviewer'] as const) {
    if (!headers[caller]) throw new NotTestable(`there are no headers of the ${caller}`);
  }
  const ledger = new Ledger(new Canaries());
  const client = createClient({ baseUrl: options.baseUrl, headers, fetch: options.fetch, ledger });
  try {
    const capabilities = await askForCapabilities(client, hooks);
    const context = createContext({ client, hooks, capabilities, ledger });
    const has = (caller: Caller) => headers[caller] !== undefined;
    const chosen = allChecks.filter(
      ({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)),
    );
    const results = new Map<Check, Result>();
    const perform = async (check: Check) => {
      const result = await performCheck(
        check,
        context,
        whyNot(check, { capabilities, hooks, has, quick }),
      );
      results.set(check, result);
      options.onResult?.(result);
    };
    // What waits longest begins first.
    const free = chosen.filter(({ turn }) => !turn);
    const inTurn = [...free.filter(({ slow }) => slow), ...free.filter(({ slow }) => !slow)];
    await inParallel(inTurn, options.parallel ?? 8, perform);
    for (const turn of ['alone', 'last']) {
      for (const check of chosen) if (check.turn === turn) await perform(check);
    }
    return {
      baseUrl: options.baseUrl,
      startedAt: new Date(begun).toISOString(),
      milliseconds: Date.now() - begun,
      capabilities,
      results: chosen.map((check) => results.get(check)!),
    };
  } finally {
    await hooks.cleanUp?.();
  }
}

/** A first look, at a subscription of nobody else. */
async function askForCapabilities(client: Client, hooks: Hooks): Promise<Capabilities> {
  try {
    const made = await hooks.createSubscription({
      plan: 'free',
      owner: 'developer',
      name: 'conformance',
      form: conformanceForm,
    });
    if (!made) throw new NotTestable('the hooks make no subscription of the kind free');
    const snapshot = expectAnswer(await client.call('developer', 'getSnapshot', made), 200).body;
    const queue = expectAnswer(
      await client.call('reviewer', 'getQueue', { query: { limit: '1' } }),
      200,
    ).body;
    return {
      ...snapshot.capabilities,
      ...queue.capabilities,
      events: snapshot.capabilities.events,
    };
  } catch (thrown) {
    if (thrown instanceof NotTestable) throw thrown;
    const { request } = thrown as { request?: string };
    throw new NotTestable(`${request ? `${request}: ` : ''}${(thrown as Error).message}`, {
      cause: thrown,
    });
  }
}

interface Situation {
  capabilities: Capabilities;
  hooks: Hooks;
  has: (caller: Caller) => boolean;
  quick: boolean;
}

/** Why a check can't be made here; undefined when it can. */
function whyNot({ needs = [], slow }: Check, situation: Situation): string | undefined {
  if (slow && situation.quick) return 'it is slow, and this run is a quick one';
  return needs.map((need) => whyMissing(need, situation)).find((reason) => reason !== undefined);
}

function whyMissing(need: Need, { capabilities, hooks, has }: Situation): string | undefined {
  if ((callers as readonly string[]).includes(need)) {
    return has(need as Caller) ? undefined : `there are no headers of the caller ${need}`;
  }
  const absent = need.startsWith('no_');
  const claim = need.replace('no_', '').replace('overlap', 'overlapSeconds');
  if (claim in capabilities) {
    const claimed = Boolean(capabilities[claim as keyof Capabilities]);
    if (claimed !== absent) return undefined;
    return absent ? `the host claims ${claim}` : `the host does not claim ${claim}`;
  }
  return hooks[need as keyof Hooks] === undefined ? `there is no hook ${need}` : undefined;
}

async function performCheck(
  check: Check,
  context: Context,
  why: string | undefined,
): Promise<Result> {
  if (why !== undefined) return { check, outcome: 'skipped', reason: why, milliseconds: 0 };
  const begun = Date.now();
  const ended = (outcome: Result['outcome']) => ({
    check,
    outcome,
    milliseconds: Date.now() - begun,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      const seconds = CHECK_TIMEOUT / 1000;
      const broken = new Broken(`an end within ${seconds} s`, 'none');
      timer = setTimeout(() => reject(broken), CHECK_TIMEOUT);
    });
    await Promise.race([Promise.resolve(check.run(context)), late]);
    return ended('passed');
  } catch (thrown) {
    if (thrown instanceof Skipped) return { ...ended('skipped'), reason: thrown.message };
    return { ...ended('failed'), failure: failureOf(thrown, context) };
  } finally {
    clearTimeout(timer);
  }
}

/** What a host left out of an answer makes a check stumble, which is a failure like any other. */
function failureOf(thrown: unknown, { ledger: { canaries } }: Context): Failure {
  if (!(thrown instanceof Broken)) {
    const { message } = thrown as Error;
    return { expected: 'an answer that can be read', came: canaries.redact(message) };
  }
  const { expected, came, request } = thrown;
  return {
    expected: canaries.redact(expected),
    came: canaries.redact(came),
    ...(request === undefined ? {} : { request }),
  };
}

async function inParallel<T>(all: T[], most: number, work: (each: T) => Promise<void>) {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
