import { pledge, type Check } from '../check.js';
import { wait } from '../client.js';
import { expectAnswer, expectEqual, expectInvalid, expectThat } from '../expect.js';
import { secretIn } from '../road.js';
import { openValues } from './credentials.js';

const rotated = pledge(
  'credentials',
  'Rotate keeps the identifier; the old secret ends at once, or when the overlap does.',
);
const several = pledge(
  'credentials',
  'Where there are several secret values a rotation names which one; the others stay.',
);
const retired = pledge('credentials', 'An old secret can be ended before its overlap does.');

export const rotationChecks: Check[] = [
  {
    id: 'rotate/same_identifier',
    title: 'Rotate keeps the identifier and the open values, and tells the new secret alone',
    pledge: rotated,
    needs: ['rotate'],
    async run(context) {
      const road = await context.road('free');
      const old = await road.create();
      await road.deliver(old);
      const answer = expectAnswer(await road.call('rotateSecret', { body: {} }), 200);
      const { credential, revealed } = answer.body;
      expectEqual('the identifier', credential.id, old.credential.id);
      expectEqual('the open values', openValues(answer.body), openValues(old));
      expectEqual('how many values are revealed', revealed.length, 1);
      expectThat(secretIn(answer.body) !== old.secret, 'another secret', 'the same');
      expectEqual('deliveredAt', credential.deliveredAt, null);
      expectEqual(
        'the credential in the snapshot',
        (await road.snapshot()).credentials.sandbox,
        credential,
      );
      expectAnswer(await road.deliver(old), 409, 'credentials_changed');
      expectAnswer(await road.deliver(answer.body), 204);
    },
  },
  {
    id: 'rotate/at_once',
    title: 'without an overlap the old secret is dead at once',
    pledge: rotated,
    needs: ['rotate', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const old = (await road.create()).secret;
      const { secret, credential } = await road.rotate();
      expectEqual('how many secrets there are', credential.secrets.length, 1);
      expectEqual('whether the old one works', await context.works(road, old), false);
      expectEqual('whether the new one works', await context.works(road, secret), true);
    },
  },
  {
    id: 'rotate/overlap',
    title: 'during an overlap both secrets work, and both are listed',
    pledge: rotated,
    needs: ['rotate', 'overlap', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const old = (await road.create()).secret;
      const { secret, credential } = await road.overlap();
      const ends = credential.secrets.filter(({ validUntil }) => validUntil !== null);
      expectEqual('how many secrets there are', credential.secrets.length, 2);
      expectEqual('how many of them end', ends.length, 1);
      expectEqual('whether the old one works', await context.works(road, old), true);
      expectEqual('whether the new one works', await context.works(road, secret), true);
    },
  },
  {
    id: 'rotate/overlap_ends',
    title: 'when an overlap ends the old secret is dead and gone, and the version another one',
    pledge: rotated,
    needs: ['rotate', 'overlap', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const old = (await road.create()).secret;
      const { secret } = await road.rotate({ overlapSeconds: 1 });
      const during = await road.snapshot();
      await wait(1300);
      expectEqual('whether the old one works', await context.works(road, old), false);
      expectEqual('whether the new one works', await context.works(road, secret), true);
      const after = await road.snapshot();
      expectEqual('how many secrets there are', after.credentials.sandbox!.secrets.length, 1);
      expectThat(after.version !== during.version, 'another version', after.version);
    },
  },
  {
    id: 'rotate/ends_earlier_overlap',
    title: 'a new rotation ends an earlier overlap at once',
    pledge: rotated,
    needs: ['rotate', 'overlap', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const first = (await road.create()).secret;
      const second = (await road.overlap()).secret;
      const { credential } = await road.overlap();
      expectEqual('how many secrets there are', credential.secrets.length, 2);
      expectEqual('whether the first one works', await context.works(road, first), false);
      expectEqual('whether the second one works', await context.works(road, second), true);
    },
  },
  {
    id: 'rotate/overlap_too_long',
    title: 'an overlap above the capability is 422, and nothing is rotated',
    pledge: rotated,
    needs: ['rotate'],
    async run(context) {
      const road = await context.road('free');
      const { credential } = await road.create();
      const overlapSeconds = context.capabilities.overlapSeconds + 1;
      expectInvalid(
        await road.call('rotateSecret', { body: { overlapSeconds } }),
        '/overlapSeconds',
      );
      expectEqual('the credential', (await road.snapshot()).credentials.sandbox, credential);
    },
  },
  ...[-1, 0.5, '1'].map((overlapSeconds): Check => ({
    id: `rotate/wrong_overlap/${overlapSeconds}`,
    title: `${JSON.stringify(overlapSeconds)} is no overlap`,
    pledge: rotated,
    needs: ['rotate'],
    async run(context) {
      const road = await context.road('free');
      await road.create();
      expectInvalid(
        await road.call('rotateSecret', { body: { overlapSeconds } }),
        '/overlapSeconds',
      );
    },
  })),
  {
    id: 'rotate/name_missing',
    title: 'with two secret values a rotation that names none is 422',
    pledge: several,
    needs: ['rotate'],
    async run(context) {
      const road = await context.road('two_secrets');
      const { credential } = await road.create();
      expectInvalid(await road.call('rotateSecret', { body: {} }), '/name');
      expectInvalid(await road.call('rotateSecret', { body: { name: 'no such' } }), '/name');
      expectEqual('the credential', (await road.snapshot()).credentials.sandbox, credential);
    },
  },
  {
    id: 'rotate/wrong_name',
    title: 'a rotation of a value that is not there is 422',
    pledge: several,
    needs: ['rotate'],
    async run(context) {
      const road = await context.road('free');
      await road.create();
      expectInvalid(await road.call('rotateSecret', { body: { name: 'no such' } }), '/name');
    },
  },
  {
    id: 'rotate/one_of_two',
    title: 'a rotation of one value leaves the other as it is',
    pledge: several,
    needs: ['rotate', 'checkKey'],
    async run(context) {
      const road = await context.road('two_secrets');
      const { revealed } = await road.create();
      const [first, second] = revealed;
      const { credential, revealed: told } = await road.rotate({ name: first!.name });
      expectEqual(
        'the names revealed',
        told.map(({ name }) => name),
        [first!.name],
      );
      expectEqual('how many secrets there are', credential.secrets.length, 2);
      expectEqual('whether the rotated one works', await context.works(road, first!.value), false);
      expectEqual('whether the other one works', await context.works(road, second!.value), true);
    },
  },
  {
    id: 'retire/kills',
    title: 'an old secret that is retired is dead and gone',
    pledge: retired,
    needs: ['rotate', 'overlap', 'checkKey'],
    async run(context) {
      const road = await context.road('free');
      const before = (await road.create()).secret;
      const { old, secret } = await road.overlap();
      expectAnswer(await road.call('retireSecret', { body: { secretId: old.id } }), 204);
      expectEqual('whether the old one works', await context.works(road, before), false);
      expectEqual('whether the new one works', await context.works(road, secret), true);
      const { secrets } = (await road.snapshot()).credentials.sandbox!;
      expectEqual('how many secrets there are', secrets.length, 1);
      const again = await road.call('retireSecret', { body: { secretId: old.id } });
      expectAnswer(again, 409, 'secret_missing');
    },
  },
  {
    id: 'retire/present',
    title: 'the present secret can not be retired',
    pledge: retired,
    needs: ['rotate', 'overlap'],
    async run(context) {
      const road = await context.road('free');
      await road.create();
      const { present } = await road.overlap();
      const answer = await road.call('retireSecret', { body: { secretId: present.id } });
      expectAnswer(answer, 409, 'secret_missing');
    },
  },
  {
    id: 'retire/no_body',
    title: 'a retirement that names no secret is 422',
    pledge: retired,
    async run(context) {
      const road = await context.road('free');
      expectInvalid(await road.call('retireSecret', { body: {} }), '/secretId');
    },
  },
];
