import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ar } from '../../../src/i18n/ar.js';
import { de } from '../../../src/i18n/de.js';
import { en } from '../../../src/i18n/en.js';
import { es } from '../../../src/i18n/es.js';
import { fr } from '../../../src/i18n/fr.js';
import type { Language, Phrase, Section, Sections } from '../../../src/i18n/index.js';
import { ja } from '../../../src/i18n/ja.js';
import { sameOnPurpose } from './same-on-purpose.js';

const languages: Record<string, Language> = { de, es, fr, ja, ar };

const formsOf = (phrase: Phrase): [form: string, text: string][] =>
  typeof phrase === 'string' ? [['other', phrase]] : Object.entries(phrase);
const namesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

/** Every phrase of a language as `section.name`, beside the English one. */
function* phrasesOf(words: Sections) {
  for (const [section, phrases] of Object.entries(en as Sections)) {
    for (const [name, english] of Object.entries(phrases)) {
      yield { key: `${section}.${name}`, english, phrase: words[section]![name]! };
    }
  }
}

for (const [tag, words] of Object.entries(languages)) {
  describe(`the words of ${tag}`, () => {
    const phrases = [...phrasesOf(words)];
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();

    it('are those that there are in English, each one said', () => {
      const keys = (section: Section) => Object.keys(section).toSorted();
      assert.deepEqual(Object.keys(words), Object.keys(en));
      for (const section of Object.keys(en) as (keyof Language)[]) {
        assert.deepEqual(keys(words[section]), keys(en[section]), section);
      }
      for (const { key, phrase } of phrases) {
        for (const [form, text] of formsOf(phrase)) assert.notEqual(text.trim(), '', key + form);
      }
    });

    it('fill in what the English ones do', () => {
      for (const { key, english, phrase } of phrases) {
        const wanted = new Set(formsOf(english).flatMap(([, text]) => [...namesIn(text)]));
        for (const [form, text] of formsOf(phrase)) {
          const found = namesIn(text);
          // A form may say its number in words, as `one` and `two` do, or not speak of it at all.
          if (form !== 'other' && wanted.has('count')) found.add('count');
          assert.deepEqual(found, wanted, `${key}, ${form}: ${text}`);
        }
      }
    });

    it('have the plural forms of the language, and only where something is counted', () => {
      for (const { key, english, phrase } of phrases) {
        const isCounted = typeof english !== 'string';
        if (typeof phrase === 'string') {
          // One form is enough only where the language has no other.
          assert.ok(!isCounted || pluralCategories.length === 1, `${key} has one form`);
          continue;
        }
        const hasCount = typeof english === 'string' && namesIn(english).has('count');
        assert.ok(isCounted || hasCount, `${key} counts nothing`);
        const forms = Object.keys(phrase);
        for (const form of forms) {
          assert.ok(pluralCategories.includes(form as Intl.LDMLPluralRule), `${key}: ${form}`);
        }
        // `many` of Spanish and French begins at a million.
        const needed = pluralCategories.filter((form) => tag === 'ar' || form !== 'many');
        assert.deepEqual(new Set(forms), new Set(needed), key);
      }
    });

    it('are not left in English', () => {
      const same = phrases
        .filter(({ english, phrase }) => JSON.stringify(english) === JSON.stringify(phrase))
        .filter(({ phrase }) => formsOf(phrase).some(([, text]) => /\p{L}/u.test(bare(text))))
        .map(({ key }) => key);
      assert.deepEqual(same, sameOnPurpose[tag]);
    });

    it('keep to the letters and the marks of the language', () => {
      for (const { key, phrase } of phrases) {
        for (const [, text] of formsOf(phrase)) {
          assert.doesNotMatch(text, /['"]/, `${key}: straight quotes`);
          assert.doesNotMatch(text, /\.\.\./, `${key}: three points`);
          assert.equal(text, text.trim(), key);
          if (tag === 'fr') assert.doesNotMatch(text, /(?<!https|\u00a0)[:;?!]|« |\S »/, key);
        }
      }
    });
  });
}

/** A phrase without its gaps. */
const bare = (text: string) => text.replaceAll(/\{\w+\}/g, '');
