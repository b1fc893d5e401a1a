/** The contract: schemas, types, codes and routes that kit, mocks and hosts share. Runs anywhere. */
export * from './words.js';
export * from './credential.js';
export * from './form.js';
export * from './form-error.js';
export * from './form-check.js';
export { compilePattern, patternFault, type PatternFault } from './pattern.js';
export {
  allFields,
  isFilled,
  visibleAnswers,
  visibleSteps,
  type VisibleStep,
} from './visibility.js';
export * from './answers.js';
export { fromJsonSchema, type FormOrder, type NotTaken } from './json-schema.js';
export * from './file.js';
export * from './test-data.js';
export * from './activity.js';
export * from './review.js';
export * from './snapshot.js';
export * from './queue.js';
export * from './problem.js';
export * from './routes.js';
