import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answersSchema,
  checkAnswers,
  visibleSteps,
  type Answers,
  type Form,
  type ShowWhen,
} from '../../../src/contract/index.js';
import { jumboAnswers, jumboForm } from '../../fixture/forms/jumbo.js';

/** Answers that count how often one of them is looked at. */
function counted(answers: Answers) {
  const count = { reads: 0 };
  const watched = new Proxy(answers, {
    getOwnPropertyDescriptor(target, key) {
      count.reads += 1;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  return { watched, count };
}

const questionsIn = (when: ShowWhen | undefined): number => {
  if (!when) return 0;
  if ('field' in when) return 1;
  return ('all' in when ? when.all : when.any).reduce((sum, each) => sum + questionsIn(each), 0);
};

/** How often conditions ask for an answer: those of a step once, not once for each of its fields. */
const questionsOf = ({ steps }: Form): number =>
  steps
    .flatMap((step) => [step, ...step.fields])
    .reduce((sum, { showWhen }) => sum + questionsIn(showWhen), 0);

for (const steps of [20, 80]) {
  const form = jumboForm({ steps });
  const fields = steps * 15;

  test(`${fields} fields: each condition is evaluated once, each answer checked once`, () => {
    const questions = questionsOf(form);
    for (const answers of [{}, jumboAnswers(form)]) {
      const shown = counted(answers);
      visibleSteps(form, shown.watched);
      assert.ok(shown.count.reads <= questions, `${shown.count.reads} of ${questions}`);

      const checked = counted(answers);
      checkAnswers(form, checked.watched);
      assert.ok(
        checked.count.reads <= fields + questions + Object.keys(answers).length,
        `${checked.count.reads} of ${fields} + ${questions}`,
      );
    }
  });

  test(`${fields} fields: a schema looks the form over once`, () => {
    let reads = 0;
    const watched = new Proxy(form, {
      get: (target, key, receiver) => {
        if (key === 'steps') reads += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const schema = answersSchema(watched);
    const before = reads;
    schema.parse(jumboAnswers(form));
    schema.parse(jumboAnswers(form));
    // Once each, to say which steps are open.
    assert.equal(reads - before, 2);
  });
}
