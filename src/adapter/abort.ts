import { PipelineError } from './error.js';

/** Aborted with either. */
export const anyOf = (signal: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, other]) : other;

/**
 * For what does not look at a signal itself: a host's callback, or a fetch of its own. `tooLate` is
 * given what comes when nobody waits for it any more.
 */
export function unlessAborted<T>(
  signal: AbortSignal,
  promise: Promise<T>,
  tooLate?: (value: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(new PipelineError('aborted'));
      if (tooLate) promise.then(tooLate, () => undefined);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Resolves when the time is up, in milliseconds. Rejects with code `aborted` before, if it is. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return signal ? unlessAborted(signal, time).finally(() => clearTimeout(timer)) : time;
}
