import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PipelineError } from '../../../../src/adapter/index.js';
import type { QueueFilters, QueueItem } from '../../../../src/contract/index.js';
import { createQueueWindow } from '../../../../src/elements/review-queue/queue-window.js';
import { queueItemOf, queuePageOf } from '../../../../stories/fixture/review.js';
import { turn } from '../../store/by-hand.js';

interface Read {
  filters: QueueFilters;
  signal: AbortSignal;
  cursor: string | undefined;
  limit: number;
  answer(items: QueueItem[], nextCursor?: string | null): Promise<void>;
  fail(code: string): Promise<void>;
}

/** A window whose every read the test answers when it wants to. */
function openWindow() {
  const reads: Read[] = [];
  const errors: string[] = [];
  const decided = new Set<string>();
  const queue = createQueueWindow({
    read: (filters, options = {}) =>
      new Promise((resolve, reject) => {
        const { signal, cursor, limit } = options;
        reads.push({
          filters,
          signal: signal!,
          cursor,
          limit: limit!,
          answer: async (items, nextCursor = null) => {
            resolve(queuePageOf(structuredClone(items), { nextCursor }));
            await turn();
          },
          fail: async (code) => {
            reject(new PipelineError(code));
            await turn();
          },
        });
      }),
    onChange: () => undefined,
    onError: ({ code }) => errors.push(code),
    isOwn: (submissionId) => decided.has(submissionId),
  });
  return {
    queue,
    decided,
    reads,
    errors,
    last: () => reads.at(-1)!,
    ids: () => queue.view.items?.map(({ submissionId }) => submissionId),
  };
}

const rows = (...ids: string[]) => ids.map((submissionId) => queueItemOf({ submissionId }));
const many = (count: number, from = 0) =>
  rows(...Array.from({ length: count }, (_, index) => `r${from + index}`));

describe('the window on the queue', () => {
  it('shows what is waiting unless it is told otherwise', async () => {
    const { queue, last, ids } = openWindow();
    void queue.show({});
    assert.deepEqual(last().filters, { state: ['waiting'], q: '' });
    assert.equal(last().limit, 50);
    assert.equal(queue.view.loading, 'show');
    await last().answer(rows('a', 'b'));
    assert.deepEqual(ids(), ['a', 'b']);
    assert.equal(queue.view.loading, undefined);
    assert.equal(queue.view.counts?.waiting, 8);
  });

  it('asks nothing for the same filters, however they are written', async () => {
    const { queue, reads, last } = openWindow();
    void queue.show({});
    await last().answer(rows('a'));
    void queue.show({ state: ['waiting'] });
    void queue.show({ q: '  ' });
    assert.equal(reads.length, 1);
    void queue.show({ q: ' fern ' });
    assert.deepEqual(last().filters, { state: ['waiting'], q: 'fern' });
  });

  it('drops the answer to filters that were replaced', async () => {
    const { queue, reads, ids } = openWindow();
    const first = queue.show({ q: 'a' });
    const second = queue.show({ q: 'ab' });
    assert.equal(reads[0]!.signal.aborted, true);
    await reads[1]!.answer(rows('ab'));
    await reads[0]!.answer(rows('a'));
    assert.equal(await first, false);
    assert.equal(await second, true);
    assert.deepEqual(ids(), ['ab']);
  });

  it('keeps rows while a search is read, but not under another tab', async () => {
    const { queue, last, ids } = openWindow();
    void queue.show({});
    await last().answer(rows('a'));
    void queue.show({ q: 'x' });
    assert.deepEqual(ids(), ['a']);
    void queue.show({ state: ['approved'] });
    assert.equal(ids(), undefined);
  });

  it('adds pages, and each submission once', async () => {
    const { queue, last, ids, reads } = openWindow();
    void queue.show({});
    await last().answer(rows('a', 'b'), 'c1');
    void queue.more();
    void queue.more();
    assert.equal(reads.length, 2);
    assert.equal(last().cursor, 'c1');
    await last().answer(rows('b', 'c'));
    assert.deepEqual(ids(), ['a', 'b', 'c']);
    assert.equal(queue.view.hasMore, false);
    assert.equal(await queue.more(), false);
    assert.equal(reads.length, 2);
  });

  it('reads as many rows again as there were, in as few requests as may be', async () => {
    const { queue, last, ids, reads } = openWindow();
    void queue.show({});
    for (let page = 0; page < 5; page += 1) {
      if (page > 0) void queue.more();
      await last().answer(many(50, page * 50), `c${page}`);
    }
    assert.equal(ids()!.length, 250);
    void queue.reload();
    assert.equal(reads.length, 6);
    assert.equal(last().limit, 200);
    assert.equal(last().cursor, undefined);
    await last().answer(many(200, 1), 'n1');
    assert.equal(queue.view.left!.size, 0, 'nothing changes before all of it is there');
    assert.equal(last().limit, 50);
    assert.equal(last().cursor, 'n1');
    await last().answer(many(50, 201), 'n2');
    assert.equal(ids()!.length, 250);
    assert.deepEqual([...queue.view.left!], ['r0']);
    assert.equal(queue.view.news, 0, 'the row behind the last one belongs to the next page');
    void queue.more();
    assert.equal(last().cursor, 'c4');
  });

  it('keeps the objects of unchanged rows', async () => {
    const { queue, last } = openWindow();
    void queue.show({});
    await last().answer(rows('a', 'b', 'c'));
    const [, b, c] = queue.view.items!;
    void queue.reload();
    await last().answer([rows('b')[0]!, queueItemOf({ submissionId: 'c', attempt: 9 })]);
    assert.equal(queue.view.items![1], b);
    assert.notEqual(queue.view.items![2], c);
    const held = queue.view.items;
    void queue.reload();
    await last().answer(structuredClone(held!.slice(1)));
    assert.equal(queue.view.items, held);
  });

  it('reloads once more for all that changed during a read', async () => {
    const { queue, reads, last } = openWindow();
    void queue.show({});
    void queue.reload();
    void queue.reload();
    assert.equal(reads.length, 1);
    await last().answer(rows('a'));
    assert.equal(reads.length, 2);
    await last().answer(rows('a'));
    assert.equal(reads.length, 2);
  });

  it('takes out the row that was decided here, and leaves what others decided meanwhile', async () => {
    const { queue, last, ids, decided } = openWindow();
    void queue.show({});
    await last().answer(rows('a', 'b', 'c', 'd'));
    void queue.reload();
    await last().answer(rows('a', 'c', 'd'));
    decided.add('a');
    void queue.reload();
    await last().answer(rows('d'));
    assert.deepEqual(ids(), ['b', 'c', 'd']);
    assert.deepEqual([...queue.view.left!], ['b', 'c']);
  });

  it('takes it out also where the host tells of it before it answers', async () => {
    const { queue, last, ids, decided } = openWindow();
    void queue.show({});
    await last().answer(rows('a', 'b'));
    void queue.reload();
    await last().answer(rows('b'));
    assert.deepEqual(ids(), ['a', 'b']);
    decided.add('a');
    void queue.reload();
    await last().answer(rows('b'));
    assert.deepEqual(ids(), ['b']);
  });

  it('leaves a row that was decided here where the list has it still', async () => {
    const { queue, last, ids, decided } = openWindow();
    void queue.show({ state: [] });
    await last().answer(rows('a', 'b'));
    decided.add('a');
    void queue.reload();
    await last().answer(rows('a', 'b'));
    assert.deepEqual(ids(), ['a', 'b']);
  });

  it('lets a person go before a reload', async () => {
    const { queue, reads, last, ids } = openWindow();
    void queue.show({});
    await last().answer(rows('a'), 'c1');
    void queue.reload();
    void queue.more();
    assert.equal(reads[1]!.signal.aborted, true);
    assert.equal(last().cursor, 'c1');
    await last().answer(rows('b'));
    assert.deepEqual(ids(), ['a', 'b']);
    assert.equal(queue.view.loading, 'reload');
  });

  it('keeps the rows when a reload fails, and tells a lasting failure once', async () => {
    const { queue, last, ids, errors } = openWindow();
    void queue.show({});
    await last().answer(rows('a'));
    for (const code of ['network', 'network', 'forbidden']) {
      void queue.reload();
      await last().fail(code);
    }
    assert.deepEqual(ids(), ['a']);
    assert.equal(queue.view.error?.code, 'forbidden');
    assert.deepEqual(errors, ['network', 'forbidden']);
    void queue.reload();
    await last().answer(rows('a'));
    assert.equal(queue.view.failed, undefined);
  });

  it('shows no rows of other filters when a read for new ones fails', async () => {
    const { queue, last, ids } = openWindow();
    void queue.show({});
    await last().answer(rows('a'));
    void queue.show({ q: 'x' });
    await last().fail('network');
    assert.equal(ids(), undefined);
    void queue.reload();
    assert.equal(queue.view.error?.code, 'network');
    await last().answer(rows('x'));
    assert.deepEqual(ids(), ['x']);
  });

  it('keeps what it has when more of it fails', async () => {
    const { queue, last, ids } = openWindow();
    void queue.show({});
    await last().answer(rows('a'), 'c1');
    void queue.more();
    await last().fail('timeout');
    assert.deepEqual(ids(), ['a']);
    assert.equal(queue.view.failed, 'more');
    assert.equal(await Promise.race([queue.more(), turn()]), undefined);
    assert.equal(last().cursor, 'c1');
  });

  it('does not go round with a host that gives cursors and no rows', async () => {
    const { queue, reads, last } = openWindow();
    void queue.show({});
    await last().answer([], 'c1');
    assert.equal(reads.length, 1);
    assert.equal(queue.view.loading, undefined);
  });

  it('takes no answer once it is closed', async () => {
    const { queue, last, ids } = openWindow();
    void queue.show({});
    queue.stop();
    assert.equal(last().signal.aborted, true);
    await last().answer(rows('a'));
    assert.equal(ids(), undefined);
  });
});
