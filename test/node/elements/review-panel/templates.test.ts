import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { between, fillTemplate } from '../../../../src/elements/review-panel/filled-template.js';
import { gapsIn } from '../../../../src/elements/review-panel/templates.js';

const known = { name: 'Fernwood {day}', attempt: '2' };
const template = (text: string) => ({ id: 't', label: 'T', text });

describe('a template', () => {
  it('is filled with what is known, which is not looked into again', () => {
    assert.deepEqual(fillTemplate('{name}, attempt {attempt}.', known), {
      text: 'Fernwood {day}, attempt 2.',
      gap: undefined,
    });
  });

  it('keeps the gaps that nobody can fill, and tells where the first is', () => {
    const { text, gap } = fillTemplate('{name}: by {day}, {reviewer}', known);
    assert.equal(text, 'Fernwood {day}: by {day}, {reviewer}');
    assert.deepEqual(gap, [19, 24]);
    assert.equal(
      fillTemplate('{constructor} {__proto__}', known).text,
      '{constructor} {__proto__}',
    );
    assert.equal(fillTemplate('{ a } {} { "b": 1 }', known).gap, undefined);
  });

  it('runs into nothing around it', () => {
    const filled = { text: 'X {day}', gap: [2, 7] as [number, number] };
    assert.deepEqual(between('', filled, ''), filled);
    assert.deepEqual(between('a', filled, ''), { text: '\n\nX {day}', gap: [4, 9] });
    assert.deepEqual(between('a', filled, 'b'), { text: ' X {day} ', gap: [3, 8] });
    assert.deepEqual(between('a\n', filled, ' b'), filled);
  });

  it('never says anything but its own words and what is known', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { text: filled, gap } = fillTemplate(text, {});
        assert.equal(filled, text);
        if (gap) assert.match(filled.slice(...gap), /^\{\w+\}$/);
      }),
    );
  });

  it('tells which of its gaps notes still have', () => {
    const all = [template('{day} {host}'), template('{day}')];
    assert.deepEqual(gapsIn('By {day} or {other}', all), ['{day}']);
    assert.deepEqual(gapsIn('By {day}', []), []);
  });
});
