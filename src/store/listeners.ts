/** A list of listeners of one kind. */
export function createListeners<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener: (value: T) => void): () => void {
      // Wrapped, so that one function may listen twice and leave once.
      const mine = (value: T) => listener(value);
      listeners.add(mine);
      return () => listeners.delete(mine);
    },
    /** One that throws keeps nothing from the others, nor from whoever tells. */
    tell(value: T) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (thrown) {
          // A page has it; Node has not.
          (globalThis.reportError ?? console.error)(thrown);
        }
      }
    },
    get size() {
      return listeners.size;
    },
  };
}

/** Lets something end one time only. */
export function once(end: () => void): () => void {
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    end();
  };
}
