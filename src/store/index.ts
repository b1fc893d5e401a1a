/** The shared state of a page. No lit and no DOM: runs in Node. */
export * from './pipeline-store.js';
export type { Act, ActAnswer, ActInput, DecisionInput } from './acts.js';
export type { Loaded } from './resource.js';
export type { Surroundings } from './surroundings.js';
export * from './store.js';
export * from './static-store.js';
