/** The parts of the elements that the composed ones pass on; a test holds them to the elements' own. */
export const exported = {
  stepper: 'list, step, mark, label, detail, error',
  outcome: 'notice, title, by, notes, field-notes, button, error',
  credentialCard: 'card, title, chip, rows, row, actions, dialog, error',
  testData: 'card, title, button, search, table, row, value, error',
  submission:
    'card, submit, form, step, summary, newer, changed, notes, field, group, forward, dialog, error',
  activity: 'card, title, list, entry, more, error',
  reviewQueue: 'tabs, tab, filters, list, row, bulk, dialog, error',
  // The queue beside it has a list of rows too.
  reviewPanel:
    'title, banner, outcome, decision, table, row: test-data-row, value, list: history, entry, dialog, error',
} as const;
