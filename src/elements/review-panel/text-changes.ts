/** A part of a text: in both, only in the one before, or only in the one now. */
export interface Piece {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** The places in both texts of a word that stayed. */
type Pair = readonly [number, number];

/** Beyond so many differences it is another text, and a reader is better off with both in full. */
const MOST_DIFFERENCES = 600;
/** In UTF-16 units; a note or an answer of people is shorter, and what is longer is not looked into. */
const LONGEST = 40_000;
/** What stays between two differences must have so many letters, or it is read as one difference. */
const LEAST_KEPT = 4;

const letters = /[\p{L}\p{N}]/gu;
const countLetters = (text: string) => text.match(letters)?.length ?? 0;

/** Words, spaces and punctuation, in the way of the text's own script where the browser knows it. */
export function splitWords(text: string): string[] {
  if (!Intl.Segmenter) return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** The parts of an address, each with what ends it. */
export const splitAddress = (text: string): string[] =>
  text.match(/[^/.?&=#:@]+[/.?&=#:@]*|[/.?&=#:@]+/g) ?? [];

/**
 * What a text keeps of the one before. Kept and added make up the text now, kept and removed the one
 * before, whatever they are. The cost is bounded: what has too many differences has but one, the whole.
 */
export function compareTexts(before: string, now: string, split = splitWords): Piece[] {
  if (before.length > LONGEST || now.length > LONGEST) return joined([before], [now], []);
  const [old, fresh] = [split(before), split(now)];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const [n, m] = [old.length - start - end, fresh.length - start - end];
  const isSame = (x: number, y: number) => old[start + x] === fresh[start + y];
  const pairs = n && m ? (keptPairs(n, m, isSame) ?? []) : [];
  const all: Pair[] = [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...pairs.map(([x, y]): Pair => [start + x, start + y]),
    ...Array.from({ length: end }, (_, at): Pair => [start + n + at, start + m + at]),
  ];
  slide(old, fresh, all);
  return joined(old, fresh, all);
}

/** The pieces worth showing inside one text: undefined where too little of either stayed. */
export function changesWithin(before: string, now: string, split?: typeof splitWords) {
  const pieces = compareTexts(before, now, split);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? text.length : 0), 0);
  return kept * 3 > Math.min(before.length, now.length) ? pieces : undefined;
}

/**
 * What two rows have in common, in order, as pairs of places: the longest there is, found by the
 * fewest differences (Myers, 1986). Undefined where these are too many.
 */
function keptPairs(n: number, m: number, isSame: (x: number, y: number) => boolean) {
  const most = Math.min(MOST_DIFFERENCES, n + m);
  const zero = most + 1;
  /** How far each diagonal `x - y` has come; and how it stood before each further difference. */
  const reached = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  const isDown = (row: Int32Array, zero: number, k: number, d: number) =>
    k === -d || (k !== d && row[zero + k - 1]! < row[zero + k + 1]!);

  for (let d = 0; d <= most; d += 1) {
    trail.push(reached.slice(zero - d, zero + d + 1));
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reached, zero, k, d) ? reached[zero + k + 1]! : reached[zero + k - 1]! + 1;
      while (x < n && x - k < m && isSame(x, x - k)) x += 1;
      reached[zero + k] = x;
      if (x >= n && x - k >= m) return walkBack(d);
    }
  }
  return undefined;

  function walkBack(differences: number) {
    const pairs: Pair[] = [];
    let [x, y] = [n, m];
    for (let d = differences; d >= 0; d -= 1) {
      const k = x - y;
      const isFirst = d === 0;
      const down = isDown(trail[d]!, d, k, d);
      const from = isFirst ? 0 : trail[d]![d + (down ? k + 1 : k - 1)]!;
      const [left, top] = isFirst ? [0, 0] : down ? [from, from - k] : [from + 1, from + 1 - k];
      while (x > left && y > top) {
        x -= 1;
        y -= 1;
        pairs.push([x, y]);
      }
      [x, y] = down ? [from, from - k - 1] : [from, from - k + 1];
    }
    return pairs.toReversed();
  }
}

/** A full stop belongs to the sentence before it, where it could as well stand at the end of a new one. */
function slide(old: readonly string[], fresh: readonly string[], pairs: Pair[]) {
  for (const [at, [x, y]] of pairs.entries()) {
    const [lastX, lastY] = pairs[at - 1] ?? [-1, -1];
    const [freeX, freeY] = [lastX + 1, lastY + 1];
    if (countLetters(old[x]!)) continue;
    if (freeX === x && fresh[freeY] === fresh[y]) pairs[at] = [x, freeY];
    else if (freeY === y && old[freeX] === old[x]) pairs[at] = [freeX, y];
  }
}

/** Runs of the same kind as one piece, what was removed before what was added in its place. */
function joined(old: readonly string[], fresh: readonly string[], pairs: readonly Pair[]): Piece[] {
  const pieces: Piece[] = [];
  const gap = { kept: '', removed: '', added: '' };
  const push = (...kinds: Piece['kind'][]) => {
    for (const kind of kinds) {
      if (gap[kind]) pieces.push({ kind, text: gap[kind] });
      gap[kind] = '';
    }
  };
  /** Before a further difference: what stayed since the last one stands, unless it is too little. */
  const differ = (kind: 'removed' | 'added', text: string) => {
    if (!text) return;
    if (gap.kept && (gap.removed || gap.added) && countLetters(gap.kept) < LEAST_KEPT) {
      gap.removed += gap.kept;
      gap.added += gap.kept;
      gap.kept = '';
    } else if (gap.kept) push('removed', 'added', 'kept');
    gap[kind] += text;
  };
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...pairs, [old.length, fresh.length] as Pair]) {
    differ('removed', old.slice(x, nextX).join(''));
    differ('added', fresh.slice(y, nextY).join(''));
    gap.kept += old[nextX] ?? '';
    [x, y] = [nextX + 1, nextY + 1];
  }
  push('removed', 'added', 'kept');
  return pieces;
}
