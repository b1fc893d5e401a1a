export const desk = {
  queue: 'Queue',
  panel: 'Submission',
  back: 'Back to queue',

  keys: 'Keyboard shortcuts',
  keysFailed: 'The keyboard shortcuts could not be loaded',
} as const;
