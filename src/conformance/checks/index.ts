import type { Check } from '../check.js';
import { alwaysChecks } from './always.js';
import { refusalChecks } from './refusals.js';
import { stageChecks } from './stages.js';

/** Every check, in the order of the report. */
export const allChecks: readonly Check[] = [...stageChecks, ...refusalChecks, ...alwaysChecks];
