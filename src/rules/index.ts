/** The pipeline as a pure state machine: one table, and what follows from it. */
export * from './locks.js';
export * from './transitions.js';
export * from './permit.js';
export * from './advance.js';
export * from './journey.js';
