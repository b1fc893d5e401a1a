import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePattern, patternFault } from '../../../src/contract/index.js';
import { growthOf } from '../../../src/contract/pattern-growth.js';
import { Effort, readPattern } from '../../../src/contract/pattern-graph.js';
import { sourceOf, walkPattern, type Node } from './backtracking.js';

const atom = fc.constantFrom<Node>(
  ...[/a/, /b/, /[ab]/, /[a-c]/, /[^a]/, /./, /c/].map((one) => ({ one })),
);
const bounds = fc.constantFrom<[number, number]>(
  ...([
    [0, 1],
    [0, Infinity],
    [1, Infinity],
    [2, 2],
    [12, 12],
    [1, 3],
    [0, 6],
    [2, Infinity],
  ] as [number, number][]),
);

const { node: anyPattern } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: atom },
    {
      weight: 3,
      arbitrary: fc.array(tie('node'), { maxLength: 4 }).map((all): Node => ({ all })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map((any): Node => ({ any })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie('node'), bounds)
        .map(([repeat, [min, max]]): Node => ({ repeat, min, max })),
    },
    { weight: 2, arbitrary: tie('node').map((look): Node => ({ look })) },
  ),
}));

const letters = fc.constantFrom('a', 'b', 'c');
const word = fc.array(letters, { minLength: 1, maxLength: 3 }).map((each) => each.join(''));
/** What makes an engine work: a beginning, a round again and again, and an end that does not fit. */
const attack = fc.tuple(
  fc.oneof(fc.constant(''), word),
  word,
  fc.oneof(fc.constantFrom('', '!', '\n'), word),
);

const graphOf = (source: string) => {
  const effort = new Effort();
  return growthOf(readPattern(source, effort), effort);
};

/** Also written out many times, for a doubt that is there once does no harm. */
const anyLongPattern = fc
  .tuple(anyPattern, fc.constantFrom(1, 1, 1, 14))
  .map(([node, times]): Node => (times === 1 ? node : { all: Array<Node>(times).fill(node) }));

const attacks = fc.array(attack, { minLength: 8, maxLength: 8 });

test('an engine that tries every way takes no more steps than was foreseen', () => {
  let runs = 0;
  fc.assert(
    fc.property(anyLongPattern, attacks, (node, given) => {
      const source = sourceOf(node);
      if (patternFault(source, 20)) return;
      const { degree, ways } = graphOf(source);
      for (const [head, round, tail] of given) {
        const text = head + round.repeat([24, 24, 24, 12][degree] ?? 8) + tail;
        const bound = 4 * (source.length + 4) * ways * (text.length + 1) ** Math.max(degree, 1);
        const { steps } = walkPattern(node, text, bound);
        assert.ok(steps <= bound, `${source} on ${JSON.stringify(text)}: more than ${bound}`);
        runs += 1;
      }
    }),
    { numRuns: 3000 },
  );
  assert.ok(runs > 5000, `${runs}`);
});

/** How many characters a pattern takes where each endless repeat goes round once. */
function reachOf(node: Node): number {
  if ('all' in node) return node.all.reduce((sum, each) => sum + reachOf(each), 0);
  if ('any' in node) return Math.max(...node.any.map(reachOf));
  if ('look' in node) return reachOf(node.look);
  if ('repeat' in node)
    return reachOf(node.repeat) * (node.max === Infinity ? Math.max(node.min, 1) : node.max);
  return 1;
}

test('an answer of twice the length takes no more than the power of two that was foreseen', () => {
  const lengths = [64, 64, 56];
  let runs = 0;
  fc.assert(
    fc.property(anyPattern, attacks, (node, given) => {
      const source = sourceOf(node);
      if (patternFault(source, 20)) return;
      const { degree } = graphOf(source);
      const count = lengths[degree];
      // Within the reach of bounded repeats an answer grows into them, and not yet by its length.
      if (count === undefined || reachOf(node) > count / 2) return;
      for (const [head, round, tail] of given) {
        const text = (times: number) => head + round.repeat(times) + tail;
        const once = walkPattern(node, text(count), 200_000);
        // One that fits is found before every way was tried, and says nothing of them.
        if (once.steps > 200_000 || once.fits) continue;
        const bound = 60 + once.steps * 2 ** Math.max(degree, 1) * 1.6;
        const twice = walkPattern(node, text(2 * count), bound);
        assert.ok(twice.steps <= bound, `${source} on ${JSON.stringify(text(count))}`);
        runs += 1;
      }
    }),
    { numRuns: 1500 },
  );
  assert.ok(runs > 3000, `${runs}`);
});

test('the engine that counts says what the one of the language says', () => {
  let runs = 0;
  fc.assert(
    fc.property(anyPattern, attack, (node, [head, round, tail]) => {
      const text = head + round.repeat(3) + tail;
      const expression = compilePattern(sourceOf(node), text.length);
      if (!expression) return;
      assert.equal(walkPattern(node, text, Infinity).fits, expression.test(text), sourceOf(node));
      runs += 1;
    }),
    { numRuns: 2000 },
  );
  assert.ok(runs > 500, `${runs}`);
});
