import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import type { Call } from '../../src/mocks/index.js';
import { createWorld, type World } from './world.js';

describe('events', () => {
  let world: World;
  let now = Date.now();
  before(async () => {
    world = await createWorld({ clock: () => now });
  });
  after(() => world.database.close());

  it('tell of what happened between the first look and the listening', async () => {
    const call: Call = {
      caller: 'joel',
      route: 'subscriptionEvents',
      method: 'GET',
      id: main,
    };
    const served = world.host.forRequest();
    await served.admit(call);
    const { etag } = await served.perform(call);
    await world.as('joel').createCredentials(main, 'sandbox');
    const heard = new Promise<void>((resolve) => served.onChange(resolve));
    await heard;
    assert.notEqual((await served.perform(call)).etag, etag);
  });

  it('come when time alone changes something', async () => {
    const joel = world.as('joel');
    await joel.rotateSecret(main, 'sandbox', { overlapSeconds: 1 });
    const left = new AbortController();
    const events = joel.watchSubscription!(main, { signal: left.signal })[Symbol.asyncIterator]();
    const before = (await events.next()).value!.id;
    now += 1001;
    const { value } = await events.next();
    assert.notEqual(value!.id, before);
    const { credentials, version } = (await joel.getSnapshot(main))!;
    assert.equal(version, value!.id);
    assert.equal(credentials.sandbox!.secrets.length, 1);
    left.abort();
  });
});
