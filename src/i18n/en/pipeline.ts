export const pipeline = {
  lanes: 'Environment',
  failed: 'The subscription could not be loaded',
  nowInReview: 'Now in review',
  nowUnlocked: 'Production Credentials are unlocked',
} as const;
