import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allFields,
  checkAnswers,
  fieldKind,
  form as formSchema,
  visibleAnswers,
  visibleSteps,
  type Answers,
  type Form,
} from '../../../src/contract/index.js';
import { govServiceAnswers, govServiceForm } from '../../fixture/forms/gov-service.js';
import { jumboAnswers, jumboForm } from '../../fixture/forms/jumbo.js';
import { psd2Answers, psd2Form } from '../../fixture/forms/psd2-onboarding.js';

const all: [Form, Answers, steps: number][] = [
  [govServiceForm, govServiceAnswers, 5],
  [psd2Form, psd2Answers, 6],
  [jumboForm(), jumboAnswers(jumboForm()), 20],
];

for (const [form, answers, steps] of all) {
  test(`${form.title}: a form of the contract, its answers fit, every kind is asked for`, () => {
    assert.deepEqual(formSchema.parse(JSON.parse(JSON.stringify(form))), form);
    assert.deepEqual(checkAnswers(form, answers), []);
    assert.deepEqual(visibleAnswers(form, answers), answers);
    assert.equal(visibleSteps(form, answers).length, steps);
    const kinds = new Set(allFields(form).map(({ kind }) => kind));
    assert.deepEqual(
      fieldKind.options.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
}

test('the long form has 300 fields in 20 steps', () => {
  assert.equal(jumboForm().steps.length, 20);
  assert.equal(allFields(jumboForm()).length, 300);
});
