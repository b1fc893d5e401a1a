import { toPipelineError, type ChangeEvent } from '../adapter/index.js';
import type { Watch } from './shared-stream.js';
import type { Surroundings } from './surroundings.js';

export interface FreshnessOptions {
  /** Opens the stream of changes; undefined where there is none, then it polls. */
  watch: () => Watch | undefined;
  /** Reads once. `id` is the version that an event told of. */
  read: (id?: string) => Promise<void>;
  surroundings: Surroundings;
  /** Milliseconds between polls; the contract's 30 s when absent. */
  interval?: number | undefined;
}

/** A page that gets the focus again and again does not read more often than this. */
const WAKE_INTERVAL = 5_000;
/** Nor after news that keep coming, once two of them were read without a break. */
const NEWS_INTERVAL = 1_000;

/**
 * Keeps something fresh until it is stopped: by events where there are any, else by polling, and by
 * one read when the page is seen again. Nothing happens while the page is hidden.
 */
export function keepFresh({ watch, read, surroundings, interval = 30_000 }: FreshnessOptions) {
  let stream: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRead = Date.now();
  let failures = 0;
  let lastEventId: string | undefined;
  /** Not before then may the stream be asked for again: the host said so. */
  let notBefore = 0;
  let isReadingNews = false;
  /** The last event that waits to be read. */
  let news: ChangeEvent | undefined;
  let newsReadAt = 0;
  /** Reads of news without a break between them. */
  let newsInARow = 0;
  let stopped = false;

  const readNow = async (id?: string) => {
    lastRead = Date.now();
    await read(id);
  };

  const readIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void poll(), milliseconds);
  };

  const pause = () => {
    stream?.abort();
    stream = undefined;
    news = undefined;
    clearTimeout(timer);
    timer = undefined;
  };

  const resume = () => {
    if (stopped || stream || timer !== undefined || surroundings.isHidden()) return;
    const open = watch();
    const wait = open ? notBefore - Date.now() : interval;
    if (open && wait <= 0) void follow(open);
    else readIn(wait);
  };

  const poll = async () => {
    timer = undefined;
    await readNow();
    resume();
  };

  /** One read at a time: of what is told meanwhile, the newest alone is read after it. */
  const readNews = async (id: string) => {
    news = { id };
    if (isReadingNews) return;
    isReadingNews = true;
    while (news) {
      newsInARow = Date.now() - newsReadAt < NEWS_INTERVAL ? newsInARow + 1 : 1;
      if (newsInARow > 2) await new Promise((resolve) => setTimeout(resolve, NEWS_INTERVAL));
      newsReadAt = Date.now();
      const newest = news as ChangeEvent | undefined;
      news = undefined;
      if (newest) await readNow(newest.id);
    }
    isReadingNews = false;
  };

  const follow = async (open: Watch) => {
    const mine = new AbortController();
    stream = mine;
    const opened = Date.now();
    let refused = false;
    try {
      for await (const { id } of open({ signal: mine.signal, lastEventId })) {
        if (mine.signal.aborted) return;
        // A stream that says the same each time and ends is as good as none.
        if (id && id !== lastEventId) failures = 0;
        lastEventId = id || lastEventId;
        void readNews(id);
      }
    } catch (thrown) {
      // Whoever answers with an error, or with a page, has no stream for us; polling says what is wrong.
      const { code, status = 0, retryAfter } = toPipelineError(thrown);
      refused = code === 'unreadable' || (status >= 400 && retryAfter === undefined);
      notBefore = Date.now() + (retryAfter ?? 0);
    }
    if (stream !== mine) return;
    stream = undefined;
    // One that lasted was in order, though nothing happened.
    failures = Date.now() - opened < interval ? failures + 1 : 1;
    const backOff = refused ? interval : Math.min(1000 * 2 ** (failures - 1), interval);
    const wait = Math.max(notBefore - Date.now(), backOff * (0.5 + Math.random() / 2));
    // What changed while nobody listened is read first; then the stream is opened again.
    readIn(wait);
  };

  const stopWake = surroundings.onWake(() => {
    const now = Date.now();
    if (now < notBefore) return resume();
    if (now - lastRead < WAKE_INTERVAL) {
      // Beside a stream only what failed waits to be read.
      if (stream && timer !== undefined) readIn(lastRead + WAKE_INTERVAL - now);
      return resume();
    }
    // Nobody who is there waits for the next poll, or for the end of a back-off.
    clearTimeout(timer);
    void poll();
  });
  const stopHide = surroundings.onHide(pause);
  resume();

  return {
    /** Looks again at what `watch` offers, for that has changed. */
    look() {
      pause();
      resume();
    },
    /** A read failed. A stream that goes on does not tell the same again. */
    failed() {
      if (stream && timer === undefined) readIn(interval);
    },
    stop() {
      stopped = true;
      pause();
      stopWake();
      stopHide();
    },
  };
}
