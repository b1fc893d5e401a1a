import type { Check } from '../check.js';
import { accessChecks } from './access.js';
import { activityChecks } from './activity.js';
import { alwaysChecks } from './always.js';
import { bulkChecks } from './bulk.js';
import { credentialChecks } from './credentials.js';
import { eventChecks } from './events.js';
import { formChecks } from './forms.js';
import { hostileChecks } from './hostile.js';
import { keyChecks } from './keys.js';
import { limitChecks } from './limits.js';
import { orderChecks } from './order.js';
import { pagingChecks } from './paging.js';
import { queueChecks } from './queue.js';
import { raceChecks } from './races.js';
import { refusalChecks } from './refusals.js';
import { repeatKeyChecks } from './repeat-keys.js';
import { repeatChecks } from './repeats.js';
import { reviewChecks } from './reviews.js';
import { rotationChecks } from './rotation.js';
import { secretChecks } from './secrets.js';
import { stageChecks } from './stages.js';
import { versionChecks } from './versions.js';

/** Every check, in the order of the report. */
export const allChecks: readonly Check[] = [
  ...stageChecks,
  ...refusalChecks,
  ...credentialChecks,
  ...rotationChecks,
  ...keyChecks,
  ...secretChecks,
  ...formChecks,
  ...reviewChecks,
  ...bulkChecks,
  ...queueChecks,
  ...pagingChecks,
  ...accessChecks,
  ...orderChecks,
  ...repeatChecks,
  ...repeatKeyChecks,
  ...versionChecks,
  ...eventChecks,
  ...activityChecks,
  ...raceChecks,
  ...hostileChecks,
  ...limitChecks,
  ...alwaysChecks,
];
