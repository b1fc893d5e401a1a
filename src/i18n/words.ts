/**
 * A phrase: a text with `{names}` to fill in, or one text for each plural form of its `{count}`.
 */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Section = Readonly<Record<string, Phrase>>;
export type Sections = Readonly<Record<string, Section>>;

/** `section.phrase`, for every phrase there is. */
export type PhraseKey<W extends Sections> = {
  [S in keyof W & string]: `${S}.${keyof W[S] & string}`;
}[keyof W & string];

/** Phrases of one's own in place of the built-in ones. */
export type Overrides<W extends Sections> = {
  readonly [S in keyof W]?: { readonly [P in keyof W[S]]?: Phrase };
};

/** A phrase cut at its `{names}`, with what fills them: texts, or anything a view can show. */
export function compose<T>(
  phrase: Phrase,
  params: Readonly<Record<string, T>>,
  locale: string | undefined,
): (T | string)[] {
  const text =
    typeof phrase === 'string'
      ? phrase
      : (phrase[new Intl.PluralRules(locale).select(Number(params['count']))] ?? phrase.other);
  return text
    .split(/\{(\w+)\}/)
    .flatMap<T | string>((part, index) => (index % 2 ? isolate(params[part] ?? '', locale) : part))
    .filter((part) => part !== '');
}

/**
 * What is put into a text that runs from right to left. It may be written the other way, and would take
 * its neighbours along.
 */
export const isolate = <T>(value: T, locale: string | undefined): (T | string)[] =>
  /^(ar|fa|he|ur)\b/i.test(locale ?? '') ? ['\u2068', value, '\u2069'] : [value];

/** Texts one after the other, with a space where their script has one; what is empty is left out. */
export const joined = (texts: readonly string[]): string =>
  texts
    .filter(Boolean)
    .reduce((all, text) => all + (/^$|[\u3000-\u9fff]$/.test(all) ? '' : ' ') + text, '');
