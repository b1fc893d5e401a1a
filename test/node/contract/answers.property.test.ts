import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allFields,
  answersSchema,
  checkAnswers,
  checkForm,
  visibleAnswers,
  type AnswerError,
  type Answers,
  type Form,
} from '../../../src/contract/index.js';
import { anyAnswers, anyForm, fitting } from './forms.arbitrary.js';
import { faultsOf } from './forms.oracle.js';

const byField = (errors: readonly AnswerError[]) =>
  Object.fromEntries(errors.map(({ fieldId, code }) => [fieldId, code]));

/** What the schema says, in the words of `checkAnswers`. */
function parsed(form: Form, answers: unknown): AnswerError[] {
  const result = answersSchema(form).safeParse(answers);
  return result.success
    ? []
    : result.error.issues.map(({ path, ...issue }) => ({
        fieldId: path.map(String).join('.'),
        code: (issue.code === 'custom' ? issue.params?.['code'] : issue.code) as never,
      }));
}

/** Answers that fit, made of any: what is wrong is taken out or put right. */
function mended(form: Form, answers: Answers): Answers {
  let present = answers;
  for (let round = 0; round < 20; round += 1) {
    present = visibleAnswers(form, present);
    const errors = checkAnswers(form, present);
    if (errors.length === 0) return present;
    for (const { fieldId } of errors) {
      const { kind } = allFields(form).find(({ id }) => id === fieldId)!;
      if (kind !== 'info') present = { ...present, [fieldId]: fitting[kind] };
    }
  }
  throw new Error('what fits each field fits no form');
}

test('every form made here is without a mistake', () => {
  fc.assert(fc.property(anyForm, checkForm));
});

test('each code stands where an independent reading of the contract says so', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const faults = faultsOf(form, answers);
      for (const code of Object.values(faults)) seen.add(code);
      assert.deepEqual(byField(checkAnswers(form, answers)), faults);
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual(
    [...seen].toSorted(),
    ['date', 'email', 'hidden_field', 'max', 'max_length', 'min', 'min_length', 'option', 'pattern']
      .concat('required', 'type', 'unknown_field', 'url')
      .toSorted(),
  );
});

test('the schema and the check say the same, in the order of the form', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const errors = checkAnswers(form, answers);
      assert.deepEqual(parsed(form, answers), errors);
      const order = allFields(form).map(({ id }) => id);
      const places = errors
        .filter(({ fieldId, code }) => code !== 'hidden_field' && order.includes(fieldId))
        .map(({ fieldId }) => order.indexOf(fieldId));
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
      );
    }),
    { numRuns: 500 },
  );
});

test('answers that are accepted stay so, whatever way they travel', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const good = mended(form, answers);
      const travelled = JSON.parse(JSON.stringify(good)) as Answers;
      const kept = answersSchema(form).parse(travelled);
      assert.deepEqual(kept, travelled);
      assert.deepEqual(faultsOf(form, kept), {});
      assert.deepEqual(checkAnswers(JSON.parse(JSON.stringify(form)) as Form, kept), []);
      assert.deepEqual(visibleAnswers(form, kept), kept);
    }),
    { numRuns: 500 },
  );
});

test('one change of accepted answers is told of as what it is', () => {
  const change = fc.tuple(fc.nat(), fc.option(anyAnswers, { nil: undefined }));
  fc.assert(
    fc.property(anyForm, anyAnswers, change, (form, answers, [at, others]) => {
      const good = mended(form, answers);
      const fieldId = Object.keys(good)[at % Object.keys(good).length] ?? 'nobody';
      const { [fieldId]: _, ...rest } = good;
      const changed = others ? { ...rest, [fieldId]: Object.values(others)[0] ?? 'x' } : rest;
      assert.deepEqual(byField(checkAnswers(form, changed)), faultsOf(form, changed));
    }),
    { numRuns: 1000 },
  );
});
