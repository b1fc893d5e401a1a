import { overlapping, type Effort, type PatternGraph, type Place } from './pattern-graph.js';

/** How the work of an engine that tries every way grows: `ways` times the length to the `degree`. */
export interface Growth {
  degree: number;
  ways: number;
}

/**
 * The worst growth that a pattern can have; the degree is infinite when each further character can
 * double the work.
 *
 * Two rounds of one repeat that can take the same text in two ways double the ways with each round.
 * Two repeats one after the other that can take the same text, the way between them included, share
 * it in as many ways as it is long, so a chain of n such pairs has a degree of n + 1. Whatever is in
 * doubt counts as worse. See Weber and Seidl, On the degree of ambiguity of finite automata (1991).
 */
export function growthOf(graph: PatternGraph, effort: Effort): Growth {
  const { places, entries, once } = graph;
  const parts = entries.map((entry, part) => {
    const loops = loopsOf(places, part);
    return {
      isRunaway: loops.some((loop) => isAmbiguous(places, loop, effort)),
      degree: loops.length && 1 + chainOf(places, loops, effort),
      ways: waysFrom(places, entry, new Map(), effort),
      isOnce: part === 0 || once.has(part),
    };
  });
  if (graph.isOpaque || parts.some(({ isRunaway }) => isRunaway)) {
    return { degree: Infinity, ways: 1 };
  }
  const again = parts.filter(({ isOnce }) => !isOnce);
  return {
    // A look is made again wherever the rest comes by.
    degree: again.reduce(
      (sum, { degree }) => sum + degree,
      Math.max(...parts.filter(({ isOnce }) => isOnce).map(({ degree }) => degree)),
    ),
    ways: parts.reduce((product, { ways }) => product * ways, 1),
  };
}

/** The places of each repeat, in their order. */
function loopsOf(places: readonly Place[], part: number): number[][] {
  const loops = new Map<number, number[]>();
  for (const [index, place] of places.entries()) {
    if (place.part !== part || place.loop === 0) continue;
    loops.set(place.loop, [...(loops.get(place.loop) ?? []), index]);
  }
  return [...loops.values()];
}

/** Whether two walks of the same text can part and meet again within a repeat. */
function isAmbiguous(places: readonly Place[], loop: readonly number[], effort: Effort): boolean {
  const inLoop = (index: number) => places[index]!.loop === places[loop[0]!]!.loop;
  const seen = new Set<number>();
  const pairs = loop.map((place): [number, number] => [place, place]);
  for (const [one, other] of pairs) {
    for (const [index, nextOne] of places[one]!.next.entries()) {
      if (!inLoop(nextOne)) continue;
      effort.spend(places[other]!.next.length);
      for (const [otherIndex, nextOther] of places[other]!.next.entries()) {
        if (!inLoop(nextOther) || !(places[nextOne]!.takes & places[nextOther]!.takes)) continue;
        if (nextOne === nextOther) {
          if (one !== other || index !== otherIndex) return true;
          continue;
        }
        const key = nextOne * places.length + nextOther;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([nextOne, nextOther]);
      }
    }
  }
  return false;
}

/** The longest chain of repeats that share text. */
function chainOf(places: readonly Place[], loops: readonly number[][], effort: Effort): number {
  const depths: number[] = [];
  // Ways out of a repeat lead on, never back.
  for (let from = loops.length - 1; from >= 0; from -= 1) {
    const reached = reachable(places, loops[from]!, effort);
    depths[from] = 0;
    for (let to = from + 1; to < loops.length; to += 1) {
      if (!reached.has(loops[to]![0]!)) continue;
      const shared = sharesText(places, loops[from]!, loops[to]!, effort) ? 1 : 0;
      depths[from] = Math.max(depths[from]!, depths[to]! + shared);
    }
  }
  return Math.max(0, ...depths);
}

function reachable(places: readonly Place[], from: readonly number[], effort: Effort) {
  const found = new Set(from);
  for (const place of found) {
    effort.spend(places[place]!.next.length);
    for (const next of places[place]!.next) found.add(next);
  }
  return found;
}

/** Whether a text goes round in one repeat, and round in another, and from the one to the other. */
function sharesText(
  places: readonly Place[],
  one: readonly number[],
  other: readonly number[],
  effort: Effort,
): boolean {
  const [loop, end] = [places[one[0]!]!.loop, places[other[0]!]!.loop];
  const until = other.at(-1)!;
  const goesRound = (start: number): boolean => {
    const seen = new Set<number>();
    const walks = other.map((to): [number, number, number] => [start, start, to]);
    for (const [first, between, last] of walks) {
      for (const nextFirst of places[first]!.next) {
        if (places[nextFirst]!.loop !== loop) continue;
        for (const nextLast of places[last]!.next) {
          const both = places[nextFirst]!.takes & places[nextLast]!.takes;
          if (places[nextLast]!.loop !== end || !both) continue;
          effort.spend(places[between]!.next.length);
          for (const next of places[between]!.next) {
            if (next > until || !(places[next]!.takes & both)) continue;
            if (next === nextLast && nextFirst === start) return true;
            const key = (nextFirst * places.length + next) * places.length + nextLast;
            if (seen.has(key)) continue;
            seen.add(key);
            walks.push([nextFirst, next, nextLast]);
          }
        }
      }
    }
    return false;
  };
  return one.some(goesRound);
}

/** In how many ways one text can go on outside of repeats, at most. */
function waysFrom(
  places: readonly Place[],
  from: number,
  known: Map<number, number>,
  effort: Effort,
): number {
  // Ways lead on to later places, but for those of a repeat, which is passed as one.
  for (let at = places.length - 1; at >= from; at -= 1) {
    const { loop, next, part } = places[at]!;
    if (part !== places[from]!.part) continue;
    const out = next.filter((to) => loop === 0 || places[to]!.loop !== loop);
    effort.spend(out.length * out.length);
    const onward = out.map((to) => known.get(places[to]!.loop ? -places[to]!.loop : to) ?? 1);
    const ways = Math.max(1, overlapping(places, out)) * Math.max(1, ...onward);
    const key = loop ? -loop : at;
    known.set(key, Math.max(known.get(key) ?? 1, ways));
  }
  return known.get(from)!;
}
