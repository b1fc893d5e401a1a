import { en } from '../../src/i18n/en.js';
import { addLanguage, type Phrase, type Sections } from '../../src/i18n/index.js';

/**
 * A made-up language: English with a bracket around every piece that the kit says, and not around
 * what fills its gaps. Its dates and counts are Chinese, for these have no Latin letters.
 */
export const PSEUDO = 'zh-x-pseudo';

const bracket = (text: string) =>
  text
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 || !part ? part : `⟦${part}⟧`))
    .join('');

const inPseudo = (phrase: Phrase) => bracket(typeof phrase === 'string' ? phrase : phrase.other);

const map = <T, U>(object: Readonly<Record<string, T>>, change: (value: T) => U) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

addLanguage(
  PSEUDO,
  map(en as Sections, (section) => map(section, inPseudo)),
);

/** Attributes that a person reads or hears. */
const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Everything that is read of an element, its shadow trees included, each text alone. */
export function* textsOf(root: Node): Generator<string> {
  if (root instanceof Text) yield root.data;
  if (root instanceof Element) {
    // What was announced stays in the language that was spoken then.
    if (root.localName === 'style' || root.matches('.hidden-visually[role=status]')) return;
    for (const name of spoken) if (root.hasAttribute(name)) yield root.getAttribute(name)!;
    if (root.shadowRoot) yield* textsOf(root.shadowRoot);
  }
  for (const child of root.childNodes) yield* textsOf(child);
}

/** Every string in a value, however deep. */
export function* stringsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const each of entries.flat()) yield* stringsIn(each, seen);
}

/** What of a text is neither in brackets nor the host's. */
export function untranslated(text: string, hostTexts: readonly string[]): string[] {
  return text
    .split(/⟦[^⟧]*⟧|·/)
    .map((piece) => piece.trim())
    .filter((piece) => /[A-Za-z]/.test(piece))
    .filter((piece) => !hostTexts.some((each) => each.includes(piece)))
    .filter((piece) => /[A-Za-z]/.test(without(piece, hostTexts)));
}

const without = (piece: string, hostTexts: readonly string[]) =>
  hostTexts.reduce((left, each) => left.replaceAll(each, ''), piece);
