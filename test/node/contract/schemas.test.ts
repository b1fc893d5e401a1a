import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod/mini';
import * as contract from '../../../src/contract/index.js';
import * as fixtures from './fixtures.js';

/** Every schema of a body with a full, valid one. */
const bodies: Record<string, [schema: z.ZodMiniType, body: () => unknown]> = {
  credential: [contract.credential, fixtures.aCredential],
  'credential while a rotation overlaps': [contract.credential, fixtures.aRotatedCredential],
  'credential without a secret': [contract.credential, fixtures.aSecretlessCredential],
  issuedCredential: [contract.issuedCredential, fixtures.anIssuedCredential],
  issuedToken: [contract.issuedToken, fixtures.anIssuedToken],
  rotation: [contract.rotation, () => ({ overlapSeconds: 3600, name: 'client_secret' })],
  retirement: [contract.retirement, () => ({ secretId: 'sec_1' })],
  delivery: [contract.delivery, fixtures.aDelivery],
  review: [contract.review, fixtures.aReview],
  snapshot: [contract.snapshot, fixtures.aSnapshot],
  form: [contract.form, fixtures.aForm],
  submission: [contract.submission, fixtures.aSubmission],
  draft: [contract.draft, fixtures.aDraft],
  submissionBody: [contract.submissionBody, fixtures.aSubmissionBody],
  testData: [contract.testData, fixtures.aTestData],
  activityEntry: [contract.activityEntry, fixtures.anActivityEntry],
  activityPage: [contract.activityPage, fixtures.anActivityPage],
  queueItem: [contract.queueItem, fixtures.aQueueItem],
  queuePage: [contract.queuePage, fixtures.aQueuePage],
  reviewDetail: [contract.reviewDetail, fixtures.aReviewDetail],
  decision: [contract.decision, fixtures.aDecision],
  bulkDecision: [contract.bulkDecision, fixtures.aBulkDecision],
  bulkResults: [contract.bulkResults, fixtures.someBulkResults],
  problem: [contract.problem, fixtures.aProblem],
};

/** Where a body is a map of the host's own keys, so that no key can be missing or unknown. */
const isOpenMap = (path: string) => /(^|\.)(refusals|answers)$/.test(path);

/** Every object in a body, each with its path. */
function* objectsIn(body: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof body !== 'object' || body === null) return;
  if (!Array.isArray(body)) yield [path, body as Record<string, unknown>];
  for (const [key, value] of Object.entries(body)) {
    yield* objectsIn(value, path ? `${path}.${key}` : key);
  }
}

/** The keys that the contract marks with `?`. */
const optional: Record<string, string[]> = {
  rotation: ['overlapSeconds', 'name'],
  activityEntry: ['lane', 'attempt', 'notes'],
  issuedToken: ['curl'],
  problem: ['type', 'title', 'status', 'detail', 'errors'],
};
const optionalAnywhere = [
  ...['sandboxDocs', 'sandboxEndpoint', 'productionEndpoint', 'checkout'],
  ...['help', 'required', 'placeholder', 'default', 'options', 'min', 'max', 'minLength'],
  ...['maxLength', 'pattern', 'patternMessage', 'showWhen', 'description', 'hint', 'value'],
];

function isOptional(name: string, path: string, key: string): boolean {
  if (path === '' && optional[name]?.includes(key)) return true;
  if (/(^|\.)(entries|activity)\.\d+$/.test(path) && optional.activityEntry!.includes(key)) {
    return name !== 'testData';
  }
  if (/results\.\d+$/.test(path)) return key === 'version' || key === 'problem';
  if (path.endsWith('problem')) return key !== 'code';
  if (path.endsWith('audit')) return key === 'size' || key === 'type';
  if (/(testData|entries)\.\d+$/.test(path)) return false;
  if (/options\.\d+$/.test(path)) return false;
  if (/(revealed|secrets)\.\d+$/.test(path)) return false;
  return optionalAnywhere.includes(key);
}

for (const [name, [schema, body]] of Object.entries(bodies)) {
  test(`${name}: a full body passes as it is`, () => {
    assert.deepEqual(schema.parse(body()), body());
  });

  test(`${name}: what passed travels as JSON and passes again`, () => {
    assert.deepEqual(schema.parse(JSON.parse(JSON.stringify(body()))), body());
  });

  test(`${name}: unknown keys are tolerated anywhere, and dropped`, () => {
    const changed = body();
    for (const [path, object] of [...objectsIn(changed)]) {
      if (!isOpenMap(path)) object['newSince2027'] = { any: ['thing', null] };
    }
    assert.deepEqual(schema.parse(changed), body());
  });

  test(`${name}: no key that must be there can be missing`, () => {
    for (const [path, object] of objectsIn(body())) {
      if (isOpenMap(path) || path.includes('showWhen')) continue;
      for (const key of Object.keys(object)) {
        if (isOptional(name, path, key)) continue;
        const changed = body();
        const place = [...objectsIn(changed)].find(([other]) => other === path)![1];
        delete place[key];
        assert.equal(schema.safeParse(changed).success, false, `without ${path}.${key}`);
      }
    }
  });

  test(`${name}: null never stands for an absent key, nor for a value`, () => {
    for (const [path, object] of objectsIn(body())) {
      for (const key of Object.keys(object)) {
        if (nullable.includes(key)) continue;
        const changed = body();
        const place = [...objectsIn(changed)].find(([other]) => other === path)![1];
        place[key] = null;
        assert.equal(schema.safeParse(changed).success, false, `null at ${path}.${key}`);
      }
    }
  });

  test(`${name}: null, a text, a number, a list are none`, () => {
    for (const other of [null, undefined, 'text', 7, true, [], [body()]]) {
      assert.equal(schema.safeParse(other).success, false);
    }
  });
}

/** The keys that the contract lets be null, wherever they stand. */
const nullable = [
  ...['expiresAt', 'deliveredAt', 'validUntil', 'accessToken', 'sandbox', 'production'],
  ...['submission', 'review', 'formVersion', 'form', 'notes', 'reviewer', 'previous'],
  ...['nextCursor', 'decidedAt', 'actor'],
];

test('null passes exactly where the contract says so', () => {
  const { credential, snapshot, submission, reviewDetail, queuePage, review } = contract;
  const passes = (schema: z.ZodMiniType, body: unknown) => schema.safeParse(body).success;
  const detail = fixtures.aReviewDetail();
  assert.ok(passes(credential, fixtures.aCredential({ expiresAt: null, deliveredAt: null })));
  assert.ok(passes(snapshot, fixtures.aSnapshot({ submission: null, review: null })));
  assert.ok(passes(snapshot, fixtures.aSnapshot({ hasForm: false, formVersion: null })));
  assert.ok(
    passes(snapshot, fixtures.aSnapshot({ credentials: { sandbox: null, production: null } })),
  );
  assert.ok(passes(submission, fixtures.aSubmission({ form: null, review: null })));
  assert.ok(passes(review, fixtures.aReview({ notes: null, reviewer: null })));
  assert.ok(passes(reviewDetail, { ...detail, previous: null }));
  assert.ok(passes(queuePage, fixtures.aQueuePage({ nextCursor: null })));
  assert.ok(!passes(reviewDetail, { ...detail, submission: null }));
  assert.ok(!passes(contract.activityEntry, { ...fixtures.anActivityEntry(), notes: null }));
});

test('words outside the contract are refused', () => {
  const snapshots = [
    { phase: 'retired' },
    { phase: 'Sandbox' },
    { status: 'paused' },
    { role: 'admin' },
    { allowedActions: ['approve', 'launch'] },
    { allowedActions: ['regenerate'] },
    { locks: { sandbox: [], production: ['raining'] } },
  ];
  for (const wrong of snapshots) {
    const body = { ...fixtures.aSnapshot(), ...wrong };
    assert.equal(contract.snapshot.safeParse(body).success, false, JSON.stringify(wrong));
  }
  assert.ok(!contract.credential.safeParse({ ...fixtures.aCredential(), lane: 'staging' }).success);
  assert.ok(!contract.decision.safeParse({ ...fixtures.aDecision(), outcome: 'maybe' }).success);
  assert.ok(!contract.queueItem.safeParse({ ...fixtures.aQueueItem(), state: 'open' }).success);
});

test('a kind of activity or credential that nobody knows yet passes as it is', () => {
  const entry = fixtures.anActivityEntry({ kind: 'moon_landed' });
  assert.deepEqual(contract.activityEntry.parse(entry), entry);
  const credential = fixtures.aCredential({ kind: 'carrier_pigeon' });
  assert.deepEqual(contract.credential.parse(credential), credential);
});

test("a host's own code for a refusal passes", () => {
  const refusals = { approve: 'office_closed' };
  assert.deepEqual(contract.snapshot.parse(fixtures.aSnapshot({ refusals })).refusals, refusals);
});
