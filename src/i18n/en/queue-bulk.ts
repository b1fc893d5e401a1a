/** What of the section `queue` is said where several are decided at once. */
export const queueBulk = {
  bulk: 'Selected submissions',
  selected: { one: '{count} selected', other: '{count} selected' },
  clearSelection: 'Clear',
  approveCount: 'Approve {count}',
  request_changes: 'Request changes',
  approveTitle: { one: 'Approve {count} submission?', other: 'Approve {count} submissions?' },
  request_changesTitle: {
    one: 'Request changes to {count} submission?',
    other: 'Request changes to {count} submissions?',
  },
  approveEffect: {
    one: 'It moves to Production. Its developer can create production credentials once the plan is paid.',
    other:
      'They move to Production. Their developers can create production credentials once the plan is paid.',
  },
  request_changesEffect: {
    one: 'It returns to Sandbox, where its developer can change it and submit again.',
    other: 'They return to Sandbox, where their developers can change them and submit again.',
  },
  andMore: { one: 'and {count} more', other: 'and {count} more' },
  notes: { one: 'Notes to the developer', other: 'Notes to the developers' },
  optional: 'Optional',
  notesFor: {
    one: 'The developer reads these notes.',
    other: 'Each of these developers reads the same notes.',
  },
  tooLong: 'Shorten this to {limit} characters',
  length: '{count} of {limit} characters',
  approveProgress: 'Approving: {done} of {total}',
  request_changesProgress: 'Requesting changes: {done} of {total}',
  stop: 'Stop',
  stopping: { one: 'Stopping after this one', other: 'Stopping after these' },
  halted: {
    one: '{done} of {total} sent',
    other: '{done} of {total} sent, the others not yet',
  },
  stopped: 'Stopped after {done} of {total}.',
  approveDone: { one: '{count} approved.', other: '{count} approved.' },
  request_changesDone: {
    one: 'Changes requested to {count}.',
    other: 'Changes requested to {count}.',
  },
  approveFailed: '{failed} of {total} could not be approved.',
  request_changesFailed: 'Changes to {failed} of {total} could not be requested.',
} as const;
