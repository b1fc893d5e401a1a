export const panel = {
  none: 'No submission is open',
  noneWhy: 'Choose one from the queue to review it.',
  failed: 'The submission could not be loaded',

  failedThere: 'Your decision on {name} failed',
  openFailed: 'Open it',

  done: '{name}: {outcome}',

  changedTitle: 'Changed since you opened it',
} as const;
