import type { IssuedCredential } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { secretIn } from '../road.js';
import { roadTo } from '../stages.js';

const created = pledge('credentials', 'Creating tells every value to be saved, once.');
const replaced = pledge(
  'credentials',
  'Regenerate makes a new identifier and a new secret; the old ones are dead at once.',
);
const delivered = pledge(
  'credentials',
  'deliveredAt tells whether the present secrets reached the developer.',
);

export const openValues = ({ credential }: IssuedCredential) =>
  credential.values.filter(({ secret }) => !secret).map(({ value }) => value);

export const credentialChecks: Check[] = [
  {
    id: 'credentials/created',
    title: 'creating answers 201 with every value, in their order',
    pledge: created,
    async run(context) {
      const road = await context.road('free');
      const answer = expectAnswer(await road.call('createCredentials', { body: {} }), 201);
      const { credential, revealed, replayed } = answer.body;
      expectEqual('replayed', replayed, false);
      expectEqual('lane', credential.lane, 'sandbox');
      const named = (values: readonly { name: string; label: string }[]) =>
        values.map(({ name, label }) => `${name}: ${label}`);
      expectEqual('the revealed values', named(revealed), named(credential.values));
      expectEqual('deliveredAt', credential.deliveredAt, null);
      for (const { name, secret, value } of credential.values) {
        const told = revealed.find((each) => each.name === name)?.value;
        expectThat(Boolean(told), `a value of ${name}`, 'none');
        if (!secret) expectEqual(`the open value ${name}`, value, told);
      }
      expectEqual(
        'the credential in the snapshot',
        (await road.snapshot()).credentials.sandbox,
        credential,
      );
    },
  },
  {
    id: 'credentials/hint',
    title: 'a hint is the end of its secret, four characters at most',
    pledge: pledge('secrets', 'Of a secret no more than its last four characters is shown again.'),
    async run(context) {
      const { credential, secret } = await (await context.road('free')).create();
      for (const { hint } of [
        ...credential.secrets,
        ...credential.values.filter((v) => v.secret),
      ]) {
        if (hint === undefined) continue;
        expectThat(
          hint.length <= 4 && secret.endsWith(hint),
          'the last four at most',
          'another hint',
        );
      }
    },
  },
  {
    id: 'credentials/strong',
    title: 'a secret is long, and none is given twice',
    pledge: pledge('secrets', 'Secrets are too many to be guessed.'),
    async run(context) {
      const road = await context.road('free');
      const secrets = [(await road.create()).secret];
      if (context.capabilities.regenerate) secrets.push((await road.regenerate()).secret);
      expectEqual('how many different ones there are', new Set(secrets).size, secrets.length);
      for (const { length } of secrets) {
        expectThat(length >= 22, 'at least 22 characters (128 bits)', `${length} characters`);
      }
    },
  },
  {
    id: 'credentials/works',
    title: 'a new secret opens the sandbox',
    pledge: created,
    needs: ['checkKey'],
    async run(context) {
      const road = await context.road('free');
      const { secret } = await road.create();
      expectEqual('whether it works', await context.works(road, secret), true);
      expectEqual('whether another one works', await context.works(road, `${secret}x`), false);
    },
  },
  {
    id: 'credentials/production',
    title: 'production has credentials of its own',
    pledge: created,
    async run(context) {
      const road = await roadTo(context, 'approved');
      const before = (await road.snapshot()).credentials.sandbox!;
      const answer = await road.call('createCredentials', { lane: 'production', body: {} });
      const { credential } = expectAnswer(answer, 201).body;
      const { credentials } = await road.snapshot();
      expectEqual('lane', credential.lane, 'production');
      expectEqual('the sandbox’s credentials', credentials.sandbox, before);
      expectThat(credential.id !== before.id, 'another identifier', credential.id);
    },
  },
  {
    id: 'credentials/without_review',
    title: 'a plan without a review has both lanes at once',
    pledge: created,
    async run(context) {
      const road = await context.road('no_pipeline');
      await road.create('sandbox');
      await road.create('production');
    },
  },
  {
    id: 'credentials/without_secret',
    title: 'a kind without a secret has nothing to deliver',
    pledge: delivered,
    async run(context) {
      const { credential, revealed } = await (await context.road('no_secret')).create();
      expectEqual('secrets', credential.secrets, []);
      expectEqual('deliveredAt', credential.deliveredAt, credential.createdAt);
      expectThat(revealed.length > 0, 'its open values', 'none');
    },
  },
  {
    id: 'regenerate/new',
    title: 'Regenerate makes a new identifier, new values and a new secret',
    pledge: replaced,
    needs: ['regenerate'],
    async run(context) {
      const road = await context.road('free');
      const old = await road.create();
      await road.deliver(old);
      const answer = expectAnswer(await road.call('regenerate', { body: {} }), 200);
      const { credential } = answer.body;
      expectThat(credential.id !== old.credential.id, 'another identifier', credential.id);
      expectThat(secretIn(answer.body) !== old.secret, 'another secret', 'the same');
      const values = openValues(answer.body);
      expectThat(
        openValues(old).every((value) => !values.includes(value)),
        'other open values',
        () => values,
      );
      expectEqual('deliveredAt', credential.deliveredAt, null);
      expectEqual(
        'the credential in the snapshot',
        (await road.snapshot()).credentials.sandbox,
        credential,
      );
    },
  },
  ...(['sandbox', 'production'] as const).map((lane): Check => ({
    id: `regenerate/kills_old/${lane}`,
    title: `after Regenerate the old secret of ${lane} is dead, and the new one works`,
    pledge: replaced,
    needs: ['regenerate', 'checkKey'],
    async run(context) {
      const road = await roadTo(context, 'approved');
      const about = { lane };
      const old =
        lane === 'sandbox' ? secretIn(road.issued.sandbox!) : (await road.create(lane)).secret;
      expectEqual('whether it worked before', await context.works(road, old, about), true);
      const { secret } = await road.regenerate(lane);
      expectEqual('whether the old one works', await context.works(road, old, about), false);
      expectEqual('whether the new one works', await context.works(road, secret, about), true);
    },
  })),
  {
    id: 'regenerate/ends_overlap',
    title: 'Regenerate ends an overlap too',
    pledge: replaced,
    needs: ['regenerate', 'rotate', 'overlap', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const { secret } = await road.create();
      await road.overlap();
      const { credential } = await road.regenerate();
      expectEqual('how many secrets there are', credential.secrets.length, 1);
      expectEqual('whether the first one works', await context.works(road, secret), false);
    },
  },
  {
    id: 'delivered/told',
    title: 'the developer tells that the secret arrived; again changes nothing',
    pledge: delivered,
    async run(context) {
      const road = await context.road('free');
      const issued = await road.create();
      expectAnswer(await road.deliver(issued), 204);
      const after = await road.snapshot();
      const { deliveredAt } = after.credentials.sandbox!;
      expectThat(typeof deliveredAt === 'string', 'deliveredAt to be a time', () => deliveredAt);
      expectAnswer(await road.deliver(issued), 204);
      expectEqual('the snapshot', await road.snapshot(), after);
    },
  },
  {
    id: 'delivered/none',
    title: 'where there are no credentials none were delivered',
    pledge: delivered,
    async run(context) {
      const body = { credentialId: 'none', secretIds: [] };
      const answer = await (await context.road('free')).call('markDelivered', { body });
      expectAnswer(answer, 409, 'credentials_changed');
    },
  },
  ...(['credential', 'secret', 'fewer', 'more'] as const).map((what): Check => ({
    id: `delivered/other_${what}`,
    title: `what names ${what === 'fewer' || what === 'more' ? what : `another ${what}`} than the present ones was not delivered`,
    pledge: delivered,
    async run(context) {
      const road = await context.road('free');
      const { credential } = await road.create();
      const ids = credential.secrets.map(({ id }) => id);
      const body = {
        credentialId: what === 'credential' ? 'other' : credential.id,
        secretIds: { credential: ids, secret: ['other'], fewer: [], more: [...ids, 'other'] }[what],
      };
      expectAnswer(await road.call('markDelivered', { body }), 409, 'credentials_changed');
      expectEqual('deliveredAt', (await road.snapshot()).credentials.sandbox!.deliveredAt, null);
    },
  })),
  {
    id: 'delivered/without_secret',
    title: 'a kind without a secret is delivered with no secret named',
    pledge: delivered,
    async run(context) {
      const road = await context.road('no_secret');
      expectAnswer(await road.deliver(await road.create()), 204);
    },
  },
];
