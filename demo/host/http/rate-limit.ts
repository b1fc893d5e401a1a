/** How many at once, and how many more each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

export interface RateLimit {
  /** Seconds to wait; undefined when there is nothing to wait for. */
  take(who: string): number | undefined;
}

/** How many callers are remembered; beyond it those that have rested are forgotten. */
const MOST = 10_000;

/** A bucket of tokens for each caller, in this process. Several processes allow as many times more. */
export function createRateLimit(
  { burst, perSecond }: Rate,
  now: () => number = Date.now,
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftIn = (bucket: { left: number; at: number }, at: number) =>
    Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);

  return {
    take(who) {
      const at = now();
      const known = buckets.get(who);
      const left = known ? leftIn(known, at) : burst;
      if (!known && buckets.size >= MOST) {
        for (const [key, bucket] of buckets) if (leftIn(bucket, at) >= burst) buckets.delete(key);
        if (buckets.size >= MOST) buckets.clear();
      }
      buckets.set(who, { left: left >= 1 ? left - 1 : left, at });
      return left >= 1 ? undefined : Math.ceil((1 - left) / perSecond);
    },
  };
}
