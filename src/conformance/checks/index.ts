import type { Check } from '../check.js';
import { accessChecks } from './access.js';
import { alwaysChecks } from './always.js';
import { credentialChecks } from './credentials.js';
import { keyChecks } from './keys.js';
import { orderChecks } from './order.js';
import { refusalChecks } from './refusals.js';
import { rotationChecks } from './rotation.js';
import { secretChecks } from './secrets.js';
import { stageChecks } from './stages.js';

/** Every check, in the order of the report. */
export const allChecks: readonly Check[] = [
  ...stageChecks,
  ...refusalChecks,
  ...credentialChecks,
  ...rotationChecks,
  ...keyChecks,
  ...secretChecks,
  ...accessChecks,
  ...orderChecks,
  ...alwaysChecks,
];
