import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { createHttpAdapter, createStore } from '../../../src/index.js';
import { snapshots } from '../../../stories/fixture/snapshot.js';

it('the README’s adapter fits a backend with other paths and names', async () => {
  const { phase, ...others } = snapshots.inReview;
  const asked: string[] = [];
  mock.method(globalThis, 'fetch', async (address: string) => {
    asked.push(address);
    return Response.json({ ...others, stage: phase });
  });

  const adapter = createHttpAdapter({
    baseUrl: 'https://portal.example/v3',
    routes: { snapshot: (id) => `/apps/${id}/state` },
    map: {
      getSnapshot: {
        response: ({ stage, ...others }: { stage: string }) => ({ ...others, phase: stage }),
      },
    },
  });
  const store = createStore({ adapter, subscription: 'sub_42' });

  const leave = store.subscribe(() => undefined);
  await store.refresh();
  assert.equal(store.state.snapshot.value?.phase, 'in_review');
  assert.deepEqual(asked, ['https://portal.example/v3/apps/sub_42/state']);
  leave();
  mock.restoreAll();
});
