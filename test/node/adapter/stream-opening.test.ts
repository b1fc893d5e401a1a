import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttpAdapter } from '../../../src/adapter/index.js';

test('the host opens a stream while what reads it is fetched, so that nothing is missed meanwhile', async () => {
  let asked = 0;
  const body = 'event: changed\nid: 7\ndata: {}\n\n';
  const headers = { 'Content-Type': 'text/event-stream' };
  const adapter = createHttpAdapter({
    baseUrl: 'https://host.example',
    fetch: async () => {
      asked += 1;
      return new Response(body, { headers });
    },
  });
  const events = adapter.watchQueue!()[Symbol.asyncIterator]();
  const first = events.next();
  // A module takes longer than promises alone.
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  assert.equal(asked, 1);
  assert.deepEqual(await first, { done: false, value: { id: '7' } });
});
