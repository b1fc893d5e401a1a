/** A regular expression as an engine walks it. */
export type Node =
  | { one: RegExp }
  | { all: Node[] }
  | { any: Node[] }
  | { repeat: Node; min: number; max: number }
  | { look: Node };

/** The same as text. */
export function sourceOf(node: Node): string {
  if ('one' in node) return node.one.source;
  if ('all' in node) return node.all.map(sourceOf).join('');
  if ('any' in node) return `(?:${node.any.map(sourceOf).join('|')})`;
  if ('look' in node) return `(?=${sourceOf(node.look)})`;
  const { repeat, min, max } = node;
  const inner = 'one' in repeat ? sourceOf(repeat) : `(?:${sourceOf(repeat)})`;
  return `${inner}{${min},${max === Infinity ? '' : max}}`;
}

/**
 * Matches a whole text as the language's standard says, one choice after the other, and counts the
 * steps. Gives up beyond `cap`: then nobody knows whether it matches.
 */
export function walkPattern(
  node: Node,
  text: string,
  cap: number,
): { fits: boolean; steps: number } {
  let steps = 0;
  type Rest = (at: number) => boolean;

  const step = () => {
    steps += 1;
    if (steps > cap) throw new RangeError('gave up');
  };

  const walk = (here: Node, at: number, rest: Rest): boolean => {
    step();
    if ('one' in here) return at < text.length && here.one.test(text[at]!) && rest(at + 1);
    if ('any' in here) return here.any.some((each) => walk(each, at, rest));
    if ('look' in here) return walk(here.look, at, () => true) && rest(at);
    if ('all' in here) {
      const from = (index: number, place: number): boolean =>
        index === here.all.length
          ? rest(place)
          : walk(here.all[index]!, place, (next) => from(index + 1, next));
      return from(0, at);
    }
    const { repeat, min, max } = here;
    const again = (done: number, place: number): boolean => {
      step();
      const more =
        done < max &&
        // A round beyond the least that takes nothing is refused.
        walk(repeat, place, (next) =>
          done >= min && next === place ? false : again(done + 1, next),
        );
      return more || (done >= min && rest(place));
    };
    return again(0, at);
  };

  try {
    return { fits: walk(node, 0, (at) => at === text.length), steps };
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return { fits: false, steps: Infinity };
  }
}
