import type { Sections } from './words.js';

/** A language's words, or how to fetch them. What they leave out is said in English. */
export type LanguageSource = Sections | (() => Promise<Sections>);

const sources = new Map<string, LanguageSource>();
const followers = new Set<() => void>();

/** Adds a language by its BCP 47 tag, or puts another in its place. Elements that speak it follow. */
export function addLanguage(tag: string, source: LanguageSource): void {
  sources.set(tag.toLowerCase(), source);
  tellLanguageFollowers();
}

/**
 * The words of a language, or of the one that it is a kind of: `de` for `de-AT`. The first to ask
 * has them fetched, once, and its followers hear when they are there.
 */
export function wordsOf(tag: string): Sections | undefined {
  for (let at = tag.toLowerCase(); at; at = at.replace(/(^|-)[^-]*$/, '')) {
    const source = sources.get(at);
    if (typeof source === 'object') return source;
    if (source) return void fetchWords(at, source);
  }
  return undefined;
}

async function fetchWords(tag: string, fetch: () => Promise<Sections>) {
  // Stands for what is asked for, so that it is asked for no more than once, also where that fails.
  const nothingYet = {};
  sources.set(tag, nothingYet);
  try {
    const words = await fetch();
    if (sources.get(tag) === nothingYet) addLanguage(tag, words);
  } catch (error) {
    reportError(error);
  }
}

/** Calls back when the words or the language of an element may be others. Gives the way out. */
export function followLanguages(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

export function tellLanguageFollowers(): void {
  for (const follower of followers) follower();
}
