import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual } from '../expect.js';
import { secretIn } from '../road.js';
import { roadTo } from '../stages.js';
import { decisionOn } from './reviews.js';

export const once = pledge(
  'repeats',
  'The same key, body, path and caller is one act: a repeat gets its answer.',
);
const noSecret = pledge('repeats', 'A repeat of an act that told a secret tells none.');

export const newKey = () => crypto.randomUUID();

export const repeatChecks: Check[] = [
  {
    id: 'repeats/submit',
    title: 'a submission repeated with its key is one, and gets the same answer',
    pledge: once,
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: newKey(), body: road.submission() };
      const first = expectAnswer(await road.call('submit', ask), 'good');
      const second = expectAnswer(await road.call('submit', ask), first.status);
      expectEqual('the answer', second.body, first.body);
    },
  },
  {
    id: 'repeats/create',
    title: 'creating repeated with its key makes one credential, and tells its secret once',
    pledge: noSecret,
    async run(context) {
      const road = await context.road('free');
      const ask = { key: newKey(), body: {} };
      const first = expectAnswer(await road.call('createCredentials', ask), 'good');
      const second = expectAnswer(await road.call('createCredentials', ask), first.status);
      const { credential, revealed, replayed } = second.body;
      expectEqual('the identifier', credential.id, first.body.credential.id);
      expectEqual('replayed', replayed, true);
      expectEqual('revealed', revealed, []);
    },
  },
  ...(['regenerate', 'rotateSecret'] as const).map((operation): Check => ({
    id: `repeats/${operation}`,
    title: `${operation} repeated with its key is done once, and tells its secret once`,
    pledge: noSecret,
    needs: [operation === 'regenerate' ? 'regenerate' : 'rotate'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: newKey(), body: {} };
      const first = expectAnswer(await road.call(operation, ask), 'good').body;
      const second = expectAnswer(await road.call(operation, ask), 'good').body;
      expectEqual('replayed', second.replayed, true);
      expectEqual('revealed', second.revealed, []);
      const present = (await road.snapshot()).credentials.sandbox;
      expectEqual('the credential', present, first.credential);
      road.issued.sandbox = first;
      if (!context.hooks.checkKey) return;
      expectEqual('whether the secret works', await context.works(road, secretIn(first)), true);
    },
  })),
  {
    id: 'repeats/token',
    title: 'a token asked for again with its key is not told again',
    pledge: noSecret,
    needs: ['token'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const ask = { key: newKey(), body: {} };
      expectAnswer(await road.call('generateToken', ask), 'good');
      const second = expectAnswer(await road.call('generateToken', ask), 'good').body;
      expectEqual('replayed', second.replayed, true);
      expectEqual('accessToken', second.accessToken, null);
      expectEqual('curl', second.curl, undefined);
    },
  },
  {
    id: 'repeats/retire',
    title: 'a retirement repeated with its key is fine again',
    pledge: once,
    needs: ['rotate', 'overlap'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const { old } = await road.overlap();
      const ask = { key: newKey(), body: { secretId: old.id } };
      expectAnswer(await road.call('retireSecret', ask), 204);
      expectAnswer(await road.call('retireSecret', ask), 204);
    },
  },
  {
    id: 'repeats/decide',
    title:
      'a decision repeated with its key gets its answer, though its version is an old one by then',
    pledge: once,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const ask = { ...(await decisionOn(context, road)), key: newKey() };
      const first = expectAnswer(await context.call('reviewer', 'decide', ask), 'good');
      const second = expectAnswer(await context.call('reviewer', 'decide', ask), first.status);
      expectEqual('the answer', second.body, first.body);
    },
  },
  {
    id: 'repeats/bulk',
    title: 'a bulk decision repeated with its key gets its answer',
    pledge: once,
    needs: ['bulkReview'],
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { version, submission } = await road.review();
      const items = [{ submissionId: submission.id, version }];
      const ask = { key: newKey(), body: { outcome: 'approved', notes: null, items } };
      const first = expectAnswer(await context.call('reviewer', 'decideMany', ask), 'good');
      const second = expectAnswer(await context.call('reviewer', 'decideMany', ask), 'good');
      expectEqual('the answer', second.body, first.body);
    },
  },
  {
    id: 'repeats/key_order',
    title: 'bodies are compared as JSON: the order of their keys says nothing',
    pledge: once,
    async run(context) {
      const road = await roadTo(context, 'built');
      const key = newKey();
      const first = await road.call('submit', { key, raw: '{"answers":{},"formVersion":null}' });
      const second = await road.call('submit', {
        key,
        raw: '{ "formVersion": null, "answers": {} }',
      });
      expectAnswer(first, 'good');
      expectAnswer(second, first.status);
    },
  },
];
