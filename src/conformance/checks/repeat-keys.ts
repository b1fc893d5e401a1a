import { pledge, type Check } from '../check.js';
import { wait, type Answer } from '../client.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { roadTo } from '../stages.js';
import { newKey, once } from './repeats.js';

const other = pledge('repeats', 'A key belongs to one body: with another one it is refused.');
const free = pledge(
  'repeats',
  'Only answers that are fine are kept; a refused act leaves its key free.',
);

/** What a key does not mean, and what happens at its edges. */
export const repeatKeyChecks: Check[] = [
  {
    id: 'repeats/other_body',
    title: 'the same key with another body is 422 idempotency_key_reused',
    pledge: other,
    needs: ['rotate'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const key = newKey();
      const first = await road.call('rotateSecret', { key, body: {} });
      expectAnswer(first, 'good');
      const second = await road.call('rotateSecret', { key, body: { overlapSeconds: 0 } });
      expectAnswer(second, 422, 'idempotency_key_reused');
      const present = (await road.snapshot()).credentials.sandbox;
      expectEqual('the credential', present, first.body.credential);
    },
  },
  {
    id: 'repeats/other_path',
    title: 'a key counts for its path alone',
    pledge: other,
    async run(context) {
      const [one, two] = [await context.road('free'), await context.road('free')];
      const ask = { key: newKey(), body: {} };
      const first = expectAnswer(await one.call('createCredentials', ask), 'good').body;
      const second = expectAnswer(await two.call('createCredentials', ask), 'good').body;
      expectEqual('replayed', second.replayed, false);
      expectThat(second.credential.id !== first.credential.id, 'another one', second.credential.id);
    },
  },
  {
    id: 'repeats/other_caller',
    title: 'a key of somebody else says nothing: who asks is looked at first',
    pledge: other,
    needs: ['otherDeveloper'],
    async run(context) {
      const road = await context.road('free');
      const ask = { key: newKey(), body: {} };
      await road.call('createCredentials', ask);
      const answer = await road.call('createCredentials', { ...ask, as: 'otherDeveloper' });
      expectAnswer(answer, 404, 'not_found');
      const theirs = await context.road('free', { owner: 'otherDeveloper' });
      expectEqual('replayed', (await theirs.call('createCredentials', ask)).body.replayed, false);
    },
  },
  {
    id: 'repeats/after_refusal',
    title: 'a key is free after the act was refused',
    pledge: free,
    async run(context) {
      const road = await context.road('free');
      const ask = { key: newKey(), body: road.submission() };
      expectAnswer(await road.call('submit', ask), 409, 'credentials_missing');
      await road.create();
      expectAnswer(await road.call('submit', ask), 'good');
    },
  },
  {
    id: 'repeats/after_invalid',
    title: 'a key is free after the body was refused, for another body too',
    pledge: free,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const key = newKey();
      const wrong = road.submission({ name: '' });
      expectAnswer(await road.call('submit', { key, body: wrong }), 422, 'answers_invalid');
      expectAnswer(await road.call('submit', { key, body: road.submission() }), 'good');
    },
  },
  {
    id: 'repeats/without_key',
    title: 'without a key an act is done as if with a new one',
    pledge: once,
    needs: ['rotate'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: null, body: {} };
      expectAnswer(await road.call('rotateSecret', ask), 'good');
      expectEqual(
        'replayed',
        expectAnswer(await road.call('rotateSecret', ask), 'good').body.replayed,
        false,
      );
    },
  },
  {
    id: 'repeats/at_once',
    title:
      'twenty of the same at once are one; the rest repeat it, or are told that it is under way',
    pledge: once,
    async run(context) {
      const road = await context.road('free');
      const ask = { key: newKey(), body: {} };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => road.call('createCredentials', ask)),
      );
      const underWay = answers.filter(({ status }) => status === 409);
      for (const answer of underWay) {
        expectAnswer(answer, 409, 'idempotency_in_progress');
        const after = answer.headers.get('Retry-After');
        expectThat(after !== null, 'a Retry-After header', 'none', answer.request);
      }
      const done = answers
        .filter(({ status }) => status !== 409)
        .map((answer) => expectAnswer(answer, 'good'));
      const told = done.filter(({ body }) => !body.replayed);
      expectEqual('how many were told the secret', told.length, 1);
      const ids = new Set(done.map(({ body }) => body.credential.id));
      expectEqual('how many credentials were made', ids.size, 1);
    },
  },
  {
    id: 'repeats/lost_answer',
    title: 'an act whose answer was lost is not done again',
    pledge: once,
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: newKey(), body: road.submission() };
      const leaving = new AbortController();
      const lost = road.call('submit', { ...ask, signal: leaving.signal }).catch(() => undefined);
      await wait(5);
      leaving.abort();
      await lost;
      let again: Answer = await road.call('submit', ask);
      for (let tried = 0; again.code === 'idempotency_in_progress' && tried < 20; tried += 1) {
        await wait(100);
        again = await road.call('submit', ask);
      }
      expectAnswer(again, 'good');
      expectEqual('attempt', (await road.snapshot()).submission?.attempt, 1);
    },
  },
  {
    id: 'repeats/for_a_day',
    title: 'an answer is kept for nearly a day',
    pledge: pledge('repeats', 'Answers are kept for 24 hours.'),
    needs: ['advanceTime'],
    turn: 'alone',
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: newKey(), body: road.submission() };
      const first = expectAnswer(await road.call('submit', ask), 'good');
      await context.hooks.advanceTime!(23.9 * 3600);
      expectAnswer(await road.call('submit', ask), first.status);
    },
  },
];
