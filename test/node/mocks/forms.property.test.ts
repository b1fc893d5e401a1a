import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PipelineError } from '../../../src/adapter/index.js';
import { checkAnswers, visibleAnswers } from '../../../src/contract/index.js';
import { people } from '../../../src/mocks/index.js';
import { anyAnswers, anyForm } from '../contract/forms.arbitrary.js';
import { createWorld, makeCredentials } from './world.js';

test('the fake host says of answers over HTTP what the contract says of them', async () => {
  const count = { taken: 0, refused: 0 };
  const world = await createWorld();
  await world.subscribe('sub_1', 'partner', people.joel);
  await makeCredentials(world, 'sub_1');
  const start = await world.host.export();
  const joel = world.as('joel');
  await fc.assert(
    fc.asyncProperty(anyForm, anyAnswers, fc.boolean(), async (form, given, isStripped) => {
      await world.host.replace(start);
      await world.host.setForm('partner', form);
      const answers = isStripped ? visibleAnswers(form, given) : given;
      const errors = checkAnswers(form, answers);
      const sent = joel.submit('sub_1', { answers, formVersion: form.version });
      if (errors.length === 0) {
        await sent;
        count.taken += 1;
        assert.deepEqual(
          (await joel.getLatestSubmission('sub_1'))!.answers,
          JSON.parse(JSON.stringify(answers)),
        );
      } else {
        const thrown: unknown = await sent.catch((error: unknown) => error);
        assert.ok(thrown instanceof PipelineError);
        assert.equal(thrown.code, 'answers_invalid');
        const told = thrown.errors.map(({ pointer, code }) => `${pointer} ${code}`);
        assert.deepEqual(
          told,
          errors.map(({ fieldId, code }) => `/answers/${fieldId} ${code}`),
        );
        count.refused += 1;
      }
    }),
    { numRuns: 150 },
  );
  assert.ok(count.taken > 10 && count.refused > 10, JSON.stringify(count));
});
