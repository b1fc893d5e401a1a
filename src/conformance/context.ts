import type { QueuePage, Snapshot } from '../contract/index.js';
import type { Client } from './client.js';
import { readStream, type EventReader } from './event-reader.js';
import { Broken, Skipped } from './failure.js';
import { conformanceForm } from './form.js';
import {
  planKinds,
  type Caller,
  type Hooks,
  type PlanKind,
  type SubscriptionWish,
} from './hooks.js';
import type { Ledger } from './ledger.js';
import type { OperationName } from './operation.js';
import { Road } from './road.js';

/** What the host says that it can do. */
export type Capabilities = Snapshot['capabilities'] & QueuePage['capabilities'];

/** What a check works with. */
export interface Context extends Client {
  hooks: Hooks;
  capabilities: Capabilities;
  ledger: Ledger;
  /** A new subscription of its own; the check is skipped where the host has no such plans. */
  road(plan: PlanKind, options?: RoadOptions): Promise<Road>;
  /** Opens a stream of events, and makes sure that it is one. */
  watch(
    as: Caller,
    operation: OperationName,
    id?: string,
    lastEventId?: string,
  ): Promise<EventReader>;
  /** Whether the host's own API lets in what was issued on a road. */
  works(road: Road, value: string, about?: Partial<KeyAbout>): Promise<boolean>;
  /** Texts that nobody else looks for, the same in each run but for their beginning. */
  uniqueName(): string;
}

interface KeyAbout {
  kind: 'secret' | 'token';
  lane: 'sandbox' | 'production';
}

export type RoadOptions = Partial<Pick<SubscriptionWish, 'owner' | 'form' | 'name'>>;

export interface ContextOptions {
  client: Client;
  hooks: Hooks;
  capabilities: Capabilities;
  ledger: Ledger;
}

/** Of this run alone: a host that was tested before knows the others. */
const runName = `conf-${crypto.randomUUID().slice(0, 8)}`;
let serial = 0;
// The end keeps one from being the beginning of another.
const uniqueName = () => `${runName}-${(serial += 1)}.`;

export function createContext({ client, hooks, capabilities, ledger }: ContextOptions): Context {
  const context: Context = {
    ...client,
    hooks,
    capabilities,
    ledger,
    uniqueName,

    async road(plan, { owner = 'developer', form = conformanceForm, name = uniqueName() } = {}) {
      const made = await hooks.createSubscription({ plan, owner, form, name });
      if (!made) throw new Skipped(`the host has no plan that is ${planKinds[plan]}`);
      return new Road(context, { id: made.id, plan, owner, name, form });
    },

    async watch(as, operation, id, lastEventId) {
      const headers: Record<string, string> = lastEventId ? { 'Last-Event-ID': lastEventId } : {};
      const { request, response } = await client.open(as, operation, { id, headers });
      const type = response.headers.get('Content-Type') ?? '';
      if (response.ok && response.body && /^text\/event-stream\b/i.test(type)) {
        return readStream(request, response.body, (text) => ledger.search(request, text));
      }
      throw new Broken('200 text/event-stream', `${response.status} ${type}`, request);
    },

    async works(road, value, { kind = 'secret', lane = 'sandbox' } = {}) {
      const { credential } = road.issued[lane]!;
      const key = { value, kind, lane, credential, subscriptionId: road.id };
      return hooks.checkKey!(key);
    },
  };
  return context;
}
