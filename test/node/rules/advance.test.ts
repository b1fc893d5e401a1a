import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { action, phase, status, type Action } from '../../../src/contract/index.js';
import { advance, Refused, type Asked, type Situation } from '../../../src/rules/index.js';
import { aSituation, expectedRefusal, NOW, sorts } from './situations.js';

const at = (over: Partial<Situation>) => Object.freeze(aSituation(over));

test('the phase after each act that moves it', () => {
  const reviewed = at({ role: 'reviewer', phase: 'in_review' });
  const moves: [Situation, Action, Asked, Partial<Situation>][] = [
    [
      at({ phase: 'sandbox', changesRequested: true }),
      'submit',
      { formVersion: 'f3', answersFit: true },
      { phase: 'in_review', changesRequested: false },
    ],
    [reviewed, 'approve', { versionMatches: true }, { phase: 'production' }],
    [reviewed, 'reject', { versionMatches: true }, { phase: 'rejected' }],
    [
      reviewed,
      'request_changes',
      { versionMatches: true, notes: 'Please look again.' },
      { phase: 'sandbox', changesRequested: true },
    ],
    [
      at({ phase: 'rejected' }),
      'submit',
      { rejectedMayResubmit: true },
      { phase: 'in_review', changesRequested: false },
    ],
  ];
  for (const [before, act, asked, after] of moves) {
    assert.deepEqual(advance(before, act, asked), { ...before, ...after }, act);
  }
});

test('every other act leaves the phase alone', () => {
  const moving: Action[] = ['submit', 'approve', 'reject', 'request_changes'];
  const situation = at({
    phase: 'production',
    credentials: { sandbox: sorts['rotated']!, production: sorts['rotated']! },
  });
  for (const act of action.options) {
    if (moving.includes(act) || expectedRefusal(situation, act)) continue;
    assert.deepEqual(advance(situation, act, { now: NOW }), situation, act);
  }
});

test('a decision is its own, so the flag that it leaves is that of its outcome', () => {
  const reviewed = at({ role: 'reviewer', phase: 'in_review', changesRequested: false });
  assert.equal(advance(reviewed, 'approve').changesRequested, false);
  assert.equal(advance(reviewed, 'reject').changesRequested, false);
});

test('what the host keeps beside the rules comes through', () => {
  const record = { ...aSituation(), owner: 'Dev Eloper' };
  assert.equal(advance(record, 'submit').owner, 'Dev Eloper');
});

const anySituation = fc
  .record({
    phase: fc.constantFrom(...phase.options),
    status: fc.constantFrom(...status.options),
    role: fc.constantFrom('developer' as const, 'reviewer' as const),
    changesRequested: fc.boolean(),
  })
  .map((over) => at(over));

const anyAsked = fc.record(
  {
    versionMatches: fc.boolean(),
    own: fc.boolean(),
    notes: fc.constantFrom(null, '', ' \n', 'Please look again.'),
    formVersion: fc.constantFrom('f3', 'f2', null),
    answersFit: fc.boolean(),
    secretId: fc.constantFrom('sec_1', 'sec_2'),
    rejectedMayResubmit: fc.boolean(),
    now: fc.constant(NOW),
  },
  { requiredKeys: ['now'] },
) as fc.Arbitrary<Asked>;

test('a refused act throws its code and changes nothing', () => {
  fc.assert(
    fc.property(
      anySituation,
      fc.constantFrom(...action.options),
      anyAsked,
      (before, act, asked) => {
        const copy = structuredClone(before);
        // An act is a request, so notes that are not there are missing.
        const expected = expectedRefusal(before, act, { ...asked, notes: asked.notes ?? null });
        if (expected) {
          assert.throws(
            () => advance(before, act, asked),
            (thrown) => thrown instanceof Refused && thrown.code === expected,
          );
        } else {
          advance(before, act, asked);
        }
        assert.deepEqual(before, copy);
      },
    ),
    { numRuns: 1000 },
  );
});

test('changes are never requested without notes', () => {
  const blank: Asked[] = [{}, { notes: null }, { notes: '' }, { notes: ' \t\n\u2003\ufeff' }];
  const reviewed = at({ role: 'reviewer', phase: 'in_review' });
  for (const asked of blank) {
    assert.throws(() => advance(reviewed, 'request_changes', asked), { code: 'notes_required' });
  }
});
