import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action, lane, phase, status, type Action } from '../../../src/contract/index.js';
import { locksOf, permissions, refusalOf, type Asked } from '../../../src/rules/index.js';
import {
  aSituation,
  everySituation,
  expectedLocks,
  expectedRefusal,
  NOW,
  sorts,
} from './situations.js';

const agree = (situation: ReturnType<typeof aSituation>, act: Action, asked: Asked) => {
  const found = refusalOf(situation, act, asked);
  const expected = expectedRefusal(situation, act, asked);
  // A message for each of half a million would take longer than the question.
  if (found !== expected) {
    assert.equal(found, expected, JSON.stringify({ act, asked, situation }));
  }
};

test('every action in every situation is refused with the contract’s code, or allowed', () => {
  let asked = 0;
  for (const situation of everySituation()) {
    for (const act of action.options) {
      agree(situation, act, { now: NOW });
      asked += 1;
    }
  }
  assert.equal(asked, 4 * 6 * 2 * 5 * 5 * 2 * 2 * 16 * 15);
});

test('a decision is refused for its version, phase, author and notes, in this order', () => {
  for (const at of phase.options)
    for (const money of status.options)
      for (const versionMatches of [undefined, true, false])
        for (const own of [undefined, true, false])
          for (const notes of [undefined, null, '', ' \n\t\u00a0\u3000', 'Please look again.'])
            for (const act of ['approve', 'reject', 'request_changes'] as const) {
              const asked = {
                ...(versionMatches === undefined ? {} : { versionMatches }),
                ...(own === undefined ? {} : { own }),
                ...(notes === undefined ? {} : { notes }),
              };
              agree(aSituation({ role: 'reviewer', phase: at, status: money }), act, asked);
            }
});

test('a submission is refused for its form and answers last', () => {
  for (const at of phase.options)
    for (const money of status.options)
      for (const sandbox of Object.values(sorts))
        for (const present of ['f3', null])
          for (const formVersion of [undefined, 'f3', 'f2', null])
            for (const answersFit of [undefined, true, false])
              for (const rejectedMayResubmit of [undefined, true, false])
                for (const act of ['submit', 'save_draft'] as const) {
                  const situation = aSituation({
                    phase: at,
                    status: money,
                    credentials: { sandbox, production: null },
                    hasForm: present !== null,
                    formVersion: present,
                  });
                  agree(situation, act, {
                    ...(formVersion === undefined ? {} : { formVersion }),
                    ...(answersFit === undefined ? {} : { answersFit }),
                    ...(rejectedMayResubmit === undefined ? {} : { rejectedMayResubmit }),
                  });
                }
});

test('a draft’s answers and form are not checked', () => {
  const asked = { formVersion: 'long ago', answersFit: false };
  assert.equal(refusalOf(aSituation(), 'save_draft', asked), undefined);
});

test('an old secret is retired by its id, whatever locks the lane', () => {
  for (const at of phase.options)
    for (const money of status.options)
      for (const each of lane.options)
        for (const sort of Object.values(sorts))
          for (const secretId of [undefined, 'sec_1', 'sec_2', 'sec_9'])
            agree(
              aSituation({
                phase: at,
                status: money,
                credentials: { sandbox: null, production: null, [each]: sort },
              }),
              `retire_secret:${each}`,
              secretId === undefined ? {} : { secretId },
            );
});

test('a lane tells all of its locks, in the contract’s order', () => {
  for (const at of phase.options) {
    for (const money of status.options) {
      const situation = aSituation({ phase: at, status: money });
      for (const each of lane.options) {
        assert.deepEqual(
          locksOf(situation, each),
          expectedLocks(situation, each),
          `${at} ${money}`,
        );
      }
    }
  }
  assert.deepEqual(locksOf({ phase: 'rejected', status: 'payment_failed' }, 'production'), [
    'rejected',
    'payment_failed',
  ]);
  assert.deepEqual(locksOf({ phase: 'production', status: 'active' }, 'production'), []);
  assert.deepEqual(locksOf({ phase: 'rejected', status: 'pending_payment' }, 'sandbox'), []);
});

test('what a host tells is each action once, allowed or with its code', () => {
  for (const at of phase.options) {
    for (const money of status.options) {
      for (const role of ['developer', 'reviewer'] as const) {
        const situation = aSituation({ phase: at, status: money, role });
        const { allowedActions, refusals } = permissions(situation, { now: NOW });
        for (const act of action.options) {
          const code = expectedRefusal(situation, act);
          assert.equal(refusals[act], code);
          assert.equal(allowedActions.includes(act), code === undefined);
        }
        assert.equal(new Set(allowedActions).size, allowedActions.length);
      }
    }
  }
});

test('a host that lets a rejected subscription submit again tells both acts as allowed', () => {
  const { allowedActions } = permissions(aSituation({ phase: 'rejected' }), {
    rejectedMayResubmit: true,
  });
  assert.ok(allowedActions.includes('submit') && allowedActions.includes('save_draft'));
  const usual = permissions(aSituation({ phase: 'rejected' }));
  assert.equal(usual.refusals.submit, 'rejected');
  assert.equal(usual.refusals.save_draft, 'rejected');
});
