import type { PipelineAdapter } from '../adapter/index.js';
import type { ReviewDetail } from '../contract/index.js';
import { once } from './listeners.js';
import { createResource, type Loaded, type Resource } from './resource.js';

/** The submissions that are open now, each read once however many show it. */
export function createReviews(
  adapter: PipelineAdapter,
  onChange: (
    reviews: ReadonlyMap<string, Loaded<ReviewDetail>>,
    now: Loaded<ReviewDetail>,
    before: Loaded<ReviewDetail>,
  ) => void,
) {
  const open = new Map<string, { resource: Resource<ReviewDetail>; users: number }>();
  let states: ReadonlyMap<string, Loaded<ReviewDetail>> = new Map();

  const create = (submissionId: string) => {
    const resource = createResource<ReviewDetail>(
      (_held, signal) => adapter.getReview(submissionId, { signal }),
      (now, before) => {
        // Closed since: whoever opens it again gets a new one.
        if (open.get(submissionId)?.resource !== resource) return;
        states = new Map(states).set(submissionId, now);
        onChange(states, now, before);
      },
    );
    return { resource, users: 0 };
  };

  return {
    get: (submissionId: string) => open.get(submissionId)?.resource,
    async load() {
      await Promise.all([...open.values()].map(({ resource }) => resource.load()));
    },
    /** What a read under way brings may be from before the news. */
    async loadAnew() {
      await Promise.all(
        [...open.values()].map(async ({ resource }) => {
          if (resource.isReading) await resource.load();
          await resource.load();
        }),
      );
    },
    open(submissionId: string): () => void {
      const review = open.get(submissionId) ?? create(submissionId);
      open.set(submissionId, review);
      review.users += 1;
      void review.resource.load();
      return once(() => {
        review.users -= 1;
        if (review.users > 0) return;
        open.delete(submissionId);
        review.resource.stop();
        const left = new Map(states);
        const last = left.get(submissionId)!;
        left.delete(submissionId);
        states = left;
        onChange(states, last, last);
      });
    },
  };
}
