import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { people, type Plan } from '../../../src/mocks/index.js';
import { createWorld, DAY, HOUR } from './world.js';
import { LaneModel, type Asked, type Issued } from './credential-model.js';

const LANES = ['sandbox', 'production'] as const;
const LIMIT = 2 * 3600;

/** Two secrets that are rotated one by one, three days to live, and no review before production. */
const plan = {
  id: 'vault',
  name: 'Vault',
  provider: 'northbank',
  paid: false,
  hasPipeline: false,
  credential: {
    kind: 'vault',
    values: [
      { name: 'account', label: 'Account', secret: false, prefix: 'acc' },
      { name: 'read', label: 'Read key', secret: true, prefix: 'rd' },
      { name: 'write', label: 'Write key', secret: true, prefix: 'wr' },
    ],
  },
  credentialDays: 3,
  form: null,
  testData: [],
  links: { sandboxEndpoint: 'https://sandbox.host.example/v1' },
} satisfies Plan;

const lane = fc.constantFrom(...LANES);
const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('create' as const), lane }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('regenerate' as const), lane }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('rotate' as const),
      lane,
      name: fc.constantFrom('read', 'write'),
      overlap: fc.constantFrom(undefined, 0, 1, 60, 3600, LIMIT, LIMIT + 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('retire' as const), lane, nth: fc.nat(3) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('deliver' as const), lane }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('deliver_old' as const), lane }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('token' as const), lane }) },
);
const passing = fc.record({
  act: fc.constant('wait' as const),
  // `next` is the moment at which the next secret ends, and the one right before it.
  time: fc.constantFrom<number | 'next' | 'before_next'>(
    1000,
    59_999,
    HOUR,
    DAY,
    'next',
    'before_next',
  ),
});
const status = fc.record({
  act: fc.constant('status' as const),
  to: fc.constantFrom('active' as const, 'cancelled' as const),
});
const step = fc.oneof(
  { weight: 12, arbitrary: asked },
  { weight: 5, arbitrary: passing },
  { weight: 1, arbitrary: status },
);

it('a secret works exactly as long as it should, and is said once, whatever happens in between', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }),
      async (steps) => {
        const world = await createWorld({ capabilities: { overlapSeconds: LIMIT } });
        await world.host.addPlan(plan);
        await world.subscribe('sub_1', plan.id, people.joel);
        const models = {
          sandbox: new LaneModel(['read', 'write'], LIMIT),
          production: new LaneModel(['read', 'write'], LIMIT),
        };
        /** Every secret that was ever said; and what was said under each version. */
        const issued: Issued[] = [];
        const said = new Map<string, string>();
        let keys = 0;

        const send = async (line: string, body?: unknown, key?: string) => {
          const headers: Record<string, string> = key ? { 'Idempotency-Key': key } : {};
          return world.send(line.replace(' ', ' /subscriptions/sub_1'), { body, headers });
        };
        const hasNone = (text: string, what: string, secrets = issued) => {
          for (const secret of secrets)
            assert.ok(!text.includes(secret.text), `a secret in ${what}`);
        };

        for (const now of steps) {
          if (now.act === 'wait') {
            const ends = LANES.flatMap((each) => models[each].ends(world.now));
            const next = Math.min(...ends) - world.now;
            if (typeof now.time === 'number') world.now += now.time;
            else if (ends.length > 0) world.now += now.time === 'next' ? next : next - 1;
          } else if (now.act === 'status') {
            await world.host.setStatus('sub_1', now.to);
            for (const each of LANES) models[each].isLocked = now.to === 'cancelled';
          } else {
            const model = models[now.lane];
            const { path, body } = model.request(now);
            const refusal = model.refusal(now, world.now);
            const line = `POST /credentials/${now.lane}${path}`;
            const key = `key-${(keys += 1)}`;
            const answer = await send(line, body, key);
            assert.equal(answer.status < 300 ? undefined : answer.body.code, refusal, line);
            hasNone(answer.text, line);
            if (refusal === undefined) {
              const before = issued.length;
              issued.push(...model.take(now, answer.body, world.now));
              // The same again, as after a lost answer.
              const again = await send(line, body, key);
              assert.equal(again.status, answer.status);
              hasNone(again.text, `a repeat of ${line}`);
              if (issued.length > before) assert.equal(again.body.replayed, true);
            }
          }

          // Before anybody reads: an end may not wait for that.
          for (const { lane: each, text: secret } of issued) {
            const works = models[each].works(secret, world.now);
            assert.equal(await world.host.checkSecret(secret), works, `${secret} at ${world.now}`);
          }
          const { text, body: snapshot } = await send('GET ');
          hasNone(text, 'the snapshot');
          const { version, ...rest } = snapshot;
          const content = JSON.stringify(rest);
          assert.equal(said.get(version) ?? content, content, 'a version says one thing');
          said.set(version, content);
          for (const each of LANES) models[each].compare(snapshot.credentials[each], world.now);
        }
        hasNone((await send('GET /activity')).text, 'the activity');
        hasNone(JSON.stringify(await world.host.export()), 'what the host keeps');
      },
    ),
    { numRuns: 60 },
  ));
