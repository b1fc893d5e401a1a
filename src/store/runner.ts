import {
  createIdempotencyKey,
  PipelineError,
  toPipelineError,
  type PipelineAdapter,
} from '../adapter/index.js';
import type { ReviewDetail, Snapshot } from '../contract/index.js';
import { permit, permitReview, type Permission } from '../rules/index.js';
import { isDecision, perform, traceOf, type Act, type DecisionInput } from './acts.js';
import type { Result } from './pipeline-store.js';
import type { Resource } from './resource.js';

/** Answers after which the state is another than the one shown. */
const STATE_MOVED = new Set([403, 404, 409, 412]);

export interface RunnerOptions {
  adapter: PipelineAdapter;
  subscriptionId: string;
  snapshot: Resource<Snapshot>;
  review: (submissionId: string) => Resource<ReviewDetail> | undefined;
  onPending: (pending: ReadonlySet<Act>) => void;
  onDecided: (submissionId: string) => void;
  onError: (error: PipelineError, act: Act) => void;
}

/** Runs acts: one of a kind at a time, each done once however often it is repeated. */
export function createRunner(options: RunnerOptions) {
  const { adapter, subscriptionId, snapshot } = options;
  const running = new Map<string, { act: Act; wish: string; result: Promise<Result<unknown>> }>();
  /** Acts whose answer is there, and the reads that the state needs to catch up. */
  const settling = new Map<Promise<void>, Act>();
  /** Of acts whose end nobody knows. */
  const keys = new Map<string, { wish: string; key: string }>();

  /** The same act with the same body, asked for in the same state, is one to the host. */
  const keyFor = (name: string, act: Act, input: unknown, trace: string): string => {
    const wish = JSON.stringify([act, input, trace]);
    const kept = keys.get(name);
    if (kept?.wish === wish) return kept.key;
    const key = createIdempotencyKey();
    keys.set(name, { wish, key });
    return key;
  };

  const permission = (act: Act, input: unknown): Permission => {
    if (isDecision(act)) {
      const { submissionId, notes } = input as DecisionInput;
      const detail = options.review(submissionId)?.state.value;
      if (act === 'request_changes' && !notes?.trim()) return { ok: false, code: 'notes_required' };
      return detail ? permitReview(detail, act) : { ok: false, code: 'not_found' };
    }
    const { value } = snapshot.state;
    return value ? permit(value, act) : { ok: false, code: 'not_found' };
  };

  async function run(name: string, act: Act, input: unknown): Promise<Result<unknown>> {
    const allowed = permission(act, input);
    if (!allowed.ok) return fail(new PipelineError(allowed.code), act);
    const about = isDecision(act)
      ? options.review((input as DecisionInput).submissionId)!
      : snapshot;
    const mark = about.mark();
    try {
      const idempotencyKey = keyFor(name, act, input, traceOf(act, about.state.value));
      const answer = await perform(adapter, subscriptionId, act, input, { idempotencyKey });
      keys.delete(name);
      if (isDecision(act)) options.onDecided((input as DecisionInput).submissionId);
      // A submission and a decision answer with the whole new state, the others with their result.
      const isState = isDecision(act) || act === 'submit';
      const settled = isState ? about.receive(answer as never, mark) : about.reload();
      settling.set(settled, act);
      void settled.then(() => {
        settling.delete(settled);
        tellPending();
      });
      return { ok: true, value: answer, settled };
    } catch (thrown) {
      const error = toPipelineError(thrown);
      if (error.outcomeUnknown || STATE_MOVED.has(error.status ?? 0)) await about.reload();
      // Refused for good: the next time is another act.
      if (!error.canRetry) keys.delete(name);
      return fail(error, act);
    }
  }

  const fail = (error: PipelineError, act: Act): Result<never> => {
    options.onError(error, act);
    return { ok: false, error };
  };

  const tellPending = () => {
    const acts = [...running.values()].map(({ act }) => act);
    options.onPending(new Set([...acts, ...settling.values()]));
  };

  return {
    /**
     * The same promise while this very act is under way. Another one of its kind, such as another
     * decision on this submission, waits, and is judged by what has come of the first.
     */
    run(act: Act, input: unknown): Promise<Result<unknown>> {
      const name = isDecision(act) ? `review ${(input as DecisionInput).submissionId}` : act;
      const wish = JSON.stringify([act, input]);
      const found = running.get(name);
      if (found)
        return found.wish === wish ? found.result : found.result.then(() => this.run(act, input));
      const result = run(name, act, input).finally(() => {
        running.delete(name);
        tellPending();
      });
      running.set(name, { act, wish, result });
      tellPending();
      return result;
    },
    get isBusy() {
      return running.size + settling.size > 0;
    },
    /** Resolves when nothing is under way. */
    async settled() {
      while (this.isBusy) {
        const results = [...running.values()].map(({ result }) => result);
        await Promise.race([...results, ...settling.keys()]);
      }
    },
  };
}
