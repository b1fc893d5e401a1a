import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttpAdapter } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { BASE, deferred, settle } from './backend.js';

/** A backend that tells which requests may outlive the page, and answers when it is told to. */
function slow() {
  const kept: boolean[] = [];
  const waiting: (() => void)[] = [];
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: async (_, init) => {
      kept.push(init!.keepalive!);
      const answer = deferred<Response>();
      waiting.push(() => answer.resolve(new Response(null, { status: 204 })));
      return answer.promise;
    },
  });
  const save = (text: string) =>
    adapter.saveDraft('sub_42', { formVersion: 'f3', answers: { a: text }, step: 0 });
  return { adapter, kept, save, answer: () => waiting.splice(0).forEach((each) => each()) };
}

test('drafts and deliveries outlive the page; credentials and reads don’t', async () => {
  const { adapter, kept, save, answer } = slow();
  const all = [
    save('x'),
    adapter.markDelivered('sub_42', 'sandbox', fixtures.aDelivery()),
    adapter.getForm('sub_42'),
    adapter.retireSecret('sub_42', 'sandbox', { secretId: 'sec_1' }),
  ];
  await settle();
  answer();
  await Promise.all(all);
  assert.deepEqual(kept, [true, true, false, false]);
});

test('what a browser would refuse as too large goes without, counted in bytes', async () => {
  const { kept, save, answer } = slow();
  for (const text of [
    'x'.repeat(59_000),
    'x'.repeat(65_000),
    'ü'.repeat(31_000),
    '字'.repeat(21_000),
  ]) {
    const saved = save(text);
    await settle();
    answer();
    await saved;
  }
  assert.deepEqual(kept, [true, false, false, false]);
});

test('what is under way counts, until it is answered', async () => {
  const { kept, save, answer } = slow();
  const first = save('x'.repeat(40_000));
  const second = save('x'.repeat(40_000));
  const third = save('x'.repeat(1000));
  await settle();
  answer();
  await Promise.all([first, second, third]);
  const fourth = save('x'.repeat(40_000));
  await settle();
  answer();
  await fourth;
  assert.deepEqual(kept, [true, false, true, true]);
});
