import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allFields,
  answersSchema,
  checkAnswer,
  checkAnswers,
  form as formSchema,
  FormDefinitionError,
  visibleAnswers,
  visibleSteps,
  type Answers,
  type Form,
} from '../../../src/contract/index.js';
import { anyAnswer, anyAnswers, anyForm } from './forms.arbitrary.js';

const reversed = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).toReversed());

/** Writing to a frozen object throws. */
function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
}

test('what the kit strips is never refused as hidden or unknown', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const codes = checkAnswers(form, visibleAnswers(form, answers)).map(({ code }) => code);
      assert.ok(!codes.includes('hidden_field') && !codes.includes('unknown_field'));
    }),
    { numRuns: 300 },
  );
});

test('answers that fit field by field fit as a whole, once stripped', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const kept = visibleAnswers(form, answers);
      const faults = visibleSteps(form, kept)
        .flatMap(({ fields }) => fields)
        .filter((field) =>
          checkAnswer(field, Object.hasOwn(kept, field.id) ? kept[field.id] : undefined),
        );
      assert.deepEqual(
        checkAnswers(form, kept).map(({ fieldId }) => fieldId),
        faults.map(({ id }) => id),
      );
      assert.equal(answersSchema(form).safeParse(kept).success, faults.length === 0);
    }),
    { numRuns: 300 },
  );
});

test('stripping twice is stripping once, and opens the same fields', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const once = visibleAnswers(form, answers);
      assert.deepEqual(visibleAnswers(form, once), once);
      assert.deepEqual(visibleSteps(form, once), visibleSteps(form, answers));
    }),
    { numRuns: 300 },
  );
});

test('the order of the answers changes nothing', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const other = reversed(answers);
      assert.deepEqual(visibleSteps(form, other), visibleSteps(form, answers));
      assert.deepEqual(visibleAnswers(form, other), visibleAnswers(form, answers));
      assert.deepEqual(
        new Set(checkAnswers(form, other).map((fault) => JSON.stringify(fault))),
        new Set(checkAnswers(form, answers).map((fault) => JSON.stringify(fault))),
      );
    }),
  );
});

test('the order of steps and fields changes which come first, never which are shown', () => {
  const turned = (form: Form): Form => ({
    ...form,
    steps: form.steps.toReversed().map((step) => ({ ...step, fields: step.fields.toReversed() })),
  });
  const shown = (form: Form, answers: Answers) =>
    visibleSteps(form, answers)
      .flatMap(({ fields }) => fields.map(({ id }) => id))
      .toSorted();
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      assert.deepEqual(shown(turned(form), answers), shown(form, answers));
    }),
  );
});

test('no answer of one field is told more than one fault, and only fields are told faults', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const faults = checkAnswers(form, answers).map(({ fieldId }) => fieldId);
      assert.equal(new Set(faults).size, faults.length);
      const known = [...allFields(form).map(({ id }) => id), ...Object.keys(answers)];
      for (const fieldId of faults) assert.ok(known.includes(fieldId));
    }),
  );
});

test('asking changes neither the form nor the answers', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      frozen([form, answers]);
      visibleAnswers(form, answers);
      checkAnswers(form, answers);
    }),
  );
});

test('every form made here is one of the contract, and travels as JSON', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const travelled: unknown = JSON.parse(JSON.stringify(form));
      assert.deepEqual(formSchema.parse(travelled), travelled);
    }),
  );
});

test('whatever names and texts a form holds, nothing but FormDefinitionError is thrown', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      '',
      '\ud800',
      '(',
      '[',
      '\\',
    ),
    fc.string(),
  );
  const field = fc.record(
    {
      id: hostile,
      kind: fc.constantFrom('text', 'url', 'email', 'date', 'multi_select', 'number', 'info'),
      label: hostile,
      pattern: hostile,
      min: fc.oneof(hostile, fc.double()),
      max: fc.oneof(hostile, fc.double()),
      minLength: fc.double(),
      maxLength: fc.double(),
      options: fc.array(fc.record({ value: hostile, label: hostile })),
      showWhen: fc.oneof(
        fc.record({ field: hostile, equals: hostile }),
        fc.record({ field: hostile, filled: fc.boolean() }),
      ),
    },
    { requiredKeys: ['id', 'kind', 'label'] },
  );
  const answers = fc.array(fc.tuple(hostile, fc.oneof(anyAnswer, hostile))).map((entries) => {
    // As JSON.parse would: `__proto__` is a key like others there.
    const text = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return JSON.parse(`{${text.join()}}`) as Answers;
  });
  fc.assert(
    fc.property(fc.array(field, { maxLength: 4 }), answers, (fields, given) => {
      const form = { id: 'x', version: 'v', title: '', steps: [{ id: 's', title: '', fields }] };
      for (const act of [visibleSteps, visibleAnswers, checkAnswers]) {
        try {
          act(form, given);
        } catch (thrown) {
          assert.ok(thrown instanceof FormDefinitionError, String(thrown));
        }
      }
      assert.equal(Object.getPrototypeOf({}), Object.prototype);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    }),
    { numRuns: 500 },
  );
});
