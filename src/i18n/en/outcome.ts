export const outcome = {
  rejected: 'Submission Rejected',
  attempt: 'attempt\u00a0{attempt}',
  fieldNotes: { one: '{count} note at a field', other: '{count} notes at fields' },
  edit: 'Edit submission',
  goToSubmission: 'Go to Submit for Review',
  goToProduction: 'Go to Production Credentials',
  failed: 'The outcome of the review could not be loaded',
} as const;
