import { pledge, type Check } from '../check.js';
import type { Answer } from '../client.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { secretIn } from '../road.js';
import { roadTo } from '../stages.js';

const tokens = pledge(
  'credentials',
  'A token is told once, works until it expires, and only then.',
);
const lockedKeys = pledge('phases-and-locks', 'The secrets of a locked lane do not work.');
const paying = pledge('phases-and-locks', 'A missing payment locks production, and nothing else.');
const expiring = pledge('credentials', 'Credentials whose time is over do not work.');

const DAY = 86_400;

/** By the clock of the host, where it tells it. */
const timeOf = ({ headers }: Answer): number => Date.parse(headers.get('Date') ?? '') || Date.now();

export const keyChecks: Check[] = [
  {
    id: 'token/works',
    title: 'a token opens the sandbox',
    pledge: tokens,
    needs: ['token', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      await road.create();
      const answer = expectAnswer(await road.call('generateToken', { body: {} }), 200);
      const { accessToken, expiresAt, replayed } = answer.body;
      expectEqual('replayed', replayed, false);
      expectThat(Date.parse(expiresAt) > timeOf(answer), 'an end in the future', expiresAt);
      const works = await context.works(road, accessToken!, { kind: 'token' });
      expectEqual('whether it works', works, true);
    },
  },
  {
    id: 'token/production',
    title: 'a token opens production',
    pledge: tokens,
    needs: ['token', 'checkKey'],
    async run(context) {
      const road = await roadTo(context, 'live');
      const { accessToken } = await road.token('production');
      const works = await context.works(road, accessToken!, { kind: 'token', lane: 'production' });
      expectEqual('whether it works', works, true);
    },
  },
  {
    id: 'token/not_the_same',
    title: 'each token is another one',
    pledge: tokens,
    needs: ['token'],
    async run(context) {
      const road = await context.road('free');
      await road.create();
      const { accessToken } = await road.token();
      expectThat((await road.token()).accessToken !== accessToken, 'another token', 'the same');
    },
  },
  {
    id: 'keys/cancelled',
    title: 'when a subscription is cancelled no secret of it works',
    pledge: lockedKeys,
    needs: ['setStatus', 'checkKey'],
    async run(context) {
      const road = await roadTo(context, 'cancelled_live');
      for (const lane of ['sandbox', 'production'] as const) {
        const works = await context.works(road, secretIn(road.issued[lane]!), { lane });
        expectEqual(`whether the secret of ${lane} works`, works, false);
      }
    },
  },
  {
    id: 'keys/payment_failed',
    title: 'when a payment fails production’s secret stops, and sandbox’s goes on',
    pledge: paying,
    needs: ['completePayment', 'failPayment', 'checkKey'],
    async run(context) {
      const road = await roadTo(context, 'unpaid_approved');
      await context.hooks.completePayment!(road.id);
      const { secret } = await road.create('production');
      const about = { lane: 'production' as const };
      expectEqual('whether it works when paid', await context.works(road, secret, about), true);
      await context.hooks.failPayment!(road.id);
      expectEqual('whether it works unpaid', await context.works(road, secret, about), false);
      const sandbox = await context.works(road, secretIn(road.issued.sandbox!));
      expectEqual('whether the sandbox’s works', sandbox, true);
    },
  },
  {
    id: 'payment/completed',
    title: 'a payment opens production of what is approved',
    pledge: paying,
    needs: ['completePayment'],
    async run(context) {
      const road = await roadTo(context, 'unpaid_approved');
      const before = await road.snapshot();
      await context.hooks.completePayment!(road.id);
      const after = await road.snapshot();
      expectEqual('status', after.status, 'active');
      expectEqual('the locks of production', after.locks.production, []);
      expectThat(after.version !== before.version, 'another version', after.version);
      expectAnswer(await road.call('createCredentials', { lane: 'production', body: {} }), 'good');
    },
  },
  {
    id: 'payment/before_approval',
    title: 'a payment alone opens nothing',
    pledge: pledge(
      'phases-and-locks',
      'Production opens by an approval and a payment, not by one.',
    ),
    needs: ['completePayment'],
    async run(context) {
      const road = await roadTo(context, 'unpaid');
      await context.hooks.completePayment!(road.id);
      const answer = await road.call('createCredentials', { lane: 'production', body: {} });
      expectAnswer(answer, 409, 'not_approved');
    },
  },
  {
    id: 'payment/submit',
    title: 'what is not paid can be submitted and approved',
    pledge: paying,
    async run(context) {
      const road = await roadTo(context, 'unpaid');
      expectAnswer(await road.call('submit', { body: road.submission() }), 'good');
      const { snapshot } = await road.decide('approved');
      expectEqual('phase', snapshot.phase, 'production');
    },
  },
  {
    id: 'expiry/refused',
    title: 'expired credentials give no token, do not work, and have another version',
    pledge: expiring,
    needs: ['advanceTime', 'token', 'checkKey'],
    turn: 'alone',
    async run(context) {
      const road = await context.road('expiring');
      const { credential, secret } = await road.create();
      const { accessToken } = await road.token();
      const { version } = await road.snapshot();
      expectThat(credential.expiresAt !== null, 'expiresAt to be a time', 'null');
      await context.hooks.advanceTime!(401 * DAY);
      expectAnswer(await road.call('generateToken', { body: {} }), 409, 'credentials_expired');
      expectEqual('whether the secret works', await context.works(road, secret), false);
      const token = await context.works(road, accessToken!, { kind: 'token' });
      expectEqual('whether the token works', token, false);
      const after = await road.snapshot();
      expectThat(after.version !== version, 'another version', after.version);
      expectEqual(
        'whether a token is allowed',
        after.allowedActions.includes('generate_token:sandbox'),
        false,
      );
    },
  },
  {
    id: 'expiry/token',
    title: 'a token stops when it said it would',
    pledge: tokens,
    needs: ['advanceTime', 'token', 'checkKey'],
    turn: 'alone',
    async run(context) {
      const road = await context.road('free');
      const { secret } = await road.create();
      const answer = await road.call('generateToken', { body: {} });
      const { accessToken, expiresAt } = answer.body;
      const left = Date.parse(expiresAt) - timeOf(answer);
      if (left < 60 * DAY * 1000) await context.hooks.advanceTime!(Math.ceil(left / 1000) + 2);
      const works = await context.works(road, accessToken!, { kind: 'token' });
      expectEqual('whether the token works', works, false);
      expectEqual('whether the secret works', await context.works(road, secret), true);
    },
  },
];
