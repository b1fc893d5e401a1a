import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { action, type Action, type Status } from '../../../src/contract/index.js';
import { advance, locksOf, permissions, Refused, type Asked } from '../../../src/rules/index.js';
import { aCredential, aRotatedCredential } from '../contract/fixtures.js';
import { aSituation } from './situations.js';

/** What may happen to a subscription: somebody acts, or money and contracts do. */
type Event = { act: Action; by: 'developer' | 'reviewer'; asked: Asked } | { becomes: Status };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom(...action.options),
      by: fc.constantFrom('developer' as const, 'reviewer' as const),
      asked: fc.record(
        {
          versionMatches: fc.boolean(),
          own: fc.boolean(),
          notes: fc.constantFrom(null, ' ', 'Please look again.'),
          answersFit: fc.boolean(),
          rejectedMayResubmit: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Event>(
      { act: 'create_credentials:sandbox', by: 'developer', asked: {} },
      { act: 'submit', by: 'developer', asked: {} },
      { act: 'approve', by: 'reviewer', asked: {} },
      { act: 'create_credentials:production', by: 'developer', asked: {} },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Status>('active', 'pending_payment', 'payment_failed', 'cancelled', 'expired')
      .map((becomes) => ({ becomes })),
  },
);

/** A host that knows nothing but the rules. It tells what was done, and keeps books of its own. */
function run(events: readonly Event[]) {
  let situation = aSituation({
    status: 'pending_payment',
    credentials: { sandbox: null, production: null },
  });
  const done: Action[] = [];
  const books = { approved: false, paid: false, submitted: false };
  for (const event of events) {
    if ('becomes' in event) {
      situation = { ...situation, status: event.becomes };
      books.paid = event.becomes === 'active';
      continue;
    }
    const before = situation;
    try {
      situation = advance({ ...situation, role: event.by }, event.act, event.asked);
    } catch (thrown) {
      assert.ok(thrown instanceof Refused);
      assert.equal(situation, before);
      continue;
    }
    done.push(event.act);
    if (event.act.endsWith(':production') && event.act !== 'retire_secret:production') {
      assert.ok(books.approved && books.paid, `${event.act} without approval and payment`);
    }
    if (event.act === 'approve') {
      assert.ok(books.submitted, 'approved what nobody submitted');
      books.approved = true;
    }
    if (event.act === 'submit') {
      assert.ok(situation.credentials.sandbox, 'submitted without sandbox credentials');
      books.submitted = true;
    }
    if (/^(approve|reject|request_changes)$/.test(event.act)) books.submitted = false;
    if (event.act === 'request_changes') assert.ok(event.asked.notes?.trim());
    const [verb, lane] = event.act.split(':') as [string, 'sandbox' | 'production'];
    if (verb === 'create_credentials' || verb === 'regenerate') {
      situation = {
        ...situation,
        credentials: { ...situation.credentials, [lane]: aCredential({ lane }) },
      };
    }
    if (verb === 'rotate_secret') {
      situation = {
        ...situation,
        credentials: { ...situation.credentials, [lane]: aRotatedCredential({ lane }) },
      };
    }
  }
  return { situation, done };
}

test('no way leads to production credentials but through approval and payment', () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40, size: 'max' }), (events) => {
      const { done } = run(events);
      if (done.includes('create_credentials:production')) reached += 1;
      assert.ok(done.filter((act) => act === 'create_credentials:production').length <= 1);
    }),
    { numRuns: 1000 },
  );
  assert.ok(reached > 0, 'the test itself would never get there');
});

test('a flag for requested changes stands in sandbox alone', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40, size: 'max' }), (events) => {
      const { situation } = run(events);
      assert.ok(!situation.changesRequested || situation.phase === 'sandbox');
    }),
  );
});

test('a locked lane allows nothing of its own but to retire a secret', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40, size: 'max' }), (events) => {
      const { situation } = run(events);
      const { allowedActions } = permissions({ ...situation, role: 'developer' });
      for (const lane of ['sandbox', 'production'] as const) {
        if (locksOf(situation, lane).length === 0) continue;
        const left = allowedActions.filter((act) => act.endsWith(`:${lane}`));
        assert.deepEqual(
          left.filter((act) => act !== `retire_secret:${lane}`),
          [],
        );
      }
    }),
  );
});
