import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PipelineError } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { backend, errorOf } from './backend.js';

test('paths are renamed one by one, and the others stay', async () => {
  const { adapter, seen } = backend(
    ({ path }) => Response.json(path.includes('forms') ? fixtures.aForm() : fixtures.aTestData()),
    { routes: { form: (id) => `/v2/apps/${id}/forms/live` } },
  );
  await adapter.getForm('sub_42');
  await adapter.getTestData('sub_42');
  assert.deepEqual(
    seen.map(({ path }) => path),
    ['/v2/apps/sub_42/forms/live', '/subscriptions/sub_42/test-data'],
  );
});

test('a path of the host’s own may have a query already', async () => {
  const { adapter, seen } = backend(
    ({ path }) =>
      Response.json(path.startsWith('/log') ? fixtures.anActivityPage() : fixtures.aQueuePage()),
    { routes: { activity: (id) => `/log?app=${id}`, queue: () => '/rpc?method=queue' } },
  );
  await adapter.getActivity('sub_42', { cursor: 'c2' });
  await adapter.getActivity('sub_42');
  await adapter.getQueue({ q: 'acme' }, { limit: 5 });
  assert.deepEqual(
    seen.map(({ path }) => path),
    ['/log?app=sub_42&cursor=c2', '/log?app=sub_42', '/rpc?method=queue&q=acme&limit=5'],
  );
});

test('bodies are renamed on their way out and in', async () => {
  const { adapter, seen } = backend(
    ({ body }) => {
      assert.deepEqual(body, { verdict: 'REJECTED', comment: 'No.' });
      return Response.json({ data: fixtures.aReviewDetail() });
    },
    {
      map: {
        decide: {
          request: ({ outcome, notes }: { outcome: string; notes: string }) => ({
            verdict: outcome.toUpperCase(),
            comment: notes,
          }),
          response: ({ data }: { data: unknown }) => data,
        },
      },
    },
  );
  const decision = fixtures.aDecision({ outcome: 'rejected', notes: 'No.' });
  assert.deepEqual(await adapter.decide('subm_2', 's1', decision), fixtures.aReviewDetail());
  assert.equal(seen.length, 1);
  assert.deepEqual(decision, fixtures.aDecision({ outcome: 'rejected', notes: 'No.' }));
});

test('an operation without a body has none to rename', async () => {
  const { adapter } = backend(() => Response.json(fixtures.aTestData()), {
    map: {
      getTestData: {
        request: (body: { never: string }) => body.never,
      },
    },
  });
  assert.deepEqual(await adapter.getTestData('sub_42'), fixtures.aTestData());
});

test('what was renamed must fit the contract all the same', async () => {
  const { adapter } = backend(() => Response.json(fixtures.aSnapshot()), {
    map: { getSnapshot: { response: (body: object) => ({ ...body, phase: 'lunch' }) } },
  });
  await assert.rejects(adapter.getSnapshot('sub_42'), {
    message: 'unreadable: getSnapshot: phase',
  });
});

test('a hook that fails is told as an error of ours, without what it held', async () => {
  const fail = () => {
    throw new TypeError('canary');
  };
  const { adapter, seen } = backend(() => Response.json(fixtures.aSnapshot()), {
    map: { getSnapshot: { response: fail }, submit: { request: fail } },
  });
  const read = await errorOf(adapter.getSnapshot('sub_42'));
  assert.ok(read instanceof PipelineError && read.code === 'unreadable');
  const write = await errorOf(adapter.submit('sub_42', fixtures.aSubmissionBody()));
  assert.ok(write instanceof PipelineError && write.code === 'internal');
  assert.doesNotMatch(read.message + write.message, /canary/);
  assert.equal(seen.length, 1, 'the write never left');
});

test('a body that is no JSON is an error of ours, and never leaves', async () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const { adapter, seen } = backend(() => Response.json(fixtures.aSnapshot()), {
    map: { submit: { request: () => round } },
  });
  const error = await errorOf(adapter.submit('sub_42', fixtures.aSubmissionBody()));
  assert.ok(error instanceof PipelineError && error.code === 'internal');
  assert.equal(seen.length, 0);
});

test('a host without 304, codes or problems is read by its statuses', async () => {
  const { adapter } = backend(({ method }) =>
    method === 'GET' ? Response.json(fixtures.aSnapshot()) : new Response('nope', { status: 409 }),
  );
  assert.ok(await adapter.getSnapshot('sub_42', { unlessVersion: 'v7' }));
  await assert.rejects(adapter.createCredentials('sub_42', 'sandbox'), { code: 'conflict' });
});
