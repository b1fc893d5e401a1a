import { growthOf } from './pattern-growth.js';
import { Effort, readPattern } from './pattern-graph.js';

/** Why a pattern is never run: it is no expression, or some answer would keep the engine too busy. */
export type PatternFault = 'pattern_syntax' | 'pattern_runaway' | 'pattern_slow';

/** No body, and so no answer, is longer. */
const LONGEST = 1_048_576;
/** Steps of an engine that tries every way: some tenths of a second. */
const BUDGET = 50_000_000;

interface Compiled {
  expression: RegExp | undefined;
  /** The longest answer for which it is quick enough. */
  limit: number;
}

const compiled = new Map<string, Compiled>();

/**
 * A field's pattern, as in HTML: the whole answer must match, with the u flag. Undefined when it is
 * no regular expression or can run away on an answer of the length that the field allows: nobody
 * runs such a pattern.
 */
export function compilePattern(source: string, maxLength = LONGEST): RegExp | undefined {
  const { expression, limit } = lookUp(source);
  return maxLength <= limit ? expression : undefined;
}

/**
 * What is wrong with a pattern, if anything: `pattern_slow` is mended by a shorter `maxLength`,
 * `pattern_runaway` by none.
 */
export function patternFault(source: string, maxLength = LONGEST): PatternFault | undefined {
  const { expression, limit } = lookUp(source);
  if (!expression) return 'pattern_syntax';
  if (maxLength <= limit) return undefined;
  return limit > 0 ? 'pattern_slow' : 'pattern_runaway';
}

/** The longest answer for which a pattern is quick enough; 0 when there is none. */
export const patternLimit = (source: string): number => lookUp(source).limit;

/** An engine can run out of memory over a long answer; what can't be checked does not fit. */
export function fitsPattern(expression: RegExp, answer: string): boolean {
  try {
    return expression.test(answer);
  } catch {
    return false;
  }
}

function lookUp(source: string): Compiled {
  let found = compiled.get(source);
  if (!found) {
    if (compiled.size > 200) compiled.clear();
    found = { expression: compile(source), limit: 0 };
    if (found.expression) found.limit = limitOf(source);
    compiled.set(source, found);
  }
  return found;
}

function compile(source: string): RegExp | undefined {
  try {
    // On its own first: the parentheses around it must not be what makes it an expression.
    new RegExp(source, 'u');
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    return undefined;
  }
}

function limitOf(source: string): number {
  try {
    const effort = new Effort();
    const graph = readPattern(source, effort);
    const { degree, ways } = growthOf(graph, effort);
    if (degree === Infinity) return 0;
    const limit = Math.floor((BUDGET / ways) ** (1 / Math.max(degree, 1)));
    // Beyond what it can match, a longer answer costs no more.
    return limit >= Math.min(graph.most + 1, LONGEST) ? LONGEST : limit;
  } catch {
    return 0;
  }
}
