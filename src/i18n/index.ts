export * from './words.js';
export * from './format.js';
export * from './languages.js';
export type * from './language.js';
