import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answersSchema,
  checkAnswers,
  visibleAnswers,
  type Answers,
  type Field,
  type Form,
} from '../../../src/contract/index.js';
import { aForm, goodAnswers } from './fixtures.js';

const formOf = (...fields: (Partial<Field> & { id: string })[]): Form => ({
  id: 'x',
  version: 'v',
  title: 'X',
  steps: [
    { id: 's', title: 'S', fields: fields.map((each) => ({ kind: 'text', label: 'F', ...each })) },
  ],
});

test('answers that fit a form of every kind have nothing wrong', () => {
  assert.deepEqual(checkAnswers(aForm(), goodAnswers()), []);
  assert.deepEqual(answersSchema(aForm()).parse(goodAnswers()), goodAnswers());
});

test('everything wrong is told at once, in the order of the form, then what does not belong', () => {
  const answers: Answers = {
    nobody: 'x',
    terms: false,
    sector_other: 'kept from before',
    scopes: ['admin', 'read', 'write'],
    volume: 0,
    email: 'none',
    intro: 'x',
    sector: 'retail',
  };
  assert.deepEqual(checkAnswers(aForm(), answers), [
    { fieldId: 'intro', code: 'unknown_field' },
    { fieldId: 'company', code: 'required' },
    { fieldId: 'email', code: 'email' },
    { fieldId: 'volume', code: 'min' },
    { fieldId: 'scopes', code: 'max' },
    { fieldId: 'terms', code: 'required' },
    { fieldId: 'why', code: 'required' },
    { fieldId: 'nobody', code: 'unknown_field' },
    { fieldId: 'sector_other', code: 'hidden_field' },
  ]);
});

test('an answer to a hidden field is refused even if it would fit, and even if it is blank', () => {
  const form = formOf({ id: 'a' }, { id: 'b', showWhen: { field: 'a', filled: true } });
  assert.deepEqual(checkAnswers(form, { b: 'x' }), [{ fieldId: 'b', code: 'hidden_field' }]);
  assert.deepEqual(checkAnswers(form, { b: '' }), [{ fieldId: 'b', code: 'hidden_field' }]);
  assert.deepEqual(checkAnswers(form, { a: 'y', b: 'x' }), []);
});

test('a hidden field asks for nothing, required or not', () => {
  const form = formOf(
    { id: 'a' },
    { id: 'b', required: true, showWhen: { field: 'a', filled: true } },
  );
  assert.deepEqual(checkAnswers(form, {}), []);
});

test('a form without fields takes no answers', () => {
  const form = formOf();
  assert.deepEqual(checkAnswers(form, {}), []);
  assert.deepEqual(checkAnswers(form, { a: 'x' }), [{ fieldId: 'a', code: 'unknown_field' }]);
});

test('the schema names each fault by path and code, and holds no value', () => {
  const result = answersSchema(formOf({ id: 'a', maxLength: 3 })).safeParse({ a: 'canary' });
  assert.ok(!result.success);
  assert.deepEqual(
    result.error.issues.map((issue) => [issue.path, issue.code === 'custom' && issue.params]),
    [[['a'], { code: 'max_length' }]],
  );
  assert.doesNotMatch(result.error.message, /canary/);
});

test('the schema refuses what is no answer at all', () => {
  const schema = answersSchema(formOf({ id: 'a' }));
  for (const wrong of [
    null,
    'x',
    [],
    { a: null },
    { a: { deep: {} } },
    { a: [1] },
    { a: [['x']] },
  ]) {
    assert.equal(schema.safeParse(wrong).success, false, JSON.stringify(wrong));
  }
});

test('the kit sends neither hidden, nor unknown, nor blank answers, nor one to an info', () => {
  const answers = { ...goodAnswers(), sector: 'retail', intro: 'x', nobody: 'x', phone: ' ' };
  const kept: Answers = { ...goodAnswers(), sector: 'retail' };
  delete kept['phone'];
  delete kept['sector_other'];
  assert.deepEqual(visibleAnswers(aForm(), answers), kept);
});
