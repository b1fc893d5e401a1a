export * from './context.js';
export * from './strings.js';
export * from './events.js';
export * from './store-controller.js';
export * from './act-controller.js';
export * from './read-controller.js';
export * from './words-controller.js';
