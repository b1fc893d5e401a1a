import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation, PipelineAdapter } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { backend } from './backend.js';

interface Row {
  call: (adapter: PipelineAdapter) => Promise<unknown>;
  /** Method and path, as the contract has them. */
  line: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Whether it must carry an Idempotency-Key. */
  keyed?: true;
  keepalive?: true;
  answer: unknown;
}

const key = { idempotencyKey: 'key-1' };
const draft = { formVersion: 'f3', answers: { company: 'Acme' }, step: 1 };

const rows: Record<Exclude<Operation, 'watchSubscription' | 'watchQueue'>, Row> = {
  getSnapshot: {
    call: (adapter) => adapter.getSnapshot('sub_42', { unlessVersion: 'v6' }),
    line: 'GET /subscriptions/sub_42',
    headers: { 'if-none-match': '"v6"' },
    answer: fixtures.aSnapshot(),
  },
  createCredentials: {
    call: (adapter) => adapter.createCredentials('sub_42', 'sandbox', key),
    line: 'POST /subscriptions/sub_42/credentials/sandbox',
    body: {},
    keyed: true,
    answer: fixtures.anIssuedCredential(),
  },
  regenerate: {
    call: (adapter) => adapter.regenerate('sub_42', 'production', key),
    line: 'POST /subscriptions/sub_42/credentials/production/regenerate',
    body: {},
    keyed: true,
    answer: fixtures.anIssuedCredential(),
  },
  rotateSecret: {
    call: (adapter) =>
      adapter.rotateSecret('sub_42', 'sandbox', { overlapSeconds: 60, name: 'key' }, key),
    line: 'POST /subscriptions/sub_42/credentials/sandbox/rotate-secret',
    body: { overlapSeconds: 60, name: 'key' },
    keyed: true,
    answer: fixtures.anIssuedCredential(),
  },
  retireSecret: {
    call: (adapter) => adapter.retireSecret('sub_42', 'sandbox', { secretId: 'sec_1' }, key),
    line: 'POST /subscriptions/sub_42/credentials/sandbox/retire-secret',
    body: { secretId: 'sec_1' },
    keyed: true,
    answer: undefined,
  },
  generateToken: {
    call: (adapter) => adapter.generateToken('sub_42', 'sandbox', key),
    line: 'POST /subscriptions/sub_42/credentials/sandbox/token',
    body: {},
    keyed: true,
    answer: fixtures.anIssuedToken(),
  },
  markDelivered: {
    call: (adapter) => adapter.markDelivered('sub_42', 'sandbox', fixtures.aDelivery()),
    line: 'POST /subscriptions/sub_42/credentials/sandbox/delivered',
    body: fixtures.aDelivery(),
    keepalive: true,
    answer: undefined,
  },
  getTestData: {
    call: (adapter) => adapter.getTestData('sub_42'),
    line: 'GET /subscriptions/sub_42/test-data',
    answer: fixtures.aTestData(),
  },
  getForm: {
    call: (adapter) => adapter.getForm('sub_42'),
    line: 'GET /subscriptions/sub_42/form',
    answer: fixtures.aForm(),
  },
  getActivity: {
    call: (adapter) => adapter.getActivity('sub_42', { cursor: 'a b&c' }),
    line: 'GET /subscriptions/sub_42/activity?cursor=a+b%26c',
    answer: fixtures.anActivityPage(),
  },
  getDraft: {
    call: (adapter) => adapter.getDraft('sub_42'),
    line: 'GET /subscriptions/sub_42/draft',
    answer: fixtures.aDraft(),
  },
  saveDraft: {
    call: (adapter) => adapter.saveDraft('sub_42', draft),
    line: 'PUT /subscriptions/sub_42/draft',
    body: draft,
    keepalive: true,
    answer: undefined,
  },
  getLatestSubmission: {
    call: (adapter) => adapter.getLatestSubmission('sub_42'),
    line: 'GET /subscriptions/sub_42/submissions/latest',
    answer: fixtures.aSubmission(),
  },
  submit: {
    call: (adapter) => adapter.submit('sub_42', fixtures.aSubmissionBody(), key),
    line: 'POST /subscriptions/sub_42/submissions',
    body: fixtures.aSubmissionBody(),
    keyed: true,
    answer: fixtures.aSnapshot(),
  },
  getQueue: {
    call: (adapter) =>
      adapter.getQueue(
        {
          state: ['waiting', 'changes_requested'],
          q: 'a&b ü',
          plan: 'Gold',
          submittedBefore: '2026-11-01T00:00:00Z',
          sort: '-submittedAt',
        },
        { cursor: 'c1', limit: 200 },
      ),
    line: 'GET /reviews?q=a%26b+%C3%BC&plan=Gold&submittedBefore=2026-11-01T00%3A00%3A00Z&sort=-submittedAt&state=waiting%2Cchanges_requested&cursor=c1&limit=200',
    answer: fixtures.aQueuePage(),
  },
  getReview: {
    call: (adapter) => adapter.getReview('subm_2'),
    line: 'GET /reviews/subm_2',
    answer: fixtures.aReviewDetail(),
  },
  decide: {
    call: (adapter) => adapter.decide('subm_2', 's1', fixtures.aDecision(), key),
    line: 'POST /reviews/subm_2/decision',
    body: fixtures.aDecision(),
    headers: { 'if-match': '"s1"' },
    keyed: true,
    answer: fixtures.aReviewDetail(),
  },
  decideMany: {
    call: (adapter) => adapter.decideMany(fixtures.aBulkDecision(), key),
    line: 'POST /reviews/decisions',
    body: fixtures.aBulkDecision(),
    keyed: true,
    answer: fixtures.someBulkResults(),
  },
};

const ours = ['if-none-match', 'if-match', 'idempotency-key', 'content-type', 'last-event-id'];

for (const [name, { call, line, body, headers = {}, keyed, keepalive, answer }] of Object.entries(
  rows,
)) {
  test(`${name} is ${line}`, async () => {
    const { adapter, seen } = backend(() =>
      answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer),
    );
    assert.deepEqual(await call(adapter), answer);
    assert.equal(seen.length, 1);
    const [one] = seen;
    assert.equal(`${one!.method} ${one!.path}`, line);
    assert.deepEqual(one!.body, body);
    assert.equal(one!.headers['accept'], 'application/json, application/problem+json');
    assert.deepEqual(
      Object.fromEntries(
        ours.filter((each) => each in one!.headers).map((each) => [each, one!.headers[each]]),
      ),
      {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(keyed ? { 'idempotency-key': 'key-1' } : {}),
      },
    );
    assert.equal(one!.request.cache, 'no-store');
    if (keepalive) assert.equal(one!.request.keepalive, true);
  });

  if (!keyed) continue;
  test(`${name} makes a key of its own for each act without one`, async () => {
    const { adapter, seen } = backend(() => new Response(null, { status: 403 }));
    await assert.rejects(call(without(adapter)));
    await assert.rejects(call(without(adapter)));
    const [first, second] = seen.map((each) => each.headers['idempotency-key']!);
    assert.match(first!, /^[0-9a-f]{32}$/);
    assert.match(second!, /^[0-9a-f]{32}$/);
    assert.notEqual(first, second);
  });
}

/** The same adapter, with the key taken out of whatever is called. */
function without(adapter: PipelineAdapter): PipelineAdapter {
  return new Proxy(adapter, {
    get:
      (target, name: Operation) =>
      (...given: unknown[]) =>
        (target[name] as (...all: unknown[]) => unknown)(...given.filter((each) => each !== key)),
  });
}

test('a queue without filters asks for nothing, and blank ones are left out', async () => {
  const { adapter, seen } = backend(() => Response.json(fixtures.aQueuePage()));
  await adapter.getQueue({});
  await adapter.getQueue({ q: '', state: [], plan: '' }, { cursor: '' });
  assert.deepEqual(
    seen.map(({ path }) => path),
    ['/reviews', '/reviews'],
  );
});

test('a read without a known version asks without a condition', async () => {
  const { adapter, seen } = backend(() => Response.json(fixtures.aSnapshot()));
  await adapter.getSnapshot('sub_42');
  assert.ok(!('if-none-match' in seen[0]!.headers));
});

test('ids are escaped, and none can leave its place in the path', async () => {
  const { adapter, seen } = backend(() => new Response(null, { status: 404 }));
  for (const id of ['a/b?c#d', '..', '.', '', '\ud800', '😀']) {
    await assert.rejects(adapter.getSnapshot(id), { code: 'not_found' });
  }
  assert.deepEqual(
    seen.map(({ path }) => path),
    [
      '/subscriptions/a%2Fb%3Fc%23d',
      '/subscriptions/%EF%BF%BD',
      '/subscriptions/%EF%BF%BD',
      '/subscriptions/%EF%BF%BD',
      '/subscriptions/%EF%BF%BD',
      '/subscriptions/%F0%9F%98%80',
    ],
  );
});

test('slashes at the end of the base URL are one with the path', async () => {
  const { adapter, seen } = backend(() => Response.json(fixtures.aSnapshot()), {
    baseUrl: 'https://host.example/api//',
  });
  await adapter.getSnapshot('sub_42');
  assert.equal(seen[0]!.path, '/subscriptions/sub_42');
});

test('cookies go to another origin only where the host says so', async () => {
  const plain = backend(() => Response.json(fixtures.aSnapshot()));
  await plain.adapter.getSnapshot('sub_42');
  assert.equal(plain.seen[0]!.request.credentials, 'same-origin');
  const included = backend(() => Response.json(fixtures.aSnapshot()), { credentials: 'include' });
  await included.adapter.getSnapshot('sub_42');
  assert.equal(included.seen[0]!.request.credentials, 'include');
});
