/** A promise that the test settles. */
export interface Waiting<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

/**
 * An operation whose answers the test gives: each call waits in `calls`, in order, until it is
 * resolved or rejected there.
 */
export function byHand<A extends unknown[], T>() {
  const calls: (Waiting<T> & { args: A })[] = [];
  const operation = (...args: A): Promise<T> => {
    let resolve!: (value: T) => void;
    let reject!: (reason: unknown) => void;
    const promise = new Promise<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    calls.push({ args, promise, resolve, reject });
    return promise;
  };
  return Object.assign(operation, { calls });
}
