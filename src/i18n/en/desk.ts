export const desk = {
  queue: 'Queue',
  panel: 'Submission',
  back: 'Back to queue',
  empty: 'No submission is open',
  emptyHow: 'Choose one in the queue to see its answers and decide.',
} as const;
