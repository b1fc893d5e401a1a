import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkForm,
  formFaults,
  FormDefinitionError,
  type Field,
  type Form,
  type FormFault,
  type ShowWhen,
} from '../../../src/contract/index.js';
import { govServiceForm } from '../../fixture/forms/gov-service.js';
import { jumboForm } from '../../fixture/forms/jumbo.js';
import { psd2Form } from '../../fixture/forms/psd2-onboarding.js';
import { partnerForm } from '../../../src/mocks/demo/northbank-form.js';
import { aForm } from './fixtures.js';

const formOf = (...fields: (Partial<Field> & { id: string })[]): Form => ({
  id: 'x',
  version: 'v',
  title: 'X',
  steps: [
    { id: 's', title: 'S', fields: fields.map((each) => ({ kind: 'text', label: 'F', ...each })) },
  ],
});
const filled = (field: string): ShowWhen => ({ field, filled: true });
const xy = [
  { value: 'x', label: 'X' },
  { value: 'y', label: 'Y' },
];
const one = formOf({ id: 'a' });
const [step] = one.steps;

test('forms that are fine pass', () => {
  for (const form of [aForm(), partnerForm, govServiceForm, psd2Form, jumboForm(), formOf()]) {
    checkForm(form);
  }
});

const wrong: [FormFault, pointer: string, Form, says?: RegExp][] = [
  ['duplicate_field', '/steps/0/fields/1/id', formOf({ id: 'a' }, { id: 'a' }), /"a"/],
  [
    'duplicate_field',
    '/steps/1/fields/0/id',
    { ...one, steps: [step!, { ...step!, id: 't' }] },
    /"a"/,
  ],
  [
    'duplicate_step',
    '/steps/1/id',
    { ...one, steps: [step!, { ...step!, fields: [] }] },
    /Two steps have the id "s"/,
  ],
  ['reserved_id', '/steps/0/fields/0/id', formOf({ id: '__proto__' })],
  [
    'unknown_field',
    '/steps/0/fields/0/showWhen',
    formOf({ id: 'a', showWhen: { all: [{ any: [filled('ghost')] }] } }),
    /"a" names the field "ghost"/,
  ],
  [
    'unknown_field',
    '/steps/0/showWhen',
    { ...one, steps: [{ ...step!, showWhen: filled('ghost') }] },
    /step "s" names/,
  ],
  ['circle', '/steps/0/fields/0/showWhen', formOf({ id: 'a', showWhen: filled('a') }), /"a" → "a"/],
  [
    'circle',
    '/steps/0/fields/1/showWhen',
    formOf(
      { id: 'z', showWhen: filled('a') },
      { id: 'a', showWhen: filled('b') },
      { id: 'b', showWhen: { any: [filled('c')] } },
      { id: 'c', showWhen: filled('a') },
    ),
    /themselves: "a" → "b" → "c" → "a"/,
  ],
  [
    'circle',
    '/steps/0/showWhen',
    { ...one, steps: [{ ...step!, showWhen: filled('a') }] },
    /step "s" → "a" → step "s"/,
  ],
  ['pattern_syntax', '/steps/0/fields/0/pattern', formOf({ id: 'a', pattern: '(' }), /"a"/],
  ['pattern_syntax', '/steps/0/fields/0/pattern', formOf({ id: 'a', pattern: '\\-' })],
  ['pattern_runaway', '/steps/0/fields/0/pattern', formOf({ id: 'a', pattern: '(a+)+' }), /"a"/],
  [
    'pattern_runaway',
    '/steps/0/fields/0/pattern',
    formOf({ id: 'a', pattern: '(\\d+\\.?)+', maxLength: 3 }),
  ],
  [
    'pattern_slow',
    '/steps/0/fields/0/pattern',
    formOf({ id: 'a', pattern: '.*@.*\\..*' }),
    /more than 2\d\d characters/,
  ],
  [
    'pattern_slow',
    '/steps/0/fields/0/pattern',
    formOf({ id: 'a', pattern: 'a*a*', maxLength: 9999 }),
  ],
  ['options_missing', '/steps/0/fields/0/options', formOf({ id: 'a', kind: 'select' }), /"a"/],
  [
    'options_missing',
    '/steps/0/fields/0/options',
    formOf({ id: 'a', kind: 'multi_select', options: [] }),
  ],
  [
    'option_empty',
    '/steps/0/fields/0/options/2/value',
    formOf({ id: 'a', kind: 'select', options: [...xy, { value: ' ', label: 'None' }] }),
    /"a"/,
  ],
  [
    'option_duplicate',
    '/steps/0/fields/0/options/2/value',
    formOf({ id: 'a', kind: 'multi_select', options: [...xy, { value: 'x', label: 'Z' }] }),
    /"a".*"x"/,
  ],
  [
    'bound_type',
    '/steps/0/fields/0/min',
    formOf({ id: 'a', kind: 'number', min: '2026-01-01' }),
    /"a"/,
  ],
  ['bound_type', '/steps/0/fields/0/max', formOf({ id: 'a', kind: 'number', max: Infinity })],
  ['bound_type', '/steps/0/fields/0/max', formOf({ id: 'a', kind: 'date', max: 5 })],
  ['bound_type', '/steps/0/fields/0/max', formOf({ id: 'a', kind: 'date', max: '2026-02-30' })],
  [
    'bound_type',
    '/steps/0/fields/0/min',
    formOf({ id: 'a', kind: 'multi_select', options: xy, min: 0.5 }),
  ],
  ['bound_type', '/steps/0/fields/0/minLength', formOf({ id: 'a', minLength: 0.5 })],
  ['bound_type', '/steps/0/fields/0/maxLength', formOf({ id: 'a', maxLength: -1 })],
  ['bounds', '/steps/0/fields/0/min', formOf({ id: 'a', kind: 'number', min: 2, max: 1 }), /"a"/],
  [
    'bounds',
    '/steps/0/fields/0/min',
    formOf({ id: 'a', kind: 'date', min: '2026-02-01', max: '2026-01-31' }),
  ],
  [
    'bounds',
    '/steps/0/fields/0/min',
    formOf({ id: 'a', kind: 'multi_select', options: xy, min: 3 }),
  ],
  [
    'lengths',
    '/steps/0/fields/0/minLength',
    formOf({ id: 'a', minLength: 3, maxLength: 2 }),
    /"a"/,
  ],
  ['default', '/steps/0/fields/0/default', formOf({ id: 'a', default: 1 }), /"a".*\(type\)/],
  [
    'default',
    '/steps/0/fields/0/default',
    formOf({ id: 'a', kind: 'select', options: xy, default: 'z' }),
    /\(option\)/,
  ],
  [
    'default',
    '/steps/0/fields/0/default',
    formOf({ id: 'a', kind: 'number', integer: true, default: 1.5 }),
  ],
  ['default', '/steps/0/fields/0/default', formOf({ id: 'a', kind: 'info', default: 'x' })],
];

for (const [code, pointer, form, says = /./] of wrong) {
  test(`${code} at ${pointer}: ${JSON.stringify(form.steps.at(-1)!.fields.at(-1) ?? {})}`, () => {
    assert.throws(
      () => checkForm(form),
      (error) => {
        assert.ok(error instanceof FormDefinitionError);
        assert.deepEqual([error.code, error.pointer], [code, pointer]);
        assert.match(error.message, says);
        assert.ok(error.message.includes(pointer));
        return true;
      },
    );
  });
}

test('each fault that has a name is one of these', () => {
  assert.deepEqual(new Set(wrong.map(([code]) => code)), new Set(formFaults));
});

test('a default may be blank, or a box that is still to be ticked', () => {
  checkForm(formOf({ id: 'a', default: '', required: true }));
  checkForm(formOf({ id: 'a', kind: 'boolean', default: false, required: true }));
});

test('bounds that a kind has no use for are not looked at', () => {
  checkForm(formOf({ id: 'a', min: 'x', max: 1, accept: ['.pdf'], integer: true, unit: 'km' }));
});

test('a chain of conditions may be very long', () => {
  const fields = Array.from({ length: 20_000 }, (_, index) => ({
    id: `f${index}`,
    ...(index < 19_999 && { showWhen: filled(`f${index + 1}`) }),
  }));
  checkForm(formOf(...fields));
});
