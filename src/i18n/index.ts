export * from './words.js';
export * from './format.js';
