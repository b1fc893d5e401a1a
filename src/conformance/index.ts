/** The contract as checks that any host can be held against, over HTTP alone. Runs in Node and browsers. */
export type { Check, Claim, Need, Pledge, Section } from './check.js';
export { allChecks } from './checks/index.js';
export { conformanceForm } from './form.js';
export {
  callers,
  planKinds,
  type Caller,
  type Hooks,
  type KeyToCheck,
  type PlanKind,
  type SubscriptionWish,
} from './hooks.js';
export {
  NotTestable,
  runConformance,
  type Failure,
  type Report,
  type Result,
  type RunOptions,
} from './run.js';
export { countsOf, jsonReport, junitReport, textReport } from './report.js';
