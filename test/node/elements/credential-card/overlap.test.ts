import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlapChoices, chosenOverlap } from '../../../../src/elements/credential-card/overlap.js';

const DAY = 86_400;
const limits = fc.oneof(
  fc.nat(2 * DAY),
  fc.nat(400 * DAY),
  fc.constantFrom(0, 1, 3_599, 3_600, 3_601, DAY - 1, DAY, DAY + 1, 7 * DAY, 30 * DAY),
);

test('the choices are ascending, each once, from none up to the limit', () => {
  fc.assert(
    fc.property(limits, (limit) => {
      const choices = overlapChoices(limit);
      assert.deepEqual(
        choices,
        [...new Set(choices)].sort((one, other) => one - other),
      );
      assert.equal(choices[0], 0);
      assert.equal(choices.at(-1), limit);
    }),
  );
});

test('the one chosen beforehand is the longest of them within a day, and some time if any', () => {
  fc.assert(
    fc.property(limits, (limit) => {
      const choices = overlapChoices(limit);
      const usual = chosenOverlap(undefined, limit);
      assert.equal(usual, Math.max(...choices.filter((choice) => choice <= DAY)));
      assert.equal(usual > 0, limit > 0);
    }),
  );
});

test('what was chosen holds, as long as the host allows it', () => {
  fc.assert(
    fc.property(limits, limits, (before, limit) => {
      for (const choice of overlapChoices(before)) {
        const chosen = chosenOverlap(choice, limit);
        assert.ok(overlapChoices(limit).includes(chosen));
        assert.ok(chosen <= choice);
        if (before === limit) assert.equal(chosen, choice);
      }
    }),
  );
});

test('the usual spans are those below the limit', () => {
  assert.deepEqual(overlapChoices(0), [0]);
  assert.deepEqual(overlapChoices(900), [0, 900]);
  assert.deepEqual(overlapChoices(DAY), [0, 3_600, DAY]);
  assert.deepEqual(overlapChoices(7 * DAY), [0, 3_600, DAY, 7 * DAY]);
  assert.deepEqual(overlapChoices(90 * DAY), [0, 3_600, DAY, 7 * DAY, 30 * DAY, 90 * DAY]);
});

test('a limit that makes no sense offers none', () => {
  for (const limit of [-1, Number.NaN]) assert.deepEqual(overlapChoices(limit), [0]);
});
