import { isolate, joined } from './words.js';

/** Times and numbers in a language. `locale` is a BCP 47 tag; undefined is the browser's own. */
export interface Format {
  /** 24 Nov 2026 */
  date(time: string | number): string;
  /** 24 Nov 2026, of a day as YYYY-MM-DD; the same one in every time zone. */
  day(day: string): string;
  /** 09:12 */
  time(time: string | number): string;
  /** 24 Nov 2026, 09:12 */
  dateTime(time: string | number): string;
  number(value: number): string;
  /** Bytes, as in `4.2 MB`. */
  size(bytes: number): string;
  /** The two largest units of a span in milliseconds, as in `2 d 4 h`. Never negative. */
  duration(milliseconds: number, display?: 'narrow' | 'long'): string;
  /** `in 358 days`, `yesterday`; by whole days. */
  days(milliseconds: number): string;
  list(items: string[]): string;
  /** A text as it is compared when case does not count. */
  fold(text: string): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

const formats = new Map<string | undefined, Format>();

/** Formatters are costly to make, so each language's are made once. */
export function formatFor(locale: string | undefined): Format {
  const found = formats.get(locale);
  if (found) return found;
  const made = createFormat(valid(locale));
  formats.set(locale, made);
  return made;
}

/** A page may carry any `lang`; one that Intl does not know must not break it. */
function valid(locale: string | undefined): string | undefined {
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}

function createFormat(locale: string | undefined): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const unitsIn = (unitDisplay: 'narrow' | 'long') => {
    const unit = (name: string) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay });
    return [
      [DAY, unit('day')],
      [HOUR, unit('hour')],
      [MINUTE, unit('minute')],
      [1000, unit('second')],
    ] as const;
  };
  const narrow = unitsIn('narrow');

  return {
    date: (time) => date.format(new Date(time)),
    day: (text) => day.format(new Date(text)),
    time: (at) => time.format(new Date(at)),
    dateTime: (time) => dateTime.format(new Date(time)),
    number: (value) => number.format(value),
    size(bytes) {
      const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), sizes.length - 1);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: sizes[power]!,
        maximumFractionDigits: 1,
      }).format(bytes / 1000 ** power);
    },
    duration(milliseconds, display = 'narrow') {
      const units = display === 'narrow' ? narrow : unitsIn(display);
      let left = Math.max(milliseconds, 0);
      const first = units.findIndex(([size]) => left >= size);
      if (first < 0) return units[3][1].format(0);
      const parts = units.slice(first, first + 2).map(([size, format]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count > 0 ? format.format(count) : '';
      });
      return joined(parts);
    },
    days: (milliseconds) => relative.format(Math.round(milliseconds / DAY), 'day'),
    list: (items) => list.format(items.map((item) => isolate(item, locale).join(''))),
    fold: (text) => text.normalize().toLocaleLowerCase(locale),
  };
}
