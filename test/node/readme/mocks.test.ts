import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createStore } from '../../../src/index.js';
import { createDemoHost, createFakeAdapter } from '../../../src/mocks/index.js';

it('the README’s fake host answers a store', async () => {
  const host = await createDemoHost('credentials_made');
  const store = createStore({
    adapter: createFakeAdapter(host, { as: 'joel' }),
    subscription: 'sub_42',
  });

  const leave = store.subscribe(() => undefined);
  await store.refresh();
  assert.ok(store.state.snapshot.value?.credentials.sandbox);
  leave();
});
