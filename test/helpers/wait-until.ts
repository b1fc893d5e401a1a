import { waitUntil as once } from '@open-wc/testing';

/** Waits for what a page comes to; long enough for a busy machine, and nothing waits for it to pass. */
export const waitUntil = (holds: () => unknown, what?: string): Promise<void> =>
  once(holds, what, { timeout: 20_000 });
