import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectThat } from '../expect.js';
import type { OperationName } from '../operation.js';
import type { Road } from '../road.js';
import { roadTo } from '../stages.js';

const once = pledge(
  'secrets',
  'A secret is told once, in the answer of the act that made it, and never again.',
);

/** Every way of reading what has to do with a subscription. */
const reads: { operation: OperationName; as: 'developer' | 'reviewer' }[] = [
  { operation: 'getSnapshot', as: 'developer' },
  { operation: 'getSnapshot', as: 'reviewer' },
  { operation: 'getActivity', as: 'developer' },
  { operation: 'getActivity', as: 'reviewer' },
  { operation: 'getTestData', as: 'developer' },
  { operation: 'getLatestSubmission', as: 'developer' },
  { operation: 'getReview', as: 'reviewer' },
];

/** A road on which every kind of secret was told. */
async function tellAll(context: Context): Promise<{ road: Road; secrets: string[] }> {
  const { capabilities } = context;
  const road = await roadTo(context, 'live');
  const secrets = [];
  for (const lane of ['sandbox', 'production'] as const) {
    if (capabilities.regenerate) secrets.push((await road.regenerate(lane)).secret);
    const { overlapSeconds } = capabilities;
    if (capabilities.rotate) secrets.push((await road.rotate({ overlapSeconds }, lane)).secret);
    if (capabilities.token) secrets.push((await road.token(lane)).accessToken!);
  }
  return { road, secrets };
}

const tells = (text: string, secrets: string[]) => secrets.some((secret) => text.includes(secret));

export const secretChecks: Check[] = [
  ...reads.map(({ operation, as }): Check => ({
    id: `secrets/not_in/${operation}_of_${as}`,
    title: `what ${operation} answers the ${as} tells no secret`,
    pledge: once,
    async run(context) {
      const { road, secrets } = await tellAll(context);
      const { submission } = await road.snapshot();
      const id = operation === 'getReview' ? submission!.id : road.id;
      const answer = await context.call(as, operation, { id });
      expectThat(!tells(answer.text, secrets), 'no secret', 'a secret', answer.request);
    },
  })),
  {
    id: 'secrets/not_in/getQueue',
    title: 'the queue tells no secret',
    pledge: once,
    async run(context) {
      const { road, secrets } = await tellAll(context);
      const answer = await context.call('reviewer', 'getQueue', { query: { q: road.name } });
      expectThat(!tells(answer.text, secrets), 'no secret', 'a secret', answer.request);
    },
  },
  {
    id: 'secrets/not_in/errors',
    title: 'an error does not repeat what was sent',
    pledge: once,
    async run(context) {
      const road = await context.road('free');
      const { secret } = await road.create();
      const bodies: [OperationName, unknown][] = [
        ['rotateSecret', { name: secret }],
        ['rotateSecret', { overlapSeconds: secret }],
        ['retireSecret', { secretId: secret }],
        ['retireSecret', { secretId: `${secret} ${secret}` }],
        ['markDelivered', { credentialId: secret, secretIds: [secret] }],
      ];
      for (const [operation, body] of bodies) {
        const answer = await road.call(operation, { body });
        expectThat(!tells(answer.text, [secret]), 'no secret', 'a secret', answer.request);
      }
    },
  },
];
