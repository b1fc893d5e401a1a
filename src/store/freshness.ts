import { toPipelineError, type ChangeEvent, type WatchOptions } from '../adapter/index.js';
import type { Surroundings } from './surroundings.js';

export interface FreshnessOptions {
  /** Opens the stream of changes; undefined where there is none, then it polls. */
  watch: () => ((options: WatchOptions) => AsyncIterable<ChangeEvent>) | undefined;
  /** Reads once. `id` is the version that an event told of. */
  read: (id?: string) => Promise<void>;
  surroundings: Surroundings;
  /** Milliseconds between polls; the contract's 30 s when absent. */
  interval?: number | undefined;
}

/** A page that gets the focus again and again does not read more often than this. */
const WAKE_INTERVAL = 5_000;

/**
 * Keeps something fresh until it is stopped: by events where there are any, else by polling, and by
 * one read when the page is seen again. Nothing happens while the page is hidden.
 */
export function keepFresh({ watch, read, surroundings, interval = 30_000 }: FreshnessOptions) {
  let stream: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRead = Date.now();
  let failures = 0;
  let stopped = false;

  const readNow = async (id?: string) => {
    lastRead = Date.now();
    await read(id);
  };

  const pause = () => {
    stream?.abort();
    stream = undefined;
    clearTimeout(timer);
    timer = undefined;
  };

  const resume = () => {
    if (stopped || stream || timer !== undefined || surroundings.isHidden()) return;
    const open = watch();
    if (open) void follow(open);
    else timer = setTimeout(() => void poll(), interval);
  };

  const poll = async () => {
    timer = undefined;
    await readNow();
    resume();
  };

  const follow = async (open: (options: WatchOptions) => AsyncIterable<ChangeEvent>) => {
    const mine = new AbortController();
    stream = mine;
    let refused = false;
    try {
      for await (const { id } of open({ signal: mine.signal })) {
        failures = 0;
        if (mine.signal.aborted) return;
        await readNow(id);
      }
    } catch (thrown) {
      // Whoever answers 4xx has no stream for us; polling says what is wrong, if anything is.
      const { status = 0 } = toPipelineError(thrown);
      refused = status >= 400 && status < 500 && status !== 429;
    }
    if (stream !== mine) return;
    stream = undefined;
    failures += 1;
    const wait = refused ? interval : Math.min(1000 * 2 ** (failures - 1), interval);
    // What changed while nobody listened is read first; then the stream is opened again.
    timer = setTimeout(() => void poll(), wait * (0.5 + Math.random() / 2));
  };

  const stopWake = surroundings.onWake(() => {
    if (Date.now() - lastRead >= WAKE_INTERVAL) void readNow();
    resume();
  });
  const stopHide = surroundings.onHide(pause);
  resume();

  return {
    /** Looks again at what `watch` offers, when that may have become known. */
    resume,
    stop() {
      stopped = true;
      pause();
      stopWake();
      stopHide();
    },
  };
}
