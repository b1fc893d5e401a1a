import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FormDefinitionError,
  visibleSteps,
  type Answer,
  type Answers,
  type Field,
  type Form,
  type ShowWhen,
} from '../../../src/contract/index.js';
import { aForm } from './fixtures.js';

type FieldIn = Partial<Field> & { id: string };
type StepIn = { showWhen?: ShowWhen; fields: FieldIn[] };

const formOf = (...steps: StepIn[]): Form => ({
  id: 'x',
  version: 'v',
  title: 'X',
  steps: steps.map(({ fields, ...step }, index) => ({
    id: `s${index}`,
    title: 'S',
    ...step,
    fields: fields.map((each) => ({ kind: 'text', label: 'F', ...each })),
  })),
});

const shown = (form: Form, answers: Answers) =>
  visibleSteps(form, answers).map(({ step, fields }) => [step.id, ...fields.map(({ id }) => id)]);

const holds = (showWhen: ShowWhen, answer?: Answer) => {
  const form = formOf({ fields: [{ id: 'a' }, { id: 'b', showWhen }] });
  return shown(form, answer === undefined ? {} : { a: answer })[0]!.includes('b');
};

test('each condition, on every sort of answer', () => {
  const table: [ShowWhen, yes: (Answer | undefined)[], no: (Answer | undefined)[]][] = [
    [{ field: 'a', equals: 'x' }, ['x', ['x'], ['y', 'x']], ['X', 'y', '', undefined, [], ['y']]],
    [{ field: 'a', equals: 5 }, [5], ['5', 6, undefined]],
    [{ field: 'a', equals: true }, [true], [false, 'true', undefined]],
    [{ field: 'a', equals: false }, [false], [true, undefined]],
    [{ field: 'a', notEquals: 'x' }, ['y', undefined, [], ['y']], ['x', ['y', 'x']]],
    [{ field: 'a', in: ['x', 'y'] }, ['x', 'y', ['z', 'y']], ['z', undefined, ['z'], []]],
    [{ field: 'a', in: [1, true] }, [1, true], ['1', 2, false]],
    [{ field: 'a', in: [] }, [], ['x', undefined, []]],
    [{ field: 'a', filled: true }, ['x', 0, false, ['x']], ['', ' ', [], undefined]],
    [{ field: 'a', filled: false }, ['', ' ', [], undefined], ['x', 0, false, ['x']]],
    // What is blank counts as unanswered, or stripping it would open and close other fields.
    [{ field: 'a', equals: '' }, [], ['', undefined]],
    [{ field: 'a', notEquals: ' ' }, [' ', undefined], []],
    [{ all: [] }, [undefined], []],
    [{ any: [] }, [], [undefined]],
    [
      {
        all: [
          { field: 'a', filled: true },
          { field: 'a', notEquals: 'x' },
        ],
      },
      ['y'],
      ['x', ''],
    ],
    [
      {
        any: [
          { field: 'a', filled: false },
          { field: 'a', equals: 'x' },
        ],
      },
      ['x', ''],
      ['y'],
    ],
  ];
  for (const [when, yes, no] of table) {
    for (const answer of yes) assert.ok(holds(when, answer), JSON.stringify([when, answer]));
    for (const answer of no) assert.ok(!holds(when, answer), JSON.stringify([when, answer]));
  }
});

test('a hidden field counts as unanswered for the conditions of others, however far', () => {
  const form = formOf({
    fields: [
      { id: 'd', showWhen: { field: 'c', filled: false } },
      { id: 'c', showWhen: { field: 'b', equals: 'x' } },
      { id: 'b', showWhen: { field: 'a', equals: 'x' } },
      { id: 'a' },
    ],
  });
  assert.deepEqual(shown(form, { a: 'x', b: 'x', c: 'x' }), [['s0', 'c', 'b', 'a']]);
  assert.deepEqual(shown(form, { a: 'y', b: 'x', c: 'x' }), [['s0', 'd', 'a']]);
});

test('a text to read is never answered, whatever stands under its id', () => {
  const form = formOf({
    fields: [
      { id: 'a', kind: 'info' },
      { id: 'b', showWhen: { field: 'a', filled: true } },
    ],
  });
  assert.deepEqual(shown(form, { a: 'x' }), [['s0', 'a']]);
});

test('a hidden step hides its fields, and their answers', () => {
  const form = formOf(
    { fields: [{ id: 'a' }] },
    { showWhen: { field: 'a', equals: 'x' }, fields: [{ id: 'b' }] },
    { fields: [{ id: 'c', showWhen: { field: 'b', filled: true } }] },
  );
  assert.deepEqual(shown(form, { a: 'x', b: 'y' }), [
    ['s0', 'a'],
    ['s1', 'b'],
    ['s2', 'c'],
  ]);
  assert.deepEqual(shown(form, { a: 'z', b: 'y' }), [['s0', 'a']]);
});

test('a step is left out when all of its fields are hidden', () => {
  assert.deepEqual(
    visibleSteps(aForm(), { scopes: ['read'] }).map(({ step }) => step.id),
    ['company', 'use'],
  );
  assert.deepEqual(
    visibleSteps(aForm(), { scopes: ['read', 'admin'] }).map(({ step }) => step.id),
    ['company', 'use', 'write_access'],
  );
});

const wrong: Record<string, Form> = {
  'a field that depends on itself': formOf({
    fields: [{ id: 'a', showWhen: { field: 'a', filled: true } }],
  }),
  'a circle of two': formOf({
    fields: [
      { id: 'a', showWhen: { field: 'b', filled: true } },
      { id: 'b', showWhen: { field: 'a', filled: true } },
    ],
  }),
  'a step that depends on a field of its own': formOf({
    showWhen: { field: 'a', filled: true },
    fields: [{ id: 'a' }],
  }),
  'a circle through a step': formOf(
    { fields: [{ id: 'a', showWhen: { field: 'b', filled: true } }] },
    { showWhen: { field: 'a', filled: true }, fields: [{ id: 'b' }] },
  ),
  'a circle behind a condition that already decides': formOf({
    fields: [
      { id: 'z' },
      {
        id: 'a',
        showWhen: {
          any: [
            { field: 'z', filled: false },
            { field: 'b', filled: true },
          ],
        },
      },
      {
        id: 'b',
        showWhen: {
          all: [
            { field: 'z', filled: true },
            { field: 'a', filled: true },
          ],
        },
      },
    ],
  }),
  'a circle behind a step that is hidden': formOf(
    { fields: [{ id: 'z' }] },
    {
      showWhen: { field: 'z', filled: true },
      fields: [{ id: 'a', showWhen: { field: 'a', filled: true } }],
    },
  ),
  'a condition on a field that is not there': formOf({
    fields: [{ id: 'a', showWhen: { field: 'ghost', filled: true } }],
  }),
  'two fields of one id': formOf({ fields: [{ id: 'a' }] }, { fields: [{ id: 'a' }] }),
  'a field of an id that no object can hold': formOf({ fields: [{ id: '__proto__' }] }),
};

for (const [name, form] of Object.entries(wrong)) {
  test(`an error of the form, whatever the answers: ${name}`, () => {
    for (const answers of [{}, { a: 'x' }, { z: 'x' }, { a: 'x', b: 'x', z: 'x' }]) {
      assert.throws(() => visibleSteps(form, answers), FormDefinitionError);
    }
  });
}
