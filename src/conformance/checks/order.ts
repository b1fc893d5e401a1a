import { pledge, type Check } from '../check.js';
import type { Answer } from '../client.js';
import type { Context } from '../context.js';
import { expectAnswer, expectInvalid, expectThat } from '../expect.js';
import { roadTo, sharedRoadTo } from '../stages.js';

const order = pledge(
  'the-order-of-checks',
  'Of several things that are wrong, the first in the order of the contract is told.',
);
const bodies = pledge(
  'errors',
  'A body that is not right is refused, with what is wrong and where.',
);

const LIMIT = 1_048_576;
const tooLong = JSON.stringify({ answers: { words: 'x'.repeat(LIMIT) }, formVersion: null });
const plain = { 'Content-Type': 'text/plain' };
const decision = { outcome: 'approved', notes: null, fieldNotes: [] };

const inOrder = (
  id: string,
  title: string,
  run: Check['run'],
  needs: Check['needs'] = [],
): Check => ({ id: `order/${id}`, title, pledge: order, needs, run });

/** A submission by its developer, where everything else is fine. */
const submitRaw = async (context: Context, raw: string, headers = {}) => {
  const road = await roadTo(context, 'built');
  return road.call('submit', { raw, headers });
};

const decideOn = async (context: Context, stage: 'in_review' | 'approved', options: object) => {
  const { submission, version } = await (await roadTo(context, stage)).review();
  return {
    version,
    send: (more: object = {}): Promise<Answer> =>
      context.call('reviewer', 'decide', { id: submission.id, ...options, ...more }),
  };
};

export const orderChecks: Check[] = [
  inOrder(
    '401_before_404',
    'who is signed out learns nothing of what is there',
    async (context) => {
      const answer = await context.send(null, 'GET /subscriptions/there-is-none');
      expectAnswer(answer, 401, 'not_signed_in');
    },
  ),
  inOrder('404_before_405', 'what is not there has no methods', async (context) => {
    const answer = await context.send('developer', 'DELETE /subscriptions/there-is-none');
    expectAnswer(answer, 404, 'not_found');
  }),
  inOrder('405', 'another method is 405, and Allow names those that do', async (context) => {
    const { id } = await sharedRoadTo(context, 'built');
    const answer = await context.send('developer', `DELETE /subscriptions/${id}/draft`);
    expectAnswer(answer, 405, 'method_not_allowed');
    const allow = answer.headers.get('Allow') ?? '';
    expectThat(/\bGET\b/.test(allow) && /\bPUT\b/.test(allow), 'Allow: GET, PUT', allow);
  }),
  inOrder('405_before_403', 'a wrong method is told before who may ask', async (context) => {
    const answer = await context.send('developer', 'PUT /reviews', { body: {} });
    expectAnswer(answer, 405, 'method_not_allowed');
  }),
  inOrder(
    '403_before_413',
    'who may not ask is told before the body is looked at',
    async (context) => {
      const { id } = await sharedRoadTo(context, 'in_review');
      const line = `POST /subscriptions/${id}/submissions`;
      expectAnswer(await context.send('reviewer', line, { raw: tooLong }), 403, 'forbidden');
    },
  ),
  inOrder('413_before_415', 'a body too long is told before its type', async (context) => {
    expectAnswer(await submitRaw(context, tooLong, plain), 413, 'too_large');
  }),
  inOrder(
    '415_before_400',
    'a wrong type is told before what stands in the body',
    async (context) => {
      expectAnswer(await submitRaw(context, '{', plain), 415, 'unsupported_media_type');
    },
  ),
  inOrder('400', 'broken JSON is 400', async (context) => {
    expectAnswer(await submitRaw(context, '{"answers":'), 400, 'invalid');
  }),
  inOrder('422_before_409', 'a wrong shape is told before the rules', async (context) => {
    const road = await roadTo(context, 'in_review');
    const answer = await road.call('submit', { body: { formVersion: null } });
    expectInvalid(answer, '/answers');
  }),
  inOrder(
    '422_before_reused_key',
    'a wrong shape is told before a key used twice',
    async (context) => {
      const road = await roadTo(context, 'built');
      const key = crypto.randomUUID();
      await road.call('submit', { key, body: road.submission() });
      expectInvalid(await road.call('submit', { key, body: { answers: {} } }), '/formVersion');
    },
  ),
  inOrder('422_before_428', 'a wrong shape is told before a missing version', async (context) => {
    const { send } = await decideOn(context, 'in_review', { body: { outcome: 'maybe' } });
    expectInvalid(await send(), '/outcome');
  }),
  inOrder('428_before_409', 'a missing version is told before the rules', async (context) => {
    const { send } = await decideOn(context, 'approved', { body: decision });
    expectAnswer(await send(), 428, 'version_missing');
  }),
  inOrder('412_before_409', 'another version is told before the rules', async (context) => {
    const { send } = await decideOn(context, 'approved', { body: decision });
    expectAnswer(await send({ headers: { 'If-Match': '"other"' } }), 412, 'version_conflict');
  }),
  inOrder('412_before_notes', 'another version is told before missing notes', async (context) => {
    const body = { ...decision, outcome: 'changes_requested' };
    const { send } = await decideOn(context, 'in_review', { body });
    expectAnswer(await send({ headers: { 'If-Match': '"other"' } }), 412, 'version_conflict');
  }),
  inOrder(
    '409_before_notes',
    'that nothing is in review is told before missing notes',
    async (context) => {
      const body = { ...decision, outcome: 'changes_requested' };
      const { version, send } = await decideOn(context, 'approved', { body });
      expectAnswer(await send({ headers: { 'If-Match': `"${version}"` } }), 409, 'not_in_review');
    },
  ),
  inOrder('409_before_answers', 'an old form is told before wrong answers', async (context) => {
    const road = await context.road('form');
    await road.create();
    const body = { answers: { unknown: 'x' }, formVersion: 'old' };
    expectAnswer(await road.call('submit', { body }), 409, 'form_changed');
  }),
  inOrder(
    '409_before_overlap',
    'a locked lane is told before an overlap that is too long',
    async (context) => {
      const road = await roadTo(context, 'built');
      const body = { overlapSeconds: 2_000_000_000 };
      const answer = await road.call('rotateSecret', { lane: 'production', body });
      expectAnswer(answer, 409, 'not_approved');
    },
  ),
  {
    id: 'bodies/too_long',
    title: 'a body of more than 1 MiB is 413',
    pledge: pledge('limits', 'Bodies of more than 1 MiB are refused with 413.'),
    run: async (context) => {
      expectAnswer(await submitRaw(context, tooLong), 413, 'too_large');
    },
  },
  {
    id: 'bodies/long',
    title: 'a body of nearly 1 MiB is read',
    pledge: pledge('limits', 'Bodies of up to 1 MiB are read.'),
    run: async (context) => {
      const answers = { words: 'x'.repeat(LIMIT - 100) };
      const raw = JSON.stringify({ answers, formVersion: 'old' });
      expectAnswer(await submitRaw(context, raw), 409, 'form_changed');
    },
  },
  {
    id: 'bodies/type_with_charset',
    title: 'application/json may have parameters and any case',
    pledge: bodies,
    run: async (context) => {
      const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
      const body = JSON.stringify({ answers: {}, formVersion: null });
      expectAnswer(await submitRaw(context, body, headers), 'good');
    },
  },
  {
    id: 'bodies/none',
    title: 'an act that has nothing to say needs no body',
    pledge: bodies,
    run: async (context) => {
      const road = await context.road('free');
      expectAnswer(await road.call('createCredentials'), 'good');
    },
  },
  ...(['[]', 'null', '1', '"a"'] as const).map((raw): Check => ({
    id: `bodies/no_object/${raw}`,
    title: `${raw} is no body of a submission`,
    pledge: bodies,
    run: async (context) => {
      expectAnswer(await submitRaw(context, raw), 422, 'invalid');
    },
  })),
  {
    id: 'bodies/pointer',
    title: 'every fault of a body is told by its place',
    pledge: bodies,
    run: async (context) => {
      const answer = await submitRaw(context, JSON.stringify({ answers: { a: null } }));
      expectInvalid(answer, '/answers/a');
      expectInvalid(answer, '/formVersion');
    },
  },
];
