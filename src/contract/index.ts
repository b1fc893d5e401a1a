/** The contract: schemas, types, codes and routes that kit, mocks and hosts share. Runs anywhere. */
export * from './words.js';
export * from './credential.js';
export * from './form.js';
export * from './pattern.js';
export * from './visibility.js';
export * from './answers.js';
export * from './file.js';
export * from './test-data.js';
export * from './activity.js';
export * from './review.js';
export * from './snapshot.js';
export * from './queue.js';
export * from './problem.js';
export * from './routes.js';
