import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  changesWithin,
  compareTexts,
  splitAddress,
  splitWords,
  type Piece,
} from '../../../../src/elements/review-panel/text-changes.js';

const signs = { kept: '', removed: '-', added: '+' };
const show = (pieces: readonly Piece[] | undefined) =>
  pieces?.map(({ kind, text }) => `${signs[kind]}[${text}]`).join('');
const words = (before: string, now: string) => show(compareTexts(before, now));
const address = (before: string, now: string) => show(compareTexts(before, now, splitAddress));

const join = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('what a text keeps of the one before', () => {
  it('is told by words', () => {
    assert.equal(
      words('We pay out once a day.', 'We pay out twice a day. Refunds too.'),
      '[We pay out ]-[once]+[twice][ a day.]+[ Refunds too.]',
    );
    assert.equal(words('the cat sat', 'the cat'), '[the cat]-[ sat]');
    assert.equal(words('same', 'same'), '[same]');
    assert.equal(words('', 'new'), '+[new]');
    assert.equal(words('', ''), '');
  });

  it('is told by the parts of an address', () => {
    assert.equal(
      address('https://fernwood.example/hooks', 'https://hooks.fernwood.example/v2/northbank'),
      '[https://]+[hooks.][fernwood.example/]-[hooks]+[v2/northbank]',
    );
  });

  it('leaves no crumbs between differences', () => {
    assert.equal(words('red, a fox', 'blue, a dog'), '-[red, a fox]+[blue, a dog]');
  });

  it('counts words of scripts that write none of their spaces', () => {
    assert.equal(
      show(compareTexts('東京都に住んでいます', '京都府に住んでいます'))!.includes('住'),
      true,
    );
  });

  it('is not shown inside where too little stayed', () => {
    assert.equal(changesWithin('Fernwood Ledger DAC', 'Banco Meridian'), undefined);
    assert.ok(changesWithin('One two three four.', 'One two three four. Five six seven.'));
  });

  it('does without a segmenter', () => {
    const { Segmenter } = Intl;
    Object.assign(Intl, { Segmenter: undefined });
    try {
      assert.deepEqual(splitWords('Über 3 Tage: ja.'), [
        'Über',
        ' ',
        '3',
        ' ',
        'Tage',
        ':',
        ' ',
        'ja',
        '.',
      ]);
      roundTrip(splitWords);
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });

  it('makes up both texts again, whatever they are', () => {
    roundTrip(splitWords);
    roundTrip(splitAddress);
  });

  it('is the longest there is', () => {
    const rows = fc.array(fc.constantFrom('alpha', 'bravo', 'charlie'), { maxLength: 12 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const pieces = compareTexts(one.join(' '), other.join(' '), (text) =>
          text ? text.split(/(?<= )/) : [],
        );
        const kept = pieces.filter(({ kind }) => kind === 'kept').map(({ text }) => text);
        const tokens = (text: string) => text.split(/(?<= )/).filter(Boolean);
        assert.equal(
          kept.flatMap(tokens).length,
          longest(tokens(one.join(' ')), tokens(other.join(' '))),
        );
      }),
    );
  });

  it('costs little, however two long texts differ', () => {
    const sizes = fc.constantFrom(1, 2, 7, 60);
    const texts = fc
      .tuple(sizes, fc.infiniteStream(fc.nat()))
      .map(([kinds, numbers]) =>
        Array.from({ length: 3333 }, () => `w${numbers.next().value! % kinds} `).join(''),
      );
    fc.assert(
      fc.property(texts, texts, (before, now) => {
        let reads = 0;
        const counted = (text: string) =>
          new Proxy(text.split(/(?<= )/), {
            get(row, at, self) {
              reads += 1;
              return Reflect.get(row, at, self);
            },
          });
        const pieces = compareTexts(before, now, counted);
        assert.equal(join(pieces, 'removed'), now);
        assert.ok(reads < 4_000_000, `${reads} reads`);
      }),
      { numRuns: 20 },
    );
  });

  it('looks into nothing that is longer than people write', () => {
    const long = 'word '.repeat(20_000);
    assert.deepEqual(
      compareTexts(long, `${long}.`, () => assert.fail('split')).map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });
});

/** Texts that have much in common, and some that hold anything. */
function roundTrip(split: typeof splitWords) {
  const word = fc.oneof(
    fc.constantFrom('pay', 'out', '/', '.', ' ', '\n', 'https://', 'ü', '東京', '👩‍🚀', '\ud83d'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const text = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, now) => {
      const pieces = compareTexts(before, now, split);
      assert.equal(join(pieces, 'removed'), now);
      assert.equal(join(pieces, 'added'), before);
      assert.ok(pieces.every((piece) => piece.text));
      assert.ok(pieces.every(({ kind }, at) => kind !== pieces[at + 1]?.kind));
    }),
  );
}

/** The length of the longest common row, by the book. */
function longest(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const each of one) {
    const next = [0];
    for (const [at, its] of other.entries()) {
      next.push(each === its ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return row.at(-1)!;
}
