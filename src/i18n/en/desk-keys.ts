/** What of the section `desk` is said by the list of the keys. */
export const deskKeys = {
  keysWhere: 'They work while you are in the queue or in a submission, and not while you type.',
  keysOn: 'Use single-key shortcuts',
  next: 'Next submission',
  previous: 'Previous submission',
  open: 'Open it',
  search: 'Search',
  select: 'Select it, or take it out of the selection',
  selection: 'Go to what can be done with the selection',
  approve: 'Approve the open submission',
  request_changes: 'Request changes to the open submission',
  reject: 'Reject the open submission',
  asks: 'You are asked before anything is sent.',
  leave: 'Clear the selection, or go back to the queue',
  help: 'Show this list',
} as const;
