import assert from 'node:assert/strict';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import { BulkRun, type BulkRunOptions } from '../../src/elements/review-queue/bulk-run.js';
import type { PipelineStore } from '../../src/store/index.js';
import { SUBSCRIPTION, type Books } from './books.js';

/** Codes that a page brings upon itself. */
const mistakes = new Set(['invalid', 'idempotency_key_reused', 'unreadable']);

/** So many of the latest attempts are selected; only the last of them can be in review. */
const SELECTED = 3;

/** The selection of a reviewer's queue, and what the reviewer decides on all of it at once. */
export function openSelection(
  name: string,
  adapter: PipelineAdapter,
  store: PipelineStore,
  books: Books,
) {
  /** As they were seen last, which may be long ago. */
  const versions = new Map<string, string>();
  let run: BulkRun | undefined;
  let keys = new Set<string>();
  let wrong: unknown;

  /** What a run says was done is what its requests did. */
  const check = (done: readonly string[], wish: BulkRunOptions['wish']) => {
    const effects = books.effectsOf(keys);
    assert.equal(
      done.length,
      effects.length,
      `${name} was told of ${done.join()}: ${effects.join()}`,
    );
    for (const id of done) {
      const { review } = books.state.submissions[id]!;
      const stands = { outcome: review?.outcome, notes: review?.notes };
      assert.deepEqual(stands, wish, 'an acknowledged decision is another one');
    }
  };

  const begin = (wish: BulkRunOptions['wish']) => {
    const { submissionIds } = books.state.subscriptions[SUBSCRIPTION]!;
    const chosen = submissionIds
      .slice(-SELECTED)
      .filter((id) => versions.has(id))
      .map((id) => ({ submissionId: id, version: versions.get(id)!, name: id }));
    keys = new Set();
    return new BulkRun({
      send: adapter.decideMany,
      wish,
      chosen,
      isWanted: () => true,
      onResults(done) {
        try {
          check(done, wish);
        } catch (thrown) {
          wrong ??= thrown;
        }
        void store.refresh();
      },
      onLost: () => void store.refresh(),
      onChange: () => undefined,
    });
  };

  return {
    see() {
      for (const [id, { value }] of store.state.reviews) {
        if (value) versions.set(id, value.version);
      }
    },
    /** A request left this page. */
    sent: (key: string) => void keys.add(key),
    /** Decides what is selected, or tries again what came to no end. Rejects where that was told wrongly. */
    async press(knob: number): Promise<void> {
      if (run?.isRunning) return;
      if (!run?.error?.canRetry) {
        const outcome = knob % 2 === 0 ? 'approved' : 'changes_requested';
        run = begin({ outcome, notes: `All ${knob}` });
      }
      await run.start();
      if (wrong) throw wrong as Error;
      const { code = '', status } = run.error ?? {};
      const isOwnFault = mistakes.has(code) || (code === 'internal' && status === undefined);
      assert.ok(!isOwnFault, `${name} decides several: ${code}`);
    },
  };
}
