import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkAnswer,
  checkAnswers,
  type Answer,
  type AnswerCode,
  type Field,
} from '../../../src/contract/index.js';

const field = (over: Partial<Field> & Pick<Field, 'kind'>): Field => ({
  id: 'f',
  label: 'F',
  ...over,
});

/** Each row: a field, answers that fit, and answers that don't with their code. */
type Row = [Partial<Field> & Pick<Field, 'kind'>, Answer[], [Answer | undefined, AnswerCode][]];

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
  { value: 'c', label: 'C' },
];

const rows: Row[] = [
  [
    { kind: 'text' },
    ['x', '', ' ', '😀'],
    [
      [1, 'type'],
      [true, 'type'],
      [['x'], 'type'],
    ],
  ],
  [
    { kind: 'text', required: true },
    ['x'],
    [
      [undefined, 'required'],
      ['', 'required'],
      [' \t\n ', 'required'],
      [0, 'type'],
    ],
  ],
  [
    { kind: 'text', minLength: 2, maxLength: 3 },
    ['ab', 'abc', '😀😀', '👩‍🦰', ''],
    [
      ['a', 'min_length'],
      ['😀', 'min_length'],
      ['abcd', 'max_length'],
      ['😀😀😀😀', 'max_length'],
    ],
  ],
  [
    { kind: 'textarea', maxLength: 5 },
    ['a\nb'],
    [
      ['123456', 'max_length'],
      [{ id: 'x', name: 'x' }, 'type'],
    ],
  ],
  [
    { kind: 'phone', pattern: '\\+?\\d+' },
    ['+49', '49'],
    [
      ['call me', 'pattern'],
      [49, 'type'],
    ],
  ],
  [
    { kind: 'text', pattern: 'cat|dog' },
    ['cat', 'dog'],
    [
      ['cats', 'pattern'],
      ['hotdog', 'pattern'],
      ['cat\n', 'pattern'],
      ['Cat', 'pattern'],
    ],
  ],
  [{ kind: 'text', pattern: '.' }, ['a', '😀'], [['ab', 'pattern']]],
  [{ kind: 'text', pattern: '\\p{Lu}\\p{Ll}*' }, ['Ärger'], [['ärger', 'pattern']]],
  [
    { kind: 'text', pattern: 'a', minLength: 2 },
    [],
    [
      ['a', 'min_length'],
      ['bb', 'pattern'],
    ],
  ],
  [
    { kind: 'number' },
    [0, -1, 1.5, 1e300],
    [
      ['1', 'type'],
      [Number.NaN, 'type'],
      [Infinity, 'type'],
      [true, 'type'],
      [['1'], 'type'],
    ],
  ],
  [
    { kind: 'number', required: true, min: 0, max: 10 },
    [0, 10, 0.5],
    [
      [-0.5, 'min'],
      [10.5, 'max'],
      [undefined, 'required'],
    ],
  ],
  [
    { kind: 'boolean' },
    [true, false],
    [
      ['true', 'type'],
      [1, 'type'],
    ],
  ],
  [
    { kind: 'boolean', required: true },
    [true],
    [
      [false, 'required'],
      [undefined, 'required'],
      ['true', 'type'],
    ],
  ],
  [
    { kind: 'select', options },
    ['a', 'c', ''],
    [
      ['d', 'option'],
      ['A', 'option'],
      ['toString', 'option'],
      [['a'], 'type'],
      [1, 'type'],
    ],
  ],
  [
    { kind: 'select', required: true },
    [],
    [
      ['a', 'option'],
      [undefined, 'required'],
    ],
  ],
  [
    { kind: 'multi_select', options, min: 2, max: 2 },
    [['a', 'b'], []],
    [
      [['a'], 'min'],
      [['a', 'b', 'c'], 'max'],
      [['a', 'a'], 'option'],
      [['a', 'd'], 'option'],
      ['a', 'type'],
    ],
  ],
  [{ kind: 'multi_select', options, required: true }, [['a']], [[[], 'required']]],
  [
    { kind: 'date' },
    ['2026-11-24', '2028-02-29'],
    [
      ['2026-02-30', 'date'],
      ['2027-02-29', 'date'],
      ['24.11.2026', 'date'],
      ['2026-1-1', 'date'],
      ['2026-11-24T00:00:00Z', 'date'],
      ['0000-00-00', 'date'],
      [20_261_124, 'type'],
    ],
  ],
  [
    { kind: 'date', min: '2026-01-31', max: '2026-12-01' },
    ['2026-01-31', '2026-12-01'],
    [
      ['2026-01-30', 'min'],
      ['2026-12-02', 'max'],
      ['soon', 'date'],
    ],
  ],
  [
    { kind: 'url' },
    ['https://a.example', 'http://localhost:3000/x?y#z', 'https://[::1]/', 'HTTPS://A.EXAMPLE'],
    [
      ['a.example', 'url'],
      ['/path', 'url'],
      ['javascript:alert(1)', 'url'],
      ['data:text/html,x', 'url'],
      ['java\nscript:alert(1)', 'url'],
      ['ftp://a.example', 'url'],
      ['mailto:a@b.example', 'url'],
      ['https:a.example', 'url'],
      [' https://a.example', 'url'],
      ['https://a.example/\nx', 'url'],
      ['https://', 'url'],
      [1, 'type'],
    ],
  ],
  [
    { kind: 'url', maxLength: 18, pattern: 'https:.*' },
    ['https://a.example'],
    [
      ['https://aa.example/', 'max_length'],
      ['http://a.example', 'pattern'],
      ['https:?', 'url'],
    ],
  ],
  [
    { kind: 'email' },
    ['a@b.example', 'a+b@mail.b.example', 'ä@ö.example'],
    [
      ['a', 'email'],
      ['a@b', 'email'],
      ['@b.example', 'email'],
      ['a@', 'email'],
      ['a b@c.example', 'email'],
      ['a@b@c.example', 'email'],
      ['a@b..example', 'email'],
      ['a@b.example\n', 'email'],
      [1, 'type'],
    ],
  ],
  [
    { kind: 'file' },
    [{ id: 'f1', name: 'a.pdf' }],
    [
      ['a.pdf', 'type'],
      [['a.pdf'], 'type'],
      [1, 'type'],
    ],
  ],
  [{ kind: 'file', required: true }, [], [[undefined, 'required']]],
  [
    { kind: 'info' },
    [],
    [
      ['x', 'unknown_field'],
      [false, 'unknown_field'],
    ],
  ],
  [{ kind: 'info', required: true }, [], []],
];

for (const [given, good, bad] of rows) {
  const { kind, ...rest } = given;
  test(`${kind} ${JSON.stringify(rest)}`, () => {
    const one = field(given);
    const form = {
      id: 'x',
      version: 'v',
      title: 'X',
      steps: [{ id: 's', title: 'S', fields: [one] }],
    };
    for (const answer of good) {
      assert.equal(checkAnswer(one, answer), undefined, JSON.stringify(answer));
      assert.deepEqual(checkAnswers(form, { f: answer }), [], JSON.stringify(answer));
    }
    for (const [answer, code] of bad) {
      assert.equal(checkAnswer(one, answer), code, JSON.stringify(answer));
      const answers: Record<string, Answer> = answer === undefined ? {} : { f: answer };
      assert.deepEqual(checkAnswers(form, answers), [{ fieldId: 'f', code }]);
    }
  });
}

test('no kind asks for an answer that is not required', () => {
  for (const [given] of rows) {
    assert.equal(checkAnswer(field({ ...given, required: false }), undefined), undefined);
  }
});
