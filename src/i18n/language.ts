import type { en } from './en.js';
import type { Phrase } from './words.js';

/** A whole language: a phrase for each English one, and no other. */
export type Language = {
  readonly [S in keyof typeof en]: { readonly [P in keyof (typeof en)[S]]: Phrase };
};
