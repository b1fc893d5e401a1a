import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  compose,
  formatFor,
  type Format,
  type Phrase,
  type PhraseKey,
  type Sections,
} from '../i18n/index.js';
import { stringsContext } from './context.js';
import type { Strings } from './strings.js';

/** The language of the built-in words, for a page that does not say its own. */
const FALLBACK = 'en';

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
 * An element's words: the page's own phrases first (the element's, then the provider's), else the
 * built-in ones. The language is that of the nearest `lang`.
 */
export class WordsController<W extends Sections> implements Words<W>, ReactiveController {
  #host: WordsHost;
  #words: W;
  #context: ContextConsumer<typeof stringsContext, WordsHost>;
  #locale = FALLBACK;

  constructor(host: WordsHost, words: W) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
    this.#context = new ContextConsumer(host, {
      context: stringsContext,
      subscribe: true,
      callback: () => host.requestUpdate(),
    });
  }

  /** Asked at each update, for a page may change its language at any time. */
  hostUpdate() {
    this.#locale = nearestLanguage(this.#host) ?? FALLBACK;
  }

  get format(): Format {
    return formatFor(this.#locale);
  }

  say(key: PhraseKey<W>, params: Readonly<Record<string, string | number>> = {}): string {
    return this.compose(key, params).join('');
  }

  compose(key: PhraseKey<W>, params: Readonly<Record<string, unknown>>): unknown[] {
    const dot = key.indexOf('.');
    const phrase = this.#find(key.slice(0, dot), key.slice(dot + 1)) ?? key;
    // Counts and the like are written in the page's digits.
    const written = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? this.format.number(value) : value,
    ]);
    const parts = compose(
      phrase,
      Object.fromEntries(written) as Record<string, unknown>,
      this.#locale,
    );
    return parts.map((part) => (typeof part === 'number' ? this.format.number(part) : part));
  }

  sayCode(section: keyof W & string, code: string): string {
    const phrase = this.#find(section, code) ?? this.#find(section, 'unknown');
    return typeof phrase === 'string' ? phrase : code;
  }

  #find(section: string, name: string): Phrase | undefined {
    for (const strings of [this.#host.strings, this.#context.value, this.#words]) {
      const found = strings && own(own(strings, section), name);
      if (found !== undefined) return found as Phrase;
    }
    return undefined;
  }
}

/** A host's code may be called anything, `constructor` included. */
const own = (object: unknown, name: string): unknown =>
  object && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;

/** The `lang` that holds for an element, across shadow borders. */
function nearestLanguage(element: Element): string | undefined {
  for (let at: Element | null | undefined = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') || undefined;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
