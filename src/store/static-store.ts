import { PipelineError, type PipelineAdapter } from '../adapter/index.js';
import type {
  ActivityEntry,
  Form,
  QueuePage,
  ReviewDetail,
  Snapshot,
  Submission,
  TestDataEntry,
} from '../contract/index.js';
import type { PipelineStore } from './pipeline-store.js';
import { createStore } from './store.js';

/** What a server rendered beside the snapshot, as far as the page shows it. */
export interface StaticParts {
  testData?: TestDataEntry[];
  activity?: ActivityEntry[];
  form?: Form | null;
  latestSubmission?: Submission | null;
  queue?: QueuePage;
  reviews?: ReviewDetail[];
}

/**
 * A store of what is there already. It asks no server, and every act ends in `not_supported`.
 *
 * @example
 * stepper.store = createStaticStore(snapshotFromTheServer);
 */
export function createStaticStore(
  snapshot: Snapshot | undefined,
  parts: StaticParts = {},
): PipelineStore {
  const adapter: PipelineAdapter = {
    getSnapshot: async () => null,
    getTestData: async () => ({ entries: parts.testData ?? [] }),
    getActivity: async () => ({ entries: parts.activity ?? [], nextCursor: null }),
    getForm: async () => parts.form ?? null,
    getDraft: async () => null,
    getLatestSubmission: async () => parts.latestSubmission ?? null,
    getQueue: async () => parts.queue ?? reject(),
    getReview: async (id) =>
      parts.reviews?.find(({ submission }) => submission.id === id) ?? reject(),
    createCredentials: refuse,
    regenerate: refuse,
    rotateSecret: refuse,
    retireSecret: refuse,
    generateToken: refuse,
    markDelivered: refuse,
    saveDraft: refuse,
    submit: refuse,
    decide: refuse,
    decideMany: refuse,
  };
  return createStore({ adapter, subscription: snapshot?.id, initial: snapshot, live: false });
}

const refuse = async () => reject();

function reject(): never {
  throw new PipelineError('not_supported');
}
