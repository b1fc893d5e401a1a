import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { people } from '../../../src/mocks/index.js';
import { approveNow, createWorld, HOUR, type Sent } from './world.js';

/** Every path that can hand out a secret, and every place where one could be left behind. */
describe('a secret', () => {
  it('stands in the one answer that issues it, and nowhere else', async () => {
    const world = await createWorld();
    const { send, host } = world;
    const secrets = new Set<string>();
    const issue = async (path: string, body: unknown = {}) => {
      const key = `key-${secrets.size}-${path}`;
      const options = { body, headers: { 'Idempotency-Key': key } };
      const first = await send(`POST ${path}`, options);
      assert.ok(first.status < 300, `${path} ${first.text}`);
      const open = new Set(
        (first.body.credential?.values ?? []).flatMap((value: any) => value.value ?? []),
      );
      const values = first.body.accessToken ?? first.body.revealed.map((each: any) => each.value);
      for (const value of [values].flat()) if (!open.has(value)) secrets.add(value);
      noSecretIn(await send(`POST ${path}`, options), `a replay of ${path}`);
      noSecretIn(await send(`POST ${path}`, { ...options, body: { other: 1 } }), 'an error');
    };
    const noSecretIn = (answer: Sent, where: string) => {
      const text = answer.text + JSON.stringify([...answer.headers]);
      for (const secret of secrets) assert.ok(!text.includes(secret), where);
    };

    await world.subscribe('sub_1', 'rates', people.joel);
    await world.subscribe('sub_2', 'files', people.joel);
    await approveNow(world);
    await issue('/subscriptions/sub_42/credentials/production');
    for (const id of ['sub_1', 'sub_2']) await issue(`/subscriptions/${id}/credentials/sandbox`);
    for (const lane of ['sandbox', 'production']) {
      const path = `/subscriptions/sub_42/credentials/${lane}`;
      await issue(`${path}/token`);
      await issue(`${path}/rotate-secret`, { overlapSeconds: 3600 });
      await issue(`${path}/regenerate`);
      await issue(`${path}/token`);
      await issue(`${path}/rotate-secret`, { overlapSeconds: 3600 });
    }
    await issue('/subscriptions/sub_1/credentials/sandbox/rotate-secret', { name: 'primary_key' });
    assert.equal(secrets.size, 16);

    const { id } = (await world.as('joel').getLatestSubmission('sub_42'))!;
    for (const subscription of ['sub_42', 'sub_1', 'sub_2']) {
      for (const as of ['joel', 'mara']) {
        for (const part of [
          '',
          '/test-data',
          '/form',
          '/activity',
          '/draft',
          '/submissions/latest',
        ]) {
          const path = `/subscriptions/${subscription}${part}`;
          noSecretIn(await send(`GET ${path}`, { as }), path);
          noSecretIn(await send(`POST ${path}`, { as, body: {} }), path);
        }
      }
    }
    for (const path of ['/reviews', `/reviews/${id}`]) {
      noSecretIn(await send(`GET ${path}`, { as: 'mara' }), path);
    }
    world.now += 2 * HOUR;
    await world.as('joel').getSnapshot('sub_42');
    const state = JSON.stringify(await host.export());
    for (const secret of secrets) assert.ok(!state.includes(secret), 'the state');
  });

  it('has 192 bits, and is no other one', async () => {
    const world = await createWorld({
      random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    });
    const joel = world.as('joel');
    const seen = new Set([(await joel.createCredentials('sub_42', 'sandbox')).revealed[0]!.value]);
    for (let count = 0; count < 20; count += 1) {
      seen.add((await joel.rotateSecret('sub_42', 'sandbox', {})).revealed[0]!.value);
    }
    assert.equal(seen.size, 21);
    for (const secret of seen) assert.match(secret, /^key_sandbox_[0-9a-f]{48}$/);
  });
});
