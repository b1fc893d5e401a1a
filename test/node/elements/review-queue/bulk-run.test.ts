import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PipelineError } from '../../../../src/adapter/index.js';
import type { BulkDecision, BulkResults } from '../../../../src/contract/index.js';
import {
  BulkRun,
  type BulkRunOptions,
  type Lost,
} from '../../../../src/elements/review-queue/bulk-run.js';
import type { Chosen } from '../../../../src/elements/review-queue/selection.js';
import { byHand } from '../../../helpers/by-hand.js';
import { turn } from '../../store/by-hand.js';

const choose = (count: number): Chosen[] =>
  Array.from({ length: count }, (_, at) => ({
    submissionId: `s${at}`,
    version: 'v1',
    name: `n${at}`,
  }));

const allDone = ({ items }: BulkDecision): BulkResults => ({
  results: items.map(({ submissionId }) => ({ submissionId, ok: true })),
});

/** A run whose every request the test answers. */
function begin(count: number, given: Partial<BulkRunOptions> = {}) {
  const send = byHand<Parameters<BulkRunOptions['send']>, BulkResults>();
  const done: string[] = [];
  const failed = new Map<string, string>();
  let lostAnswers = 0;
  const run = new BulkRun({
    send,
    wish: { outcome: 'approved', notes: null },
    chosen: choose(count),
    isWanted: () => true,
    onResults: (ids, problems) => {
      done.push(...ids);
      for (const [id, code] of problems) failed.set(id, code);
    },
    onLost: () => (lostAnswers += 1),
    onChange: () => undefined,
    ...given,
  });
  void run.start();
  const last = () => send.calls.at(-1)!;
  return {
    run,
    done,
    failed,
    requests: () => send.calls.map(({ args }) => args[0].items.length),
    keys: () => send.calls.map(({ args }) => args[1]!.idempotencyKey),
    lostAnswers: () => lostAnswers,
    body: () => last().args[0],
    async succeed() {
      last().resolve(allDone(last().args[0]));
      await turn();
    },
    async answer(results: BulkResults['results']) {
      last().resolve({ results });
      await turn();
    },
    async fail(code: string, status?: number) {
      last().reject(new PipelineError(code, { status }));
      await turn();
    },
  };
}

describe('a decision on several', () => {
  it('goes by fifty, one request at a time, each with a key of its own', async () => {
    const { run, requests, succeed, done, keys } = begin(120);
    assert.deepEqual(requests(), [50]);
    await succeed();
    assert.deepEqual([run.answered, run.total, run.isRunning], [50, 120, true]);
    await succeed();
    await succeed();
    assert.deepEqual(requests(), [50, 50, 20]);
    assert.equal(new Set(keys()).size, 3);
    assert.deepEqual([run.answered, run.isRunning, done.length], [120, false, 120]);
  });

  it('tells of each what came of it', async () => {
    const { run, answer, done, failed } = begin(3);
    await answer([
      { submissionId: 's1', ok: false, problem: { code: 'own_submission' } },
      { submissionId: 's0', ok: true },
    ]);
    assert.deepEqual(done, ['s0']);
    assert.deepEqual(
      [...failed],
      [
        ['s1', 'own_submission'],
        ['s2', 'unknown'],
      ],
    );
    assert.equal(run.failed, 2);
  });

  it('stops after the request under way, and can go on', async () => {
    const { run, requests, succeed } = begin(120);
    run.stop();
    await succeed();
    assert.deepEqual(requests(), [50]);
    assert.deepEqual([run.isRunning, run.isStopped, run.answered], [false, true, 50]);
    void run.start();
    void run.start();
    assert.deepEqual(requests(), [50, 50]);
  });

  it('asks again by the same key before it takes a lost answer for a failure', async () => {
    const { run, keys, fail, succeed, lostAnswers, done } = begin(2);
    await fail('network');
    assert.equal(lostAnswers(), 1);
    assert.equal(keys()[1], keys()[0]);
    assert.equal(run.error, undefined);
    await succeed();
    assert.equal(done.length, 2);
  });

  it('halts where no answer comes at all, and repeats the same request', async () => {
    const { run, keys, fail, succeed, requests, failed } = begin(60);
    await succeed();
    await fail('timeout');
    await fail('internal', 503);
    assert.deepEqual([run.error?.code, run.isRunning, run.answered], ['internal', false, 50]);
    assert.equal(failed.size, 0);
    void run.start();
    assert.equal(run.error, undefined);
    assert.deepEqual(requests(), [50, 10, 10, 10]);
    assert.equal(new Set(keys().slice(1)).size, 1);
  });

  for (const [code, status] of [
    ['offline'],
    ['not_signed_in', 401],
    ['too_many_requests', 429],
  ] as const) {
    it(`keeps the request after ${code}`, async () => {
      const { run, keys, fail, succeed } = begin(2);
      await fail(code, status);
      assert.equal(run.error?.code, code);
      void run.start();
      assert.equal(keys()[1], keys()[0]);
      await succeed();
      assert.equal(run.answered, 2);
    });
  }

  it('makes another request once one was refused for good', async () => {
    const { run, keys, fail } = begin(2);
    await fail('forbidden', 403);
    assert.equal(run.lost, undefined);
    void run.start();
    assert.notEqual(keys()[1], keys()[0]);
  });

  it('leaves out what is not selected any more, at that version', async () => {
    const wanted = new Set(['s0', 's1', 's2']);
    const { run, keys, fail, body, succeed } = begin(3, {
      isWanted: ({ submissionId }) => wanted.has(submissionId),
    });
    await fail('offline');
    wanted.delete('s1');
    void run.start();
    assert.deepEqual(
      body().items.map(({ submissionId }) => submissionId),
      ['s0', 's2'],
    );
    assert.notEqual(keys()[1], keys()[0], 'another content never goes by the same key');
    await succeed();
    assert.equal(run.total, 2);
    wanted.clear();
    await run.start();
    assert.equal(keys().length, 2);
  });

  it('begins with the request of an earlier run whose end nobody knows', async () => {
    const earlier = begin(3);
    await earlier.fail('network');
    await earlier.fail('network');
    const lost: Lost = earlier.run.lost!;
    const more = [...choose(4)].reverse();
    const again = begin(0, { chosen: more, lost });
    assert.equal(again.keys()[0], lost.key);
    assert.deepEqual(again.body(), lost.body);
    await again.succeed();
    assert.deepEqual(again.requests(), [3, 1]);
    const other = begin(0, { chosen: choose(2), lost });
    assert.notEqual(other.keys()[0], lost.key);
  });
});
