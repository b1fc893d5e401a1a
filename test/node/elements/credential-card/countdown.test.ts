import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untilNextStep } from '../../../../src/elements/credential-card/countdown.js';

test('a time of days is shown anew at each hour', () => {
  assert.equal(untilNextStep(30 * 86_400_000), 3_600_000);
  assert.equal(untilNextStep(86_400_001), 1);
  assert.equal(untilNextStep(86_400_000), 60_000);
});

test('a time that is left is shown anew at each minute', () => {
  assert.equal(untilNextStep(300_000), 60_000);
  assert.equal(untilNextStep(272_500), 32_500);
  assert.equal(untilNextStep(60_001), 1);
});

test('and in the last minute at each second', () => {
  assert.equal(untilNextStep(60_000), 1_000);
  assert.equal(untilNextStep(4_200), 200);
  assert.equal(untilNextStep(1), 1);
});
