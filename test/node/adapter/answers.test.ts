import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PipelineError } from '../../../src/adapter/index.js';
import * as fixtures from '../contract/fixtures.js';
import { backend, errorOf } from './backend.js';

const empty = (status: number) => () => new Response(null, { status });

async function unreadable(promise: Promise<unknown>): Promise<PipelineError> {
  const error = await errorOf(promise);
  assert.ok(error instanceof PipelineError, String(error));
  assert.equal(error.code, 'unreadable');
  return error;
}

test('204 is null where there may be none', async () => {
  const { adapter } = backend(empty(204));
  assert.equal(await adapter.getForm('sub_42'), null);
  assert.equal(await adapter.getDraft('sub_42'), null);
  assert.equal(await adapter.getLatestSubmission('sub_42'), null);
});

test('204 is no answer where there must be one', async () => {
  const { adapter } = backend(empty(204));
  await unreadable(adapter.getSnapshot('sub_42'));
  await unreadable(adapter.getSnapshot('sub_42', { unlessVersion: 'v7' }));
  await unreadable(adapter.getTestData('sub_42'));
  await unreadable(adapter.getReview('subm_2'));
  await unreadable(adapter.getQueue({}));
  assert.ok((await unreadable(adapter.createCredentials('sub_42', 'sandbox'))).outcomeUnknown);
});

test('304 is null for the version that was named, and for nothing else', async () => {
  const { adapter } = backend(empty(304));
  assert.equal(await adapter.getSnapshot('sub_42', { unlessVersion: 'v7' }), null);
  await unreadable(adapter.getSnapshot('sub_42'));
  await unreadable(adapter.getForm('sub_42'));
  await unreadable(adapter.getDraft('sub_42'));
});

test('a host that knows no conditions answers in full', async () => {
  const { adapter } = backend(() => Response.json(fixtures.aSnapshot()));
  assert.deepEqual(
    await adapter.getSnapshot('sub_42', { unlessVersion: 'v7' }),
    fixtures.aSnapshot(),
  );
});

test('writes without an answer take whatever the host sends with a 2xx', async () => {
  for (const response of [
    empty(204),
    empty(200),
    () => Response.json({ ok: true }),
    () => new Response('OK'),
  ]) {
    const { adapter } = backend(response);
    await adapter.retireSecret('sub_42', 'sandbox', { secretId: 'sec_1' });
    await adapter.markDelivered('sub_42', 'sandbox', fixtures.aDelivery());
    await adapter.saveDraft('sub_42', { formVersion: 'f3', answers: {}, step: 0 });
  }
});

test('201 is as good as 200', async () => {
  const { adapter } = backend(() => Response.json(fixtures.anIssuedCredential(), { status: 201 }));
  assert.deepEqual(
    await adapter.createCredentials('sub_42', 'sandbox'),
    fixtures.anIssuedCredential(),
  );
});

test('what is no answer of the contract is unreadable, with its place and once', async () => {
  const { adapter, seen } = backend((_, count) =>
    Response.json(count === 1 ? { ...fixtures.aSnapshot(), phase: 'lunch' } : fixtures.aSnapshot()),
  );
  const error = await unreadable(adapter.getSnapshot('sub_42'));
  assert.equal(error.message, 'unreadable: getSnapshot: phase');
  assert.equal(error.detail, 'getSnapshot: phase');
  assert.equal(error.status, 200);
  assert.equal(seen.length, 1);
});

test('a deep place is told as a path', async () => {
  const page = fixtures.aQueuePage();
  const items = [page.items[0], { ...page.items[0], version: 'not a version' }];
  const { adapter } = backend(() => Response.json({ ...page, items }));
  const error = await unreadable(adapter.getQueue({}));
  assert.equal(error.message, 'unreadable: getQueue: items.1.version');
});

test('a thousand faults are told by the first few', async () => {
  const page = fixtures.aQueuePage();
  const items = Array.from({ length: 1000 }, () => ({}));
  const { adapter } = backend(() => Response.json({ ...page, items }));
  assert.ok((await unreadable(adapter.getQueue({}))).message.length < 300);
});

test('a place as long as a host likes is told in short', async () => {
  const refusals = { ['x'.repeat(1e6)]: 1 };
  const { adapter } = backend(() => Response.json({ ...fixtures.aSnapshot(), refusals }));
  assert.ok((await unreadable(adapter.getSnapshot('sub_42'))).detail!.length < 300);
});

test('a page of HTML, half of a JSON, nothing, or the wrong thing is unreadable', async () => {
  const bodies = [
    '<!doctype html><title>Sign in</title>',
    JSON.stringify(fixtures.aSnapshot()).slice(0, -1),
    '',
    'null',
    '[]',
    '"text"',
    `\u0000${JSON.stringify(fixtures.aSnapshot())}`,
  ];
  for (const body of bodies) {
    const { adapter } = backend(() => new Response(body));
    await unreadable(adapter.getSnapshot('sub_42'));
    assert.ok((await unreadable(adapter.createCredentials('sub_42', 'sandbox'))).outcomeUnknown);
  }
});

test('whoever looks for the fault hears whether it was JSON at all, and whether a map threw', async () => {
  const { adapter } = backend(() => new Response('<!doctype html><title>Sign in</title>'));
  assert.equal((await unreadable(adapter.getSnapshot('sub_42'))).detail, 'getSnapshot: no JSON');
  const response = ({ data }: { data: { phase: string } }) => ({ phase: data.phase });
  const { adapter: mapped } = backend(() => Response.json({}), {
    map: { getSnapshot: { response } },
  });
  const { detail } = await unreadable(mapped.getSnapshot('sub_42'));
  assert.equal(detail, 'getSnapshot: map threw TypeError');
  const { adapter: other } = backend(() => Response.json([]));
  assert.equal((await unreadable(other.getSnapshot('sub_42'))).detail, 'getSnapshot: the whole');
});

test('a form nested without an end is unreadable', async () => {
  const depth = 20_000;
  const when = `${'{"all":['.repeat(depth)}${']}'.repeat(depth)}`;
  const text = JSON.stringify(fixtures.aForm()).replace(
    '"showWhen":{',
    `"showWhen":${when},"old":{`,
  );
  const { adapter } = backend(() => new Response(text));
  await unreadable(adapter.getForm('sub_42'));
});

test('unknown keys of a newer host do not get in', async () => {
  const { adapter } = backend(() => Response.json({ ...fixtures.aSnapshot(), secret: 'canary' }));
  assert.deepEqual(await adapter.getSnapshot('sub_42'), fixtures.aSnapshot());
});

test('a byte order mark before the JSON does no harm', async () => {
  const { adapter } = backend(() => new Response(`\uFEFF${JSON.stringify(fixtures.aTestData())}`));
  assert.deepEqual(await adapter.getTestData('sub_42'), fixtures.aTestData());
});
