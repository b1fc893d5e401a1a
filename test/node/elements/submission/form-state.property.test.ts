import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkAnswers, type DraftBody, type Form } from '../../../../src/contract/index.js';
import { changeForm, openForm } from '../../../../src/elements/submission/form-opening.js';
import {
  back,
  enter,
  firstMisfit,
  leave,
  mend,
  next,
  refuse,
  settle,
  submissionOf,
} from '../../../../src/elements/submission/form-acts.js';
import {
  draftOf,
  goTo,
  stepsOf,
  type FormState,
} from '../../../../src/elements/submission/form-state.js';
import { anyAnswer, anyAnswers, anyForm } from '../../contract/forms.arbitrary.js';

type Move = (state: FormState) => FormState;

const walk: fc.Arbitrary<Move> = fc.oneof(
  fc.constant<Move>(next),
  fc.constant<Move>(back),
  fc.nat(5).map<Move>((place) => (state) => {
    const steps = stepsOf(state);
    return goTo(state, steps[place % steps.length]!.index);
  }),
  fc.nat(9).map<Move>((place) => (state) => leave(state, idAt(state.form, place))),
  fc.constant<Move>((state) => firstMisfit(state) ?? state),
  fc.nat(9).map<Move>((place) => (state) => refuse(state, [[idAt(state.form, place), 'no']])),
  fc.nat(5).map<Move>((place) => (state) => {
    const steps = stepsOf(state);
    return mend(state, steps[place % steps.length]!.index);
  }),
);

const write: fc.Arbitrary<Move> = fc.tuple(fc.nat(9), anyAnswer).map(
  ([place, answer]) =>
    (state) =>
      enter(state, idAt(state.form, place), answer),
);

function idAt(form: Form, place: number): string {
  const ids = form.steps.flatMap(({ fields }) => fields.map(({ id }) => id));
  return ids[place % ids.length]!;
}

const moves = (move: fc.Arbitrary<Move>) => fc.array(move, { maxLength: 20 });
const play = (state: FormState, all: Move[]) => all.reduce((now, move) => move(now), state);

test('moving about never loses an answer', () => {
  fc.assert(
    fc.property(anyForm, moves(write), moves(walk), (form, writes, walks) => {
      const filled = play(openForm({ form }), writes);
      assert.deepEqual(play(filled, walks).typed, filled.typed);
    }),
  );
});

/** Answers a question of the open step, as a person does. */
const answerHere: fc.Arbitrary<Move> = fc
  .tuple(fc.nat(9), anyAnswer)
  .map(([place, answer]) => (state) => {
    const { fields } = stepsOf(state).find(({ index }) => index === state.at)!;
    return fields.length > 0 ? enter(state, fields[place % fields.length]!.id, answer) : state;
  });

test('whatever a person does, the step that is open is one that is shown', () => {
  fc.assert(
    fc.property(anyForm, moves(fc.oneof(walk, answerHere)), (form, all) => {
      let state = openForm({ form });
      for (const move of all) {
        state = settle(move(state));
        assert.ok(stepsOf(state).some(({ index }) => index === state.at));
        assert.ok(state.seen >= state.at);
      }
    }),
  );
});

test('next moves on exactly when the step has no error', () => {
  fc.assert(
    fc.property(anyForm, moves(write), (form, writes) => {
      const state = play(openForm({ form }), writes);
      const here = stepsOf(state).find(({ index }) => index === state.at);
      if (!here?.step) return;
      const after = next(state);
      assert.equal(after.at > state.at, here.errors.length === 0);
      assert.equal(after.summary !== undefined, here.errors.length > 0);
    }),
  );
});

test('what is submitted always passes the check of the server', () => {
  let submitted = 0;
  fc.assert(
    fc.property(anyForm, anyAnswers, moves(fc.oneof(write, walk)), (form, answers, all) => {
      const draft = { formVersion: form.version, answers, step: 0 };
      const state = play(openForm({ form, draft }), all);
      const body = submissionOf(state);
      const isFine = firstMisfit(state) === undefined;
      assert.equal(checkAnswers(form, body.answers).length === 0, isFine);
      if (isFine) submitted += 1;
    }),
    { numRuns: 500 },
  );
  // Far fewer than there are by chance: it only says that the check was made at all.
  assert.ok(submitted > 5, `only ${submitted} were complete`);
});

test('a draft opens as it was put aside', () => {
  fc.assert(
    fc.property(anyForm, moves(fc.oneof(write, walk)), (form, all) => {
      const text = JSON.stringify(draftOf(play(openForm({ form }), all)));
      const draft = JSON.parse(text) as DraftBody;
      const again = openForm({ form, draft });
      // A box without an answer, which nobody can enter, says no again.
      const boxes = form.steps.flatMap(({ fields }) =>
        fields.filter(({ kind }) => kind === 'boolean').map(({ id }) => [id, false] as const),
      );
      const expected = { ...Object.fromEntries(boxes), ...draft.answers };
      assert.deepEqual(JSON.parse(JSON.stringify(draftOf(again).answers)), expected);
    }),
  );
});

test('another form loses no answer unsaid', () => {
  fc.assert(
    fc.property(anyForm, anyForm, moves(write), (form, other, writes) => {
      const state = play(openForm({ form }), writes);
      const before = draftOf(state).answers;
      const after = changeForm(state, { ...other, version: 'other' });
      for (const [fieldId, answer] of Object.entries(before)) {
        const isKept = Object.is(after.typed.get(fieldId), answer);
        const isTold = after.misfit!.rest.some((each) => each.fieldId === fieldId);
        assert.ok(isKept || isTold, `${fieldId} is lost`);
      }
      assert.ok(stepsOf(after).some(({ index }) => index === after.at));
    }),
  );
});
