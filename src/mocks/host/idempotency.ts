import type { Operation } from '../../adapter/index.js';
import type { Call } from './admission.js';
import { HostProblem } from './problem.js';
import { sha256 } from './secrets.js';
import { entryOf, type HostState, type KeptAnswer } from './state.js';

const KEPT_FOR = 24 * 3_600_000;

/** A write as its repeats are told by: who, what, where and with which key; and what it said. */
export interface WriteMark {
  id: string;
  body: string;
}

/** Hashes, so that what is stored has a size and holds no answer that a person typed. */
export async function markOf(
  { caller, id, lane, submissionId, idempotencyKey, body }: Call,
  operation: Operation,
): Promise<WriteMark | undefined> {
  if (!idempotencyKey) return undefined;
  const parts = [caller, operation, id ?? submissionId ?? '', lane ?? '', idempotencyKey];
  return { id: await sha256(JSON.stringify(parts)), body: await sha256(canonical(body)) };
}

/** Bodies are compared as JSON: the order of keys says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/**
 * The answer that a repeat gets, if this write was done before.
 * @throws HostProblem when the key came with another body.
 */
export function keptAnswer(
  state: HostState,
  mark: WriteMark,
  now: number,
): KeptAnswer['outcome'] | undefined {
  const kept = entryOf(state.kept, mark.id);
  if (!kept || now - kept.at >= KEPT_FOR) return undefined;
  if (kept.body !== mark.body) throw new HostProblem('idempotency_key_reused');
  return kept.outcome;
}

/** Keeps a good answer, and drops those whose day is over. */
export function keepAnswer(
  state: HostState,
  { id, body }: WriteMark,
  now: number,
  outcome: KeptAnswer['outcome'],
): void {
  // The oldest stand first, so that a host with many does not look at each of them at each write.
  for (const old in state.kept) {
    if (now - state.kept[old]!.at < KEPT_FOR) break;
    delete state.kept[old];
  }
  delete state.kept[id];
  state.kept[id] = { body, at: now, outcome };
  state.revision += 1;
}
