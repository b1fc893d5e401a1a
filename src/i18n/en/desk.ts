export const desk = {
  queue: 'Queue',
  panel: 'Submission',
  back: 'Back to queue',
} as const;
