import type { PipelineStore } from '../../src/store/index.js';

const ways = ['subscribe', 'onError', 'onChange', 'openReview', 'openQueue'] as const;

/** Counts who listens to a store, in any way that it can be listened to. */
export function countListeners(store: PipelineStore): { readonly now: number } {
  let now = 0;
  for (const way of ways) {
    const listen = store[way] as (this: void, ...given: unknown[]) => () => void;
    store[way] = (...given: unknown[]) => {
      now += 1;
      const leave = listen(...given);
      return () => {
        now -= 1;
        leave();
      };
    };
  }
  return {
    get now() {
      return now;
    },
  };
}
