import { inTurn, type Backing } from '../host/backing.js';
import type { FakeHost } from '../host/host.js';
import type { HostState } from '../host/state.js';
import { indexedStorage, type SharedStorage } from './indexed-storage.js';

export interface PersistOptions {
  /** IndexedDB when absent. */
  storage?: SharedStorage;
  /** The entry in the storage, also the name of the lock and of the channel. */
  key?: string;
}

/** Grows when the shape of the state changes; what is older is left alone and written over. */
const SHAPE = 1;

/**
 * Lets a host live on in a storage, and share it with the hosts of other tabs: each act works on the
 * newest state and stores it before the next one begins, and wakes the streams of the others. The
 * storage holds hashes of secrets and never a secret.
 * @returns a function that ends the sharing.
 */
export async function persistHost(
  host: FakeHost,
  { storage = indexedStorage(), key = 'golive-fake-host' }: PersistOptions = {},
): Promise<() => void> {
  const channel = new BroadcastChannel(key);
  await host.use(sharedBacking(storage, key, channel));
  return () => channel.close();
}

function sharedBacking(storage: SharedStorage, key: string, channel: BroadcastChannel): Backing {
  /** The text that the host's present state came from or went to. */
  let known: string | null = null;
  return {
    exclusive: exclusiveBy(key),
    async load() {
      const text = await storage.getItem(key);
      if (text === null || text === known) return undefined;
      const state = read(text);
      if (state) known = text;
      return state;
    },
    async save(state) {
      const text = JSON.stringify({ shape: SHAPE, state });
      // Should the storage be full, the state that it holds is read again before the next act.
      known = null;
      await storage.setItem(key, text);
      known = text;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
      channel.postMessage(state.revision);
    },
    onChange(listener) {
      const onMessage = () => listener();
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}

function read(text: string): HostState | undefined {
  try {
    const { shape, state } = JSON.parse(text) as { shape: number; state: HostState };
    return shape === SHAPE ? state : undefined;
  } catch {
    return undefined;
  }
}

/** One act at a time in all tabs, where the browser has locks; in this one at least elsewhere. */
function exclusiveBy(name: string): Backing['exclusive'] {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  const turns = inTurn();
  if (!locks) return turns;
  return (work) => turns(() => locks.request(name, work) as ReturnType<typeof work>);
}
