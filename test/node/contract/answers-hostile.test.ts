import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  answers as anyAnswersOfContract,
  answersSchema,
  checkAnswers,
  fieldKind,
  submissionBody,
  visibleAnswers,
  visibleSteps,
  type Answers,
  type Field,
  type Form,
} from '../../../src/contract/index.js';
import { anyForm } from './forms.arbitrary.js';

const formOf = (...fields: (Partial<Field> & { id: string })[]): Form => ({
  id: 'x',
  version: 'v',
  title: 'X',
  steps: [
    { id: 's', title: 'S', fields: fields.map((each) => ({ kind: 'text', label: 'F', ...each })) },
  ],
});

const hostileText = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '\ud800', '\udc00x', '😀', '\0'),
  fc.string({ unit: 'binary' }),
);
const hostileNumber = fc.constantFrom(
  '1e400',
  '-1e400',
  '-0',
  '1e-400',
  '9007199254740993',
  '1e308',
);
/** JSON as it arrives: with numbers that are too large, and keys that mean something elsewhere. */
const anyJson = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText.map((text) => JSON.stringify(text)),
    hostileNumber,
    fc.constantFrom('null', 'true', 'false'),
    fc.array(tie('value'), { maxLength: 3 }).map((each) => `[${each.join()}]`),
    tie('object'),
  ),
  object: fc
    .array(
      fc.tuple(fc.oneof(hostileText, fc.constantFrom('a', 'b', 'c', 'id', 'name')), tie('value')),
      {
        maxLength: 4,
      },
    )
    .map((each) => `{${each.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
}));

test('whatever JSON arrives, the answer is what is wrong with it, never an exception', () => {
  fc.assert(
    fc.property(anyForm, fc.oneof(anyJson.value, anyJson.object), (form, text) => {
      const given: unknown = JSON.parse(text);
      const errors = checkAnswers(form, given);
      const result = answersSchema(form).safeParse(given);
      assert.equal(result.success, errors.length === 0, text);
      assert.equal(Object.getPrototypeOf({}), Object.prototype);
    }),
    { numRuns: 1000 },
  );
});

test('an answer under __proto__ is refused, by the schema and by the body it comes in', () => {
  const form = formOf({ id: 'a' });
  for (const text of ['{"a":"x","__proto__":"y"}', '{"a":"x","__proto__":{"b":1}}']) {
    const given: unknown = JSON.parse(text);
    assert.deepEqual(checkAnswers(form, given), [{ fieldId: '__proto__', code: 'unknown_field' }]);
    assert.equal(answersSchema(form).safeParse(given).success, false);
    const result = anyAnswersOfContract.safeParse(given);
    assert.deepEqual(
      result.error?.issues.map(({ path }) => path),
      [['__proto__']],
    );
    assert.equal(submissionBody.safeParse({ answers: given, formVersion: 'v' }).success, false);
    assert.deepEqual(visibleAnswers(form, given as Answers), { a: 'x' });
  }
});

test('what is no object of answers has the code type, at no field', () => {
  for (const given of [null, undefined, 'x', 7, true, [], ['x']]) {
    assert.deepEqual(checkAnswers(formOf({ id: 'a' }), given), [{ fieldId: '', code: 'type' }]);
    const result = answersSchema(formOf({ id: 'a' })).safeParse(given);
    assert.deepEqual(
      result.error?.issues.map(({ path }) => path),
      [[]],
    );
  }
});

test('what is wrong in one place hides nothing that is wrong elsewhere', () => {
  const form = formOf({ id: 'a' }, { id: 'b', required: true }, { id: 'c', kind: 'file' });
  const given = { a: { deep: [{}] }, c: null, d: null };
  assert.deepEqual(checkAnswers(form, given), [
    { fieldId: 'a', code: 'type' },
    { fieldId: 'b', code: 'required' },
    { fieldId: 'c', code: 'type' },
    { fieldId: 'd', code: 'unknown_field' },
  ]);
});

test('answers of a megabyte are checked, with a pattern too', () => {
  const long = 'ab'.repeat(524_288);
  for (const kind of fieldKind.options) {
    const options = [{ value: 'x', label: 'X' }];
    checkAnswers(formOf({ id: 'a', kind, options }), { a: long });
    checkAnswers(formOf({ id: 'a', kind, options }), { a: [long] });
  }
  checkAnswers(formOf({ id: 'a' }), { [long]: long });
  assert.deepEqual(checkAnswers(formOf({ id: 'a', maxLength: 5 }), { a: long }), [
    { fieldId: 'a', code: 'max_length' },
  ]);
  assert.deepEqual(checkAnswers(formOf({ id: 'a' }), { a: long }), []);
  // Longer than any engine has room for: it does not fit, and nothing is thrown.
  const pattern = formOf({ id: 'a', pattern: '(?:a|b)+c?' });
  checkAnswers(pattern, { a: long });
  assert.ok(checkAnswers(pattern, { a: `${long.repeat(10)}!` }).length > 0);
});

test('the steps of a form may be asked for with anything that a draft holds', () => {
  fc.assert(
    fc.property(anyForm, anyJson.object, (form, text) => {
      visibleSteps(form, JSON.parse(text) as Answers);
      visibleAnswers(form, JSON.parse(text) as Answers);
    }),
  );
});
