import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkAnswer,
  checkAnswers,
  compilePattern,
  patternFault,
  type Field,
  type Form,
} from '../../../src/contract/index.js';

const currencies = Array.from({ length: 200 }, (_, index) => `A${index}C`);

/** Patterns that forms really use. Each stays quick on any answer, or on any of the length given. */
const everyday: [pattern: string, fits: string, not: string, maxLength?: number][] = [
  ['[A-Z]{3}', 'EUR', 'EURO'],
  ['[a-z0-9]+(?:-[a-z0-9]+)*', 'a-b-c1', 'a--b'],
  ['(?:\\d{1,3}\\.){3}\\d{1,3}', '10.0.0.1', '10.0.0'],
  ['(?:[0-9a-f]{2}:){5}[0-9a-f]{2}', '00:11:22:aa:bb:cc', '00:11'],
  ['(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}', '1:2:3:4:5:6:7:8', '1:2'],
  ['(?:\\d{4}[ -]?){3}\\d{4}', '4111 1111-11111111', '4111'],
  ['(?:\\d{4} ?){4}', '4111 1111 1111 1111', '41111'],
  ['[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?', 'DE89 3704 0044 0532', 'DE8'],
  ["\\w+([-+.']\\w+)*@\\w+([-.]\\w+)*\\.\\w+([-.]\\w+)*", 'a.b@c-d.example', 'a@b', 254],
  ['[^@\\s]+@[^@\\s]+\\.[^@\\s]+', 'a@b.c', 'a@b', 5000],
  ['[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}', 'a@b.example', 'a@b'],
  ['\\d{2,4} ?\\d{2,6} ?\\d{2,6}', '030 555 0144', '1'],
  ['(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}', 'a-b.example', 'a_b.example'],
  [
    '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}',
    '10.0.0.255',
    '10.0',
  ],
  ['(?:(?!--)[a-z0-9-])+', 'a-b', 'a--b'],
  ['.*@.*\\..*', 'a@b.c', 'a', 200],
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
  '(\\d+\\.?)+',
  // Rounds that may take nothing, before those that go on without an end.
  '(?:(?:a?){2,}b){14}',
  // Without a repeat that is endless, but in too many ways all the same.
  '(?:a|a){24}',
  `${'a?'.repeat(30)}${'a'.repeat(30)}`,
  `${'(?:|)'.repeat(30)}b`,
  '(?:a(?:|))*b',
  `${'(?:'.repeat(12)}(?=a)${'){8}'.repeat(12)}`,
  // No character that stands here tells what the two have in common.
  '(?:\\p{L}|\\p{Script=Thai})*x',
  '(?:[\\u0e01-\\u0e2e]|[\\u0e02-\\u0e03])*x',
  '(?:[\\u{20000}-\\u{20010}]|[\\u{20005}-\\u{20020}])*x',
  // Nothing of these is wrong but that looking into them would itself take too long.
  '(?:'.repeat(40) + 'a?' + '){3}'.repeat(40),
  `(?:${'a|'.repeat(2000)}b)*`,
];

test('everyday patterns are run, anchored at both ends', () => {
  for (const [pattern, fits, not, maxLength] of everyday) {
    const field: Field = { id: 'a', kind: 'text', label: 'A', pattern };
    if (maxLength !== undefined) field.maxLength = maxLength;
    assert.ok(compilePattern(pattern, maxLength), pattern);
    assert.equal(patternFault(pattern), maxLength === undefined ? undefined : 'pattern_slow');
    assert.equal(checkAnswer(field, fits), undefined, pattern);
    assert.equal(checkAnswer(field, not), 'pattern', pattern);
  }
});

/** Patterns whose time grows with a power of the answer's length. */
const slow: [pattern: string, least: number, most: number][] = [
  ['.*@.*\\..*', 200, 400],
  ['a*a*', 5000, 10_000],
  ['a*a*a*', 200, 400],
  ['.*,.*,.*,.*', 50, 100],
  ['(?:a(?=.*x))*', 3000, 10_000],
  ['.*(?<=x.*)', 3000, 10_000],
];

test('a slow pattern is run as far as the field keeps answers short', () => {
  for (const [pattern, least, most] of slow) {
    assert.equal(patternFault(pattern), 'pattern_slow', pattern);
    assert.equal(compilePattern(pattern), undefined);
    assert.ok(compilePattern(pattern, least), pattern);
    assert.equal(compilePattern(pattern, most), undefined, pattern);
  }
});

test('what is wrong with a pattern has a name', () => {
  assert.equal(patternFault('[a-z]+'), undefined);
  assert.equal(patternFault('('), 'pattern_syntax');
  // Not every engine reads it.
  assert.notEqual(patternFault('(?i:a)'), undefined);
  for (const pattern of runaway) assert.equal(patternFault(pattern, 5), 'pattern_runaway');
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
