import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import { PipelineError, toPipelineError } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { backend, errorOf, problem } from './backend.js';

const errorFor = async (response: () => Response) => {
  const { adapter } = backend(response);
  const error = await errorOf(adapter.createCredentials('sub_42', 'sandbox'));
  assert.ok(error instanceof PipelineError);
  return error;
};

/** Each status with the code where a problem tells none, and what the error then promises. */
const statuses: [status: number, code: string, outcomeUnknown: boolean, canRetry: boolean][] = [
  [400, 'invalid', false, false],
  [401, 'not_signed_in', false, true],
  [403, 'forbidden', false, false],
  [404, 'not_found', false, false],
  [405, 'method_not_allowed', false, false],
  [409, 'conflict', false, false],
  [412, 'version_conflict', false, false],
  [413, 'too_large', false, false],
  [415, 'unsupported_media_type', false, false],
  [418, 'refused', false, false],
  [422, 'invalid', false, false],
  [428, 'version_missing', false, false],
  [429, 'too_many_requests', false, true],
  [451, 'refused', false, false],
  [500, 'internal', true, true],
  [502, 'internal', true, true],
  [503, 'internal', true, true],
  [504, 'internal', true, true],
  [599, 'internal', true, true],
];

for (const [status, code, outcomeUnknown, canRetry] of statuses) {
  test(`${status} without a code of its own is ${code}`, async () => {
    const odd = [
      () => new Response(null, { status }),
      () =>
        new Response('<html>Bad gateway</html>', {
          status,
          headers: { 'Content-Type': 'text/html' },
        }),
      () => new Response('{"code":', { status }),
      () => problem(status, { title: 'no code' }),
      () => problem(status, { code: 7 }),
      () => new Response('null', { status }),
      () => new Response('[]', { status }),
    ];
    for (const response of odd) {
      const error = await errorFor(response);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.deepEqual(error.errors, []);
      assert.equal(error.outcomeUnknown, outcomeUnknown);
      assert.equal(error.canRetry, canRetry);
    }
  });

  test(`${status} with a code has that code`, async () => {
    const error = await errorFor(() => problem(status, { code: 'credentials_exist' }));
    assert.equal(error.code, 'credentials_exist');
    assert.equal(error.status, status);
    assert.equal(error.outcomeUnknown, outcomeUnknown);
  });
}

test('what is wrong in a body comes with the error, in order', async () => {
  const errors = [
    { pointer: '/answers/company', code: 'required' },
    { pointer: '/answers/volume', code: 'min' },
  ];
  const error = await errorFor(() => problem(422, { code: 'answers_invalid', errors }));
  assert.deepEqual(error.errors, errors);
});

test('the id of the request comes with the error', async () => {
  const error = await errorFor(() => problem(500, { code: 'internal' }, { 'X-Request-Id': 'r-7' }));
  assert.equal(error.requestId, 'r-7');
  assert.equal((await errorFor(() => problem(500, { code: 'internal' }))).requestId, undefined);
});

test('an act that still runs elsewhere has an unknown outcome and a time to wait', async () => {
  const error = await errorFor(() =>
    problem(409, { code: 'idempotency_in_progress' }, { 'Retry-After': '2' }),
  );
  assert.equal(error.outcomeUnknown, true);
  assert.equal(error.canRetry, true);
  assert.equal(error.retryAfter, 2000);
});

test('no error holds a secret, an answer or a note, whichever way it fails', async () => {
  const canary = 'canary-7f3a';
  const issued = fixtures.anIssuedCredential();
  issued.revealed[0]!.value = canary;
  const broken = [
    () => Response.json({ ...issued, replayed: true }),
    () => Response.json({ ...issued, credential: { ...issued.credential, id: canary + '/' } }),
    () => Response.json({ ...issued, credential: { ...issued.credential, lane: canary } }),
    () => Response.json([canary]),
    () => new Response(`<p>${canary}</p>`),
    () => new Response(`{"revealed": "${canary}`),
    () => problem(422, { code: 'invalid', detail: canary, title: canary, errors: [] }),
    () => problem(500, { message: canary }),
    () => new Response(canary, { status: 503 }),
    () => {
      throw new TypeError(canary);
    },
  ];
  for (const response of broken) {
    const { adapter } = backend(response);
    const note = { outcome: 'rejected' as const, notes: canary, fieldNotes: [] };
    const answers = { answers: { company: canary }, formVersion: 'f3' };
    const failed = [
      await errorOf(adapter.createCredentials('sub_42', 'sandbox')),
      await errorOf(adapter.decide('subm_2', 's1', note)),
      await errorOf(adapter.submit('sub_42', answers)),
    ];
    for (const error of failed) {
      assert.ok(error instanceof PipelineError);
      const everything = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
      assert.doesNotMatch(everything, new RegExp(canary));
      assert.equal(error.cause, undefined);
    }
  }
});

test('whatever was thrown becomes one of ours, without its message', () => {
  const ours = new PipelineError('offline');
  assert.equal(toPipelineError(ours), ours);
  assert.equal(toPipelineError(new DOMException('canary', 'AbortError')).code, 'aborted');
  for (const thrown of [new TypeError('canary'), 'canary', null, undefined, { canary: 1 }]) {
    const error = toPipelineError(thrown);
    assert.equal(error.code, 'internal');
    assert.doesNotMatch(inspect(error), /canary/);
  }
});
