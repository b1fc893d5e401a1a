import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, Field, Form } from '../../../../src/contract/index.js';
import { compareAnswers } from '../../../../src/elements/review-panel/answers-diff.js';
import { firstAttempt, submissionOf } from '../../../../stories/fixture/review.js';

const formOf = (...fields: Field[]): Form => ({
  id: 'f',
  version: 'v1',
  title: 'Form',
  steps: [{ id: 's', title: 'Step', fields }],
});
const text = (id: string, change: Partial<Field> = {}): Field => ({
  id,
  kind: 'text',
  label: id.toUpperCase(),
  ...change,
});
const attempt = (form: Form | null, answers: Answers) => submissionOf({ form, answers });

/** Field by field, what became of it. */
const changes = (...given: Parameters<typeof compareAnswers>) =>
  Object.fromEntries(
    compareAnswers(...given)
      .flatMap(({ answers }) => answers)
      .map(({ fieldId, change }) => [fieldId, change]),
  );

describe('the answers of an attempt beside those before', () => {
  it('stand by step, in the order of the form, without what is no question', () => {
    const groups = compareAnswers(submissionOf(), firstAttempt);
    assert.deepEqual(
      groups.map(({ step, answers }) => [step, answers.map(({ fieldId }) => fieldId)]),
      [
        [{ number: 1, title: 'Company' }, ['legal_name', 'country', 'employees']],
        [
          { number: 2, title: 'Integration' },
          [
            'purpose',
            'callback_url',
            'holds_funds',
            'bank',
            'go_live_on',
            'standards',
            'certificate',
          ],
        ],
      ],
    );
  });

  it('are marked as changed, new and removed', () => {
    const form = formOf(text('same'), text('other'), text('fresh'), text('gone'), text('never'));
    assert.deepEqual(
      changes(
        attempt(form, { same: 'a', other: 'b', fresh: 'c', gone: ' ' }),
        attempt(form, { same: 'a', other: 'a', gone: 'd' }),
      ),
      { same: undefined, other: 'changed', fresh: 'added', gone: 'removed', never: undefined },
    );
  });

  it('are marked in no way at the first attempt', () => {
    const form = formOf(text('a'));
    assert.deepEqual(changes(attempt(form, { a: 'x' }), null), { a: undefined });
  });

  it('are the same whatever the order of choices or of the parts of a file', () => {
    const form = formOf(text('m', { kind: 'multi_select' }), text('f', { kind: 'file' }));
    assert.deepEqual(
      changes(
        attempt(form, { m: ['a', 'b'], f: { id: 'x', name: 'n' } }),
        attempt(form, { m: ['b', 'a'], f: { name: 'n', id: 'x' } }),
      ),
      { m: undefined, f: undefined },
    );
    assert.equal(
      changes(attempt(form, { m: ['a'] }), attempt(form, { m: ['a', 'b'] }))['m'],
      'changed',
    );
  });

  it('tell false and zero from no answer', () => {
    const form = formOf(text('b', { kind: 'boolean' }), text('n', { kind: 'number' }));
    assert.deepEqual(changes(attempt(form, { b: false, n: 0 }), attempt(form, {})), {
      b: 'added',
      n: 'added',
    });
  });

  it('leave out hidden questions, unless they were answered before', () => {
    const form = formOf(
      text('a', { kind: 'boolean' }),
      text('b', { showWhen: { field: 'a', equals: true } }),
    );
    assert.deepEqual(Object.keys(changes(attempt(form, { a: false }), null)), ['a']);
    assert.deepEqual(changes(attempt(form, { a: false }), attempt(form, { a: true, b: 'x' })), {
      a: 'changed',
      b: 'removed',
    });
  });

  it('are all there when the conditions of the form are none', () => {
    const form = formOf(text('a', { showWhen: { field: 'missing', equals: 'x' } }), text('b'));
    assert.deepEqual(Object.keys(changes(attempt(form, {}), null)), ['a', 'b']);
  });

  it('keep what no question of this form asks, with the label it had', () => {
    const before = attempt(formOf(text('old', { label: 'Old one' })), { old: 'x' });
    const groups = compareAnswers(attempt(formOf(text('a')), { a: '1', odd: '2' }), before, [
      'noted',
    ]);
    assert.deepEqual(
      groups.map(({ step }) => step?.title),
      ['Step', undefined],
    );
    assert.deepEqual(
      groups[1]!.answers.map(({ label, change }) => [label, change]),
      [
        ['odd', 'added'],
        ['Old one', 'removed'],
        ['noted', undefined],
      ],
    );
    assert.deepEqual(changes(attempt(null, {}), before), { old: 'removed' });
  });

  it('read an old choice by the options of then', () => {
    const now = formOf(text('c', { kind: 'select', options: [{ value: 'n', label: 'New' }] }));
    const then = formOf(text('c', { kind: 'select', options: [{ value: 'o', label: 'Old' }] }));
    const [group] = compareAnswers(attempt(now, { c: 'n' }), attempt(then, { c: 'o' }));
    assert.equal(group!.answers[0]!.fieldBefore!.options![0]!.label, 'Old');
  });

  it('take no name of a field for one of their own', () => {
    const form = formOf(text('constructor'), text('toString'));
    assert.deepEqual(changes(attempt(form, {}), attempt(form, {})), {
      constructor: undefined,
      toString: undefined,
    });
  });
});
