import type { HostState } from './state.js';

/** Where a host's state lives when it outlives or is shared beyond this host. */
export interface Backing {
  /** Runs one piece of work at a time among all hosts on this backing. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** The newest state; undefined when it is the one saved or loaded last. */
  load(): Promise<HostState | undefined>;
  save(state: HostState): Promise<void>;
  /** Calls when another host saved. */
  onChange(listener: () => void): () => void;
}

/** Runs async work one piece after the other, in the order in which it came. */
export function inTurn(): Backing['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The state of this host alone. */
export const ownMemory = (): Backing => ({
  exclusive: inTurn(),
  load: async () => undefined,
  save: async () => undefined,
  onChange: () => () => undefined,
});
