import type { Format } from '../../i18n/format.js';

type Language = Pick<Format, 'number'>;

/** What stands beside the digits of a number. */
const marksOf = (value: number, { number }: Language) => number(value).replace(/\p{Nd}/gu, '');

/**
 * The number that a text says in a language, with or without groups. Undefined where it says none,
 * can be read in two ways, or has more digits than a number can hold.
 */
export function readNumber(text: string, language: Language): number | undefined {
  // Whoever pastes a book waits for nothing.
  if (text.length > 100) return undefined;
  const decimal = marksOf(0.5, language);
  const group = marksOf(1234567, language).slice(0, 1);
  const plain = text
    // People group digits with spaces and apostrophes in any language.
    .replace(/[\s'’\p{Cf}]/gu, '')
    // As Japanese keyboards type them.
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, (digit) => {
      return [...'0123456789'].find((each) => language.number(+each) === digit) ?? digit;
    })
    .replace('\u2212', '-');
  const shape = new RegExp(
    `^[-+]?(?=[${decimal}]?\\d)(\\d{1,3}([${group}]\\d{2,3})*[${group}]\\d{3}|\\d*)([${decimal}]\\d*)?$`,
  );
  if (!shape.test(plain)) return undefined;
  const value = Number(plain.replaceAll(group, '').replace(decimal, '.'));
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** A number as one would type it in a language: every digit, no groups. */
export const writeNumber = (value: number, language: Language): string =>
  String(value)
    .replace('.', () => marksOf(0.5, language))
    .replace(/\d/g, (digit) => language.number(+digit));
