import { toPipelineError, type PipelineError } from '../adapter/index.js';
import { share } from './share.js';

/** What is known of something that the server holds. A value beside an error may be out of date. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: PipelineError | undefined;
  /** Whether somebody waits for a read: what is in order is read again without a word. */
  readonly loading: boolean;
}

export const NOTHING: Loaded<never> = { value: undefined, error: undefined, loading: false };

/** Reads one thing; null means that the value held is still the present one. */
export type Read<T> = (held: T | undefined, signal: AbortSignal) => Promise<T | null>;

export interface Resource<T> {
  readonly state: Loaded<T>;
  readonly isReading: boolean;
  /** Reads; callers during one read share it. Resolves when it ended, however it did. */
  load(): Promise<void>;
  /** Reads anew: what a read under way brings may be from before the caller's act. */
  reload(): Promise<void>;
  /** A mark of the present value, to be taken before a write. */
  mark(): number;
  /**
   * Takes the value that a write answered with. Where another value came in since the mark, nobody
   * can tell which is newer, so it is read again instead.
   */
  receive(value: T, mark: number): Promise<void>;
  /** Drops a read under way. */
  stop(): void;
}

/** The only writer of its value. An answer that was overtaken is dropped, and read again. */
export function createResource<T>(
  read: Read<T>,
  onChange: (state: Loaded<T>, before: Loaded<T>) => void,
  initial?: T,
): Resource<T> {
  let state: Loaded<T> = initial === undefined ? NOTHING : { ...NOTHING, value: initial };
  let flight: { abort: AbortController; done: Promise<void> } | undefined;
  let writes = 0;

  const set = (next: Loaded<T>) => {
    const before = state;
    const { value, error, loading } = next;
    if (value === before.value && error === before.error && loading === before.loading) return;
    state = next;
    onChange(next, before);
  };

  const stop = (): boolean => {
    const wasReading = flight !== undefined;
    flight?.abort.abort();
    flight = undefined;
    return wasReading;
  };

  const start = (): Promise<void> => {
    const abort = new AbortController();
    // Whoever waits for a read that was dropped waits for the one that took its place.
    const end = (next: () => Loaded<T>): Promise<void> | undefined => {
      if (abort.signal.aborted) return flight?.done;
      flight = undefined;
      set(next());
      return undefined;
    };
    // The flight must be known before anything can end it, hence the first `then`.
    const done = Promise.resolve()
      .then(() => read(state.value, abort.signal))
      .then(
        (value) =>
          end(() => {
            if (value !== null) writes += 1;
            return { ...NOTHING, value: value === null ? state.value : share(state.value, value) };
          }),
        (thrown: unknown) =>
          end(() => ({ value: state.value, error: toPipelineError(thrown), loading: false })),
      );
    flight = { abort, done };
    set({ ...state, loading: state.value === undefined || state.error !== undefined });
    return done;
  };

  const load = (): Promise<void> => flight?.done ?? start();

  return {
    get state() {
      return state;
    },
    get isReading() {
      return flight !== undefined;
    },
    load,
    reload() {
      stop();
      return load();
    },
    mark: () => writes,
    async receive(value, mark) {
      const wasReading = stop();
      if (mark !== writes) return load();
      writes += 1;
      set({ ...NOTHING, value: share(state.value, value) });
      // The read that was dropped may have had more news than this answer.
      return wasReading ? load() : undefined;
    },
    stop() {
      if (stop()) set({ ...state, loading: false });
    },
  };
}
