import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkAnswer,
  checkAnswers,
  compilePattern,
  type Form,
} from '../../../src/contract/index.js';

const currencies = Array.from({ length: 200 }, (_, index) => `A${index}C`);

/** Patterns that forms really use. Each stays quick on any answer. */
const everyday: [pattern: string, fits: string, not: string][] = [
  ['[A-Z]{3}', 'EUR', 'EURO'],
  ['[a-z0-9]+(?:-[a-z0-9]+)*', 'a-b-c1', 'a--b'],
  ['(?:\\d{1,3}\\.){3}\\d{1,3}', '10.0.0.1', '10.0.0'],
  ['(?:[0-9a-f]{2}:){5}[0-9a-f]{2}', '00:11:22:aa:bb:cc', '00:11'],
  ['(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}', '1:2:3:4:5:6:7:8', '1:2'],
  ['(?:\\d{4}[ -]?){3}\\d{4}', '4111 1111-11111111', '4111'],
  ['(?:\\d{4} ?){4}', '4111 1111 1111 1111', '41111'],
  ['[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?', 'DE89 3704 0044 0532', 'DE8'],
  ["\\w+([-+.']\\w+)*@\\w+([-.]\\w+)*\\.\\w+([-.]\\w+)*", 'a.b@c-d.example', 'a@b'],
  ['.*@.*\\..*', 'a@b.c', 'a'],
  ['(?=.*\\d)(?=.*[a-z])(?!.*\\s).{8,}', 'abcdefg1', 'abcdefgh'],
  ['https://[^/?#]+(/[^/?#]*)*', 'https://a.example/b/c', 'http://a'],
  ["\\p{L}+(?:[ '-]\\p{L}+)*", "Anne-Marie O'Hara", 'A1'],
  ['(?<year>\\d{4})-(?:0[1-9]|1[0-2])', '2026-11', '2026-13'],
  ['[^<>]*', 'a b', '<'],
  ['[\\]\\[()*+]+', '[]()*+', 'a'],
  ['', '', 'a'],
  ['cat|dog|', 'cat', 'cow'],
  ['^abc$', 'abc', 'abcd'],
  ['(?:b(?:a{1,3}))*', 'baaba', 'baaaa'],
  ['\\u{1F600}+', '😀😀', '😁'],
  ['(?:a|b)+c?', 'abba', 'abbd'],
  ['\\+?[1-9]\\d{1,14}', '+4930123', '030'],
  [currencies.join('|'), 'A7C', 'EUR'],
];

/** Patterns whose time doubles with each character of some answer. */
const runaway = [
  '(a+)+',
  '(a*)*b',
  '(?:a+)+$',
  '(a|a)*',
  '(a|aa)+',
  '(\\w+\\s?)*',
  '(\\d+,?)+',
  '(?:\\s*\\S+)*',
  '(a*b*)*',
  '(.*)*x',
  '(.*,)*',
  '(?:a|[a-z])*x',
  '(?<x>a+)+',
  '(x+x+)+y',
  '((ab)*)*',
  '([a-z]+)*[A-Z]',
  '(([a-z])+.)+[A-Z]([a-z])+',
  '(?=(a+)+b).*',
  '(a{2,}){2,}',
  '(\\p{Script=Han}+)+x',
  '(?:[a-z]{1,10}[ -]?){1,20}',
  '(a?){30}a{30}',
  '(a|aa){30}',
  '(a)\\1*',
  '(?<x>a)\\k<x>*',
  // Nothing of these is wrong but that looking into them would itself take too long.
  '(?:'.repeat(40) + 'a?' + '){3}'.repeat(40),
  `(?:${'a|'.repeat(2000)}b)*`,
];

test('everyday patterns are run, anchored at both ends', () => {
  for (const [pattern, fits, not] of everyday) {
    const field = { id: 'a', kind: 'text', label: 'A', pattern } as const;
    assert.ok(compilePattern(pattern), pattern);
    assert.equal(checkAnswer(field, fits), undefined, pattern);
    assert.equal(checkAnswer(field, not), 'pattern', pattern);
  }
});

for (const pattern of [...runaway, '(', '[z-a]', '\\-', 'a{2,1}']) {
  test(`a server answers pattern and never runs ${pattern.slice(0, 40)}`, () => {
    assert.equal(compilePattern(pattern), undefined);
    const field = { id: 'a', kind: 'text', label: 'A', pattern } as const;
    const form: Form = {
      id: 'x',
      version: 'v',
      title: 'X',
      steps: [{ id: 's', title: 'S', fields: [field] }],
    };
    for (const answer of [`${'a'.repeat(5000)}!`, 'a'.repeat(60), 'ab']) {
      assert.equal(checkAnswer(field, answer), 'pattern');
      assert.deepEqual(checkAnswers(form, { a: answer }), [{ fieldId: 'a', code: 'pattern' }]);
    }
    assert.deepEqual(checkAnswers(form, {}), []);
  });
}

test('what is let through is what the language itself says of the whole answer', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '\\d', '(?:a|b)', 'x?', '\\.', '(c)');
  const piece = fc
    .tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}'))
    .map((p) => p.join(''));
  const pattern = fc
    .array(
      fc.array(piece, { maxLength: 4 }).map((p) => p.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((parts) => parts.join('|'));
  const answer = fc.array(fc.constantFrom('a', 'b', 'c', '.', '1', 'x'), { maxLength: 8 });
  fc.assert(
    fc.property(pattern, answer, (source, letters) => {
      const text = letters.join('');
      const compiled = compilePattern(source);
      if (compiled)
        assert.equal(compiled.test(text), new RegExp(`^(?:${source})$`, 'u').test(text));
    }),
  );
});

test('any text at all is a pattern or none, and never an exception', () => {
  const bits = fc.constantFrom(...'ab()[]{}|*+?.^$\\-,:=!<>12pdwsu😀');
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (letters) => {
      const source = letters.join('');
      let valid = true;
      try {
        new RegExp(source, 'u');
      } catch {
        valid = false;
      }
      if (!valid) assert.equal(compilePattern(source), undefined);
      else compilePattern(source);
    }),
    { numRuns: 500 },
  );
});
