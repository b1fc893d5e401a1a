import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  compose,
  followLanguages,
  formatFor,
  wordsOf,
  type Format,
  type Phrase,
  type PhraseKey,
  type Sections,
} from '../i18n/index.js';
import { stringsContext } from './context.js';
import { nearestLanguage, watchLanguage } from './page-language.js';
import type { Strings } from './strings.js';

/** The language of the built-in words, also for a page that does not say its own. */
const BUILT_IN = 'en';

export interface WordsHost extends ReactiveControllerHost, HTMLElement {
  strings?: Strings | undefined;
}

/** What a view needs of {@link WordsController}: phrases and formats in the page's language. */
export interface Words<W extends Sections> {
  say(key: PhraseKey<W>, params?: Readonly<Record<string, string | number>>): string;
  /** A phrase with anything in its gaps, such as a name in bold. */
  compose(key: PhraseKey<W>, params: Readonly<Record<string, unknown>>): unknown[];
  /** The phrase for a code; the section's `unknown`, or the code itself, when it has none. */
  sayCode(section: keyof W & string, code: string): string;
  readonly format: Format;
}

/**
 * An element's words: the page's own phrases first (the element's, then the provider's), then those
 * of the language of the nearest `lang`, and the built-in ones while or where there are no others.
 */
export class WordsController<W extends Sections> implements Words<W>, ReactiveController {
  #host: WordsHost;
  #words: Sections[];
  #context: ContextConsumer<typeof stringsContext, WordsHost>;
  #locale = BUILT_IN;
  #language: Sections | undefined;
  #leave: (() => void) | undefined;

  constructor(host: WordsHost, words: W) {
    this.#host = host;
    this.#words = [words];
    host.addController(this);
    this.#context = new ContextConsumer(host, {
      context: stringsContext,
      subscribe: true,
      callback: () => host.requestUpdate(),
    });
  }

  hostConnected() {
    watchLanguage();
    this.#leave = followLanguages(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#leave?.();
  }

  /** Asked at each update, for an element may be moved to where another language is spoken. */
  hostUpdate() {
    this.#locale = nearestLanguage(this.#host) ?? BUILT_IN;
    this.#language = wordsOf(this.#locale);
  }

  /** Takes in the phrases of a part that came later; whoever speaks them needs what this gives. */
  add<V extends Sections>(words: V): Words<W & V> {
    this.#words.push(words);
    return this;
  }

  get format(): Format {
    return formatFor(this.#locale);
  }

  say(key: PhraseKey<W>, params: Readonly<Record<string, string | number>> = {}): string {
    return this.compose(key, params).join('');
  }

  compose(key: PhraseKey<W>, params: Readonly<Record<string, unknown>>): unknown[] {
    const dot = key.indexOf('.');
    const [phrase, locale] = this.#find(key.slice(0, dot), key.slice(dot + 1)) ?? [key];
    // Counts and the like are written in the page's digits.
    const written = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? this.format.number(value) : value,
    ]);
    const parts = compose(phrase, Object.fromEntries(written) as Record<string, unknown>, locale);
    return parts.map((part) => (typeof part === 'number' ? this.format.number(part) : part));
  }

  sayCode(section: keyof W & string, code: string): string {
    const [phrase] = this.#find(section, code) ?? this.#find(section, 'unknown') ?? [];
    return typeof phrase === 'string' ? phrase : code;
  }

  /** A phrase, and the language whose plural forms it has. */
  #find(section: string, name: string): [Phrase, string?] | undefined {
    const own = [this.#host.strings, this.#context.value, this.#language];
    for (const strings of [...own, ...this.#words]) {
      const found = pick(pick(strings, section), name);
      if (isPhrase(found)) return [found, own.includes(strings) ? this.#locale : BUILT_IN];
    }
    return undefined;
  }
}

/** A host's code may be called anything, `constructor` included. */
const pick = (object: unknown, name: string): unknown =>
  object && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;

/** Translators' files hold null, or nothing, for what nobody has translated yet. */
const isPhrase = (found: unknown): found is Phrase =>
  typeof found === 'string' || typeof pick(found, 'other') === 'string';
