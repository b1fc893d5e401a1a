/** The names of the elements, in one place. */
export const tags = {
  provider: 'golive-provider',
  stepper: 'golive-stepper',
  credentialCard: 'golive-credential-card',
  testData: 'golive-test-data',
  submission: 'golive-submission',
  outcome: 'golive-outcome',
  activity: 'golive-activity',
  reviewQueue: 'golive-review-queue',
  reviewPanel: 'golive-review-panel',
  pipeline: 'golive-pipeline',
  reviewDesk: 'golive-review-desk',
} as const;
