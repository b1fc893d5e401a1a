/** Lets the test move the clock of the page, until `leave`. */
export function holdClock() {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const realNow = Date.now;
  let now = realNow();
  let nextId = 1;
  const timers = new Map<number, { at: number; run: () => void }>();
  Date.now = () => now;
  globalThis.setTimeout = ((run: () => void, delay = 0) => {
    timers.set(nextId, { at: now + delay, run });
    return nextId++;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => timers.delete(id)) as typeof clearTimeout;
  return {
    get waiting() {
      return timers.size;
    },
    /** Timers that come due run in their order. */
    pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at);
        const [first] = due;
        if (!first) break;
        const [id, { at, run }] = first;
        timers.delete(id);
        now = Math.max(now, at);
        run();
      }
      now = end;
    },
    /** The device slept: the time is another, and no timer ran. */
    sleep(milliseconds: number) {
      now += milliseconds;
    },
    leave() {
      globalThis.setTimeout = realSet;
      globalThis.clearTimeout = realClear;
      Date.now = realNow;
    },
  };
}
