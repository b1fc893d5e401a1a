import { classReader } from './pattern-classes.js';

/** One character, or one class of characters, that stands in a pattern. */
export interface Place {
  /** The samples that it takes, as bits. */
  takes: bigint;
  /** The outermost endless repeat around it; 0 when there is none. */
  loop: number;
  /** The part it belongs to: the pattern itself is 0, and each look ahead or behind has its own. */
  part: number;
  /** Where it can go on. A place that stands twice can be reached in two ways. */
  next: number[];
}

/** A pattern as places and the ways between them, as an engine tries them. */
export interface PatternGraph {
  places: Place[];
  /** Where each part is entered, in its order. */
  entries: number[];
  /** Looks that are met once at most. */
  once: Set<number>;
  /** The longest text that can match. */
  most: number;
  /** Something that no graph can tell. */
  isOpaque: boolean;
}

/** A piece of a pattern: the places it can begin and end at. */
interface Piece {
  first: readonly number[];
  last: readonly number[];
  /** In how many ways it takes nothing. */
  empty: number;
  /** How many rounds it may turn without taking anything. */
  idle: number;
  /** How many characters it takes. */
  least: number;
  most: number;
}

const nothing: Piece = { first: [], last: [], empty: 1, idle: 1, least: 0, most: 0 };

/** More ways than these to take nothing are not counted any more. */
const MANY = 16;

/** Looking into a pattern must not run away either: one that takes too long is not run. */
export class Effort {
  #spent = 0;

  spend(steps: number): void {
    this.#spent += steps;
    if (this.#spent > 1_000_000) throw new RangeError('too large a pattern');
  }
}

/** Reads what `new RegExp(source, 'u')` has taken already. Repeats of more than three are endless. */
export function readPattern(source: string, effort: Effort): PatternGraph {
  const places: Place[] = [];
  const entries: number[] = [];
  const once = new Set<number>();
  const bitsOf = classReader(source);
  let at = 0;
  let depth = 0;
  let loops = 0;
  let part = 0;
  let isOpaque = false;

  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const found = expression.exec(source);
    if (found) at += found[0].length;
    return found;
  };

  const place = (takes: bigint): number => {
    effort.spend(1);
    return places.push({ takes, loop: 0, part, next: [] }) - 1;
  };

  const connect = (from: readonly number[], to: readonly number[]) => {
    effort.spend(from.length * to.length);
    for (const each of from) places[each]!.next.push(...to);
  };

  /** Two of one kind are enough to be in doubt. */
  const repeated = (list: readonly number[], times: number): readonly number[] =>
    times > 1 ? [...list, ...list] : list;

  const join = (left: Piece, right: Piece): Piece => {
    connect(left.last, right.first);
    const empty = left.empty * right.empty;
    if (empty > MANY) isOpaque = true;
    return {
      first: left.empty ? atMostTwice(left.first, repeated(right.first, left.empty)) : left.first,
      last: right.empty ? atMostTwice(right.last, repeated(left.last, right.empty)) : right.last,
      empty,
      idle: Math.max(left.idle, right.idle),
      least: left.least + right.least,
      most: left.most + right.most,
    };
  };

  const choice = (): Piece => {
    let whole = sequence();
    while (match(/\|/y)) {
      const other = sequence();
      whole = {
        first: [...whole.first, ...other.first],
        last: [...whole.last, ...other.last],
        empty: whole.empty + other.empty,
        idle: Math.max(whole.idle, other.idle),
        least: Math.min(whole.least, other.least),
        most: Math.max(whole.most, other.most),
      };
    }
    return whole;
  };

  const sequence = (): Piece => {
    let whole = nothing;
    while (at < source.length && !/[|)]/.test(source[at]!)) whole = join(whole, withBounds());
    return whole;
  };

  const withBounds = (): Piece => {
    const start = at;
    const from = places.length;
    const piece = single();
    effort.spend(places.length - from);
    const bounds = match(/([*+?])\??|\{(\d+)(,?)(\d*)\}\??/y);
    if (!bounds) return piece;
    const [, sign, least, comma, greatest] = bounds;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
    const endless = greatest ? Number(greatest) : Infinity;
    const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? endless : min;
    const end = at;
    if (max === 0) return nothing;

    // A round that takes nothing is dropped by an endless repeat, yet counts in a bounded one.
    const rounds = piece.empty ? (max < Infinity ? max : Math.max(min, 1)) : 1;
    const idle = piece.idle * rounds;
    if (rounds > 8 || idle > 64) isOpaque = true;
    const isFixed = min === max && piece.least === piece.most && isPlain(from, piece);
    let whole = nothing;
    if (isFixed || max <= 3) {
      const pieces = [piece];
      while (pieces.length < Math.min(max, 3) && piece.first.length > 0) {
        at = start;
        pieces.push(single());
      }
      // From the last one: a round that may be missing ends the ones after it.
      for (let round = pieces.length; round >= 1; round -= 1) {
        whole = join(pieces[round - 1]!, whole);
        if (round > min) whole = { ...whole, empty: 1 };
      }
    } else {
      if (piece.empty ** Math.min(min, MANY) > MANY) isOpaque = true;
      connect(piece.last, piece.first);
      // What the first rounds may leave, a later one may take: with more than one such choice too
      // many to be told by a place that stands twice.
      const leaves = min > 0 && piece.empty > 0;
      if (leaves && (min > 1 || piece.empty > 1)) isOpaque = true;
      loops += 1;
      for (const each of places.slice(from)) if (each.part === part) each.loop = loops;
      const first = leaves ? repeated(piece.first, 2) : piece.first;
      whole = { ...piece, first, empty: min === 0 ? 1 : piece.empty ** min };
    }
    at = end;
    // Of nothing there is nothing, however often.
    return { ...whole, idle, least: piece.least * min, most: piece.most && piece.most * max };
  };

  /** Whether its rounds are alike: then more than a few of them add nothing to what can be said. */
  const isPlain = (from: number, { first }: Piece) =>
    [first, ...places.slice(from).map(({ next }) => next)].every((next) => {
      effort.spend(next.length ** 2);
      return overlapping(places, next) <= 1;
    });

  const single = (): Piece => {
    if (match(/\(\?<?[=!]/y)) {
      return { ...nothing, idle: look() };
    }
    const group = match(/\((?:\?(?:([a-z-]*):|<[^>]*>))?/y);
    if (group) {
      // Modifiers are not read alike by every engine.
      if (group[1]) isOpaque = true;
      depth += 1;
      const inner = choice();
      depth -= 1;
      match(/\)/y);
      return inner;
    }
    if (match(/\^|\$|\\b|\\B/y)) return nothing;
    if (match(/\\[1-9]\d*|\\k<[^>]*>/y)) {
      // What was taken before can be anything, and be taken in any number of ways.
      isOpaque = true;
      return nothing;
    }
    const one = place(bitsOf(match(ONE)![0]));
    return { first: [one], last: [one], empty: 0, idle: 1, least: 1, most: 1 };
  };

  /** It takes nothing, but looks for itself each time it is met. */
  const look = (): number => {
    const outer = part;
    part = entries.length;
    const isFirst =
      depth === 0 && places.every((each) => once.has(each.part) || each === places[0]);
    if (isFirst) once.add(part);
    const { idle } = enter();
    part = outer;
    match(/\)/y);
    return idle;
  };

  const enter = (): Piece => {
    const entry = place(0n);
    entries.push(entry);
    depth += 1;
    const whole = choice();
    depth -= 1;
    connect([entry], whole.first);
    return whole;
  };

  depth = -1;
  const { most } = enter();
  return { places, entries, once, most, isOpaque };
}

function atMostTwice(left: readonly number[], right: readonly number[]): number[] {
  const times = new Map<number, number>();
  return [...left, ...right].filter((each) => {
    const before = times.get(each) ?? 0;
    times.set(each, before + 1);
    return before < 2;
  });
}

/** How many of these places one character can lead to, at most. */
export function overlapping(places: readonly Place[], next: readonly number[]): number {
  let most = next.length && 1;
  for (const one of next) {
    const { takes } = places[one]!;
    const alike = next.filter((other) => (places[other]!.takes & takes) !== 0n);
    most = Math.max(most, alike.length);
  }
  return most;
}

/** One character, or one class of characters, as a pattern writes it. */
const ONE =
  /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])|[\s\S]/uy;
