import type { Operation } from '../../adapter/index.js';
import type { OperationRule } from './operation-rule.js';
import { reviewOperations } from './review-operations.js';
import { subscriptionOperations } from './subscription-operations.js';

/** Every operation that an adapter has. */
export const operations = {
  ...subscriptionOperations,
  ...reviewOperations,
} satisfies Record<Operation, OperationRule>;
