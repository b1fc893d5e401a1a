/**
 * A field's pattern, as in HTML: the whole answer must match, with the u flag. Undefined when it is
 * no regular expression or can run away, that is, when some answer would keep the engine busy for
 * ever: nobody runs such a pattern.
 */
export function compilePattern(source: string): RegExp | undefined {
  if (compiled.size > 200) compiled.clear();
  if (!compiled.has(source)) compiled.set(source, compile(source));
  return compiled.get(source);
}

const compiled = new Map<string, RegExp | undefined>();

function compile(source: string): RegExp | undefined {
  try {
    // On its own first: the parentheses around it must not be what makes it an expression.
    new RegExp(source, 'u');
    return new Pattern(source).canRunAway() ? undefined : new RegExp(`^(?:${source})$`, 'u');
  } catch {
    return undefined;
  }
}

/** A part of a pattern: the places it can begin and end at, and whether it can be passed by. */
interface Part {
  first: readonly number[];
  last: readonly number[];
  empty: boolean;
  /** How many characters it takes; NaN when that varies. */
  length: number;
}

const nothing: Part = { first: [], last: [], empty: true, length: 0 };

/**
 * A pattern as places (one for each character or class that stands in it) and the steps between
 * them. An engine that tries every way runs away when one and the same text leads back to a place in
 * two ways: each further round doubles the ways. Repeats of more than three are taken as endless.
 */
class Pattern {
  readonly #source: string;
  readonly #samples: string[];
  #at = 0;
  /** Of each place: the samples it takes as bits, and its text. */
  readonly #places: { takes: bigint; text: string }[] = [];
  /** From each place, where it can go on. One that stands twice can be reached in two ways. */
  readonly #steps: number[][] = [];
  readonly #takenBy = new Map<string, bigint>();
  #runsAway = false;
  #effort = 0;

  constructor(source: string) {
    this.#source = source;
    this.#samples = [...new Set([...SAMPLES, ...source])];
    this.#choice();
  }

  canRunAway(): boolean {
    return this.#runsAway || this.#isAmbiguous();
  }

  #choice(): Part {
    let part = this.#sequence();
    while (this.#take('|')) {
      const other = this.#sequence();
      part = {
        first: [...part.first, ...other.first],
        last: [...part.last, ...other.last],
        empty: part.empty || other.empty,
        length: part.length === other.length ? part.length : Number.NaN,
      };
    }
    return part;
  }

  #sequence(): Part {
    let part = nothing;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      part = this.#join(part, this.#repeated());
    }
    return part;
  }

  #join(left: Part, right: Part): Part {
    this.#connect(left, right);
    return {
      first: left.empty ? [...left.first, ...right.first] : left.first,
      last: right.empty ? [...left.last, ...right.last] : right.last,
      empty: left.empty && right.empty,
      length: left.length + right.length,
    };
  }

  #connect(from: Part, to: Part): void {
    this.#spend(from.last.length * to.first.length);
    for (const place of from.last) this.#steps[place]!.push(...to.first);
  }

  #repeated(): Part {
    const start = this.#at;
    const part = this.#single();
    const bounds = this.#match(/([*+?])\??|\{(\d+)(,?)(\d*)\}\??/y);
    if (!bounds) return part;
    const [, sign, least, comma, most] = bounds;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
    const endless = most ? Number(most) : Infinity;
    const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? endless : min;
    const end = this.#at;
    if (max === 0) return nothing;

    const isFixed = min === max && !Number.isNaN(part.length);
    let whole = nothing;
    if (isFixed || max <= 3) {
      const rounds = [part];
      while (rounds.length < Math.min(max, 3) && part.first.length > 0) {
        this.#at = start;
        rounds.push(this.#single());
      }
      // From the last one: a round that may be missing ends the ones after it.
      for (let round = rounds.length; round >= 1; round -= 1) {
        whole = this.#join(rounds[round - 1]!, whole);
        if (round > min) whole = { ...whole, empty: true };
      }
    } else {
      // A round that takes nothing is dropped by an endless repeat, yet counts in a bounded one.
      if (part.empty && max > 8 && max < Infinity) this.#runsAway = true;
      this.#connect(part, part);
      whole = { ...part, empty: part.empty || min === 0 };
    }
    this.#at = end;
    return { ...whole, length: min === max ? part.length * max : Number.NaN };
  }

  #single(): Part {
    if (this.#match(/\(\?<?[=!]/y)) {
      // It looks only, but it must not run away either.
      this.#choice();
      this.#take(')');
      return nothing;
    }
    if (this.#match(/\((\?([a-z-]*:|<[^>]*>))?/y)) {
      const part = this.#choice();
      this.#take(')');
      return part;
    }
    if (this.#match(/\^|\$|\\b|\\B/y)) return nothing;
    // What was taken before can be anything, and be taken in any number of ways.
    if (this.#match(/\\[1-9]\d*|\\k<[^>]*>/y)) this.#runsAway = true;
    else return this.#place(this.#match(ONE)![0]);
    return nothing;
  }

  #place(text: string): Part {
    const place = this.#places.push({ takes: this.#taken(text), text }) - 1;
    this.#steps.push([]);
    this.#spend(place);
    return { first: [place], last: [place], empty: false, length: 1 };
  }

  #taken(text: string): bigint {
    let takes = this.#takenBy.get(text);
    if (takes === undefined) {
      const one = new RegExp(`^${text}$`, 'u');
      takes = 0n;
      for (const [index, sample] of this.#samples.entries()) {
        if (one.test(sample)) takes |= 1n << BigInt(index);
      }
      this.#takenBy.set(text, takes);
    }
    return takes;
  }

  /** Looking into a pattern must not run away either: one that takes too long is not run. */
  #spend(steps: number): void {
    this.#effort += steps;
    if (this.#effort > 1_000_000) throw new RangeError('too large a pattern');
  }

  #take(character: string): boolean {
    const is = this.#source[this.#at] === character;
    if (is) this.#at += 1;
    return is;
  }

  #match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }

  /** Whether two walks of the same text can part and meet again, on a way that comes back. */
  #isAmbiguous(): boolean {
    const count = this.#places.length;
    const reaches = this.#steps.map((_, from) => this.#reachable(from));
    const together = (one: number, other: number) =>
      reaches[one]!.has(other) && reaches[other]!.has(one);
    const seen = new Set<number>();
    const pairs: [number, number][] = [];
    for (let place = 0; place < count; place += 1) pairs.push([place, place]);
    for (const [one, other] of pairs) {
      for (const [index, nextOne] of this.#steps[one]!.entries()) {
        if (!together(one, nextOne)) continue;
        this.#spend(this.#steps[other]!.length);
        for (const [otherIndex, nextOther] of this.#steps[other]!.entries()) {
          if (!together(other, nextOther) || !this.#overlap(nextOne, nextOther)) continue;
          if (nextOne === nextOther) {
            if (one !== other || index !== otherIndex) return true;
            continue;
          }
          const key = nextOne * count + nextOther;
          if (seen.has(key)) continue;
          seen.add(key);
          pairs.push([nextOne, nextOther]);
        }
      }
    }
    return false;
  }

  #reachable(from: number): Set<number> {
    const found = new Set(this.#steps[from]);
    for (const place of found) {
      this.#spend(this.#steps[place]!.length);
      for (const next of this.#steps[place]!) found.add(next);
    }
    return found;
  }

  #overlap(one: number, other: number): boolean {
    const [left, right] = [this.#places[one]!, this.#places[other]!];
    return (left.takes & right.takes) !== 0n || left.text === right.text;
  }
}

/** One character, or one class of characters, as it stands in a pattern. */
const ONE =
  /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])|[\s\S]/uy;

/** Characters of many sorts, to find out by trial what two classes have in common. */
const SAMPLES = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'αΩжЖאع٣अกあア中한\u2003\u2028\u3000€–“😀\u{10FFFF}',
];
