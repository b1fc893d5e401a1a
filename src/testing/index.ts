/**
 * For the tests of a page that holds the kit: each element in the words of who uses it. Only this
 * layer knows the shadow trees, so tests outlive their changes.
 */
export { Harness } from './harness.js';
export { CredentialCardHarness } from './credential-card.js';
export { SubmissionHarness } from './submission.js';
export { ActivityHarness, OutcomeHarness, StepperHarness, TestDataHarness } from './reading.js';
export { ReviewPanelHarness, ReviewQueueHarness } from './review.js';
export { DeveloperPageHarness, ReviewPageHarness } from './page.js';
