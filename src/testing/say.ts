import { en } from '../i18n/en.js';
import { compose, type PhraseKey, type Sections } from '../i18n/index.js';

/** `section.phrase`, as in the overrides of a page. */
export type Key = PhraseKey<typeof en>;
export type Params = Readonly<Record<string, string | number>>;
export type Say = (key: Key, params?: Params) => string;

/** Says a phrase by the first of these that has it, and else in English. */
export function sayWith(sources: readonly (Sections | undefined)[], locale?: string): Say {
  return (key, params = {}) => {
    const [section, name] = key.split('.') as [string, string];
    const phrase = [...sources, en as Sections]
      .map((source) => source?.[section]?.[name])
      .find((found) => found !== undefined)!;
    return compose(phrase, params, locale).join('');
  };
}
