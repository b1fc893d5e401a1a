import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import {
  createHttpAdapter,
  PipelineError,
  type HeadersRequest,
  type HttpOptions,
} from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { backend, BASE, errorOf, problem } from './backend.js';

const fine = () => Response.json(fixtures.aTestData());
const unauthorised = () => problem(401, { code: 'not_signed_in' });

test('fixed headers go with every request', async () => {
  const { adapter, seen } = backend(fine, {
    headers: { Authorization: 'Bearer t', 'X-CSRF': 'c' },
  });
  await adapter.getTestData('sub_42');
  assert.equal(seen[0]!.headers['authorization'], 'Bearer t');
  assert.equal(seen[0]!.headers['x-csrf'], 'c');
});

test('a callback is asked for each request, and told which', async () => {
  const asked: HeadersRequest[] = [];
  const { adapter, seen } = backend(fine, {
    headers: async (request) => {
      asked.push(request);
      return { Authorization: `Bearer ${asked.length}` };
    },
  });
  await adapter.getTestData('sub_42');
  await errorOf(adapter.createCredentials('sub_42', 'sandbox'));
  assert.deepEqual(asked, [
    { method: 'GET', path: '/subscriptions/sub_42/test-data', again: false },
    { method: 'POST', path: '/subscriptions/sub_42/credentials/sandbox', again: false },
  ]);
  assert.deepEqual(
    seen.map(({ headers }) => headers['authorization']),
    ['Bearer 1', 'Bearer 2'],
  );
});

test('after a 401 it is asked once more for fresh ones, and the request is sent again', async () => {
  const again: boolean[] = [];
  const { adapter, seen } = backend((_, count) => (count === 1 ? unauthorised() : fine()), {
    headers: async (request) => {
      again.push(request.again);
      return { Authorization: request.again ? 'Bearer fresh' : 'Bearer stale' };
    },
  });
  assert.deepEqual(await adapter.getTestData('sub_42'), fixtures.aTestData());
  assert.deepEqual(again, [false, true]);
  assert.equal(seen[1]!.headers['authorization'], 'Bearer fresh');
});

test('a write is sent again too after a 401, as the same act', async () => {
  const { adapter, seen } = backend(
    (_, count) => (count === 1 ? unauthorised() : Response.json(fixtures.aReviewDetail())),
    { headers: async () => ({}) },
  );
  await adapter.decide('subm_2', 's1', fixtures.aDecision());
  const [first, second] = seen;
  assert.equal(first!.headers['idempotency-key'], second!.headers['idempotency-key']);
  assert.equal(second!.headers['if-match'], '"s1"');
  assert.deepEqual(second!.body, first!.body);
});

test('a second 401 is not signed in, and asks no third time', async () => {
  const { adapter, seen } = backend(unauthorised, { headers: async () => ({}) });
  await assert.rejects(adapter.getTestData('sub_42'), { code: 'not_signed_in', status: 401 });
  assert.equal(seen.length, 2);
});

test('without a callback a 401 is not signed in at once', async () => {
  for (const options of [{}, { headers: { Authorization: 'Bearer t' } }]) {
    const { adapter, seen } = backend(unauthorised, options);
    await assert.rejects(adapter.getTestData('sub_42'), { code: 'not_signed_in' });
    assert.equal(seen.length, 1);
  }
});

test('headers that came while it was refused without them are tried', async () => {
  const given: HttpOptions = { baseUrl: BASE };
  const seen: (string | null)[] = [];
  given.fetch = async (_input, init) => {
    const bearer = new Headers(init?.headers).get('Authorization');
    seen.push(bearer);
    given.headers = { Authorization: 'Bearer late' };
    return bearer ? fine() : unauthorised();
  };
  await createHttpAdapter({
    ...given,
    get headers() {
      return given.headers;
    },
  }).getTestData('sub_42');
  assert.deepEqual(seen, [null, 'Bearer late']);
});

test('the answer that was not read lets go of its connection', async () => {
  let dropped = 0;
  const stuck = () => new ReadableStream({ cancel: () => void (dropped += 1) });
  const answers = [new Response(stuck(), { status: 401 }), fine()];
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    headers: async () => ({}),
    fetch: async () => answers.shift()!,
  });
  await adapter.getTestData('sub_42');
  assert.equal(dropped, 1);
});

test('a callback that fails means that nobody is signed in, and tells no secret', async () => {
  const failing = [
    async () => {
      throw new Error('canary');
    },
    () => {
      throw new TypeError('canary');
    },
    async () => ({ Authorization: 'Bearer can\nary canary' }),
  ];
  for (const headers of failing) {
    const { adapter, seen } = backend(fine, { headers });
    const error = await errorOf(adapter.getTestData('sub_42'));
    assert.ok(error instanceof PipelineError && error.code === 'not_signed_in');
    assert.match(error.detail ?? '', /^headers threw (Type)?Error$/);
    assert.doesNotMatch(inspect(error), /canary/);
    assert.equal(seen.length, 0);
  }
});

test('a header of the host replaces ours, however it is spelt', async () => {
  const { adapter, seen } = backend(() => Response.json(fixtures.aSnapshot()), {
    headers: { 'content-type': 'application/json', accept: 'application/vnd.host+json' },
  });
  await adapter.submit('sub_42', fixtures.aSubmissionBody());
  assert.equal(seen[0]!.headers['content-type'], 'application/json');
  assert.equal(seen[0]!.headers['accept'], 'application/vnd.host+json');
});
