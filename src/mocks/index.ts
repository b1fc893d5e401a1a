/** An honest fake host in memory, its HTTP, and named states to start from. Runs in Node too. */
export { createFakeHost, type FakeHost, type FakeHostOptions } from './host/host.js';
export { HostProblem } from './host/problem.js';
export { credentialTemplates, seededRandom, type RandomBytes } from './host/secrets.js';
export type { Call } from './host/admission.js';
export type { Backing } from './host/backing.js';
export type { HostAnswer } from './host/context.js';
export type { Capabilities, Policies } from './host/core.js';
export type { NewSubscription } from './host/provider-acts.js';
export type { Account, CredentialTemplate, HostState, Plan } from './host/state.js';
export { bearer, handleRequest, type ServeOptions } from './wire/serve.js';
export {
  createFaults,
  type FailAim,
  type FaultAim,
  type Faults,
  type FaultyOperation,
} from './wire/faults.js';
export {
  createFakeAdapter,
  createFakeFetch,
  type FakeAdapterOptions,
} from './wire/fake-adapter.js';
export { createFakeUpload } from './wire/fake-upload.js';
export * from './demo/demo-host.js';
export { scenarioNames, scenarios, joelsAnswers, type ScenarioName } from './demo/scenarios.js';
export {
  approvedSubscriptions,
  MAIN_SUBSCRIPTION,
  northbank,
  people,
  plans,
  sideSubscriptions,
} from './demo/northbank.js';
