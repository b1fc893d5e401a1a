/** The parts of the elements that the composed ones pass on; a test holds them to the elements' own. */
export const exported = {
  stepper: 'list, step, mark, label, detail',
  outcome: 'notice, title, by, notes, field-notes, button, error',
  credentialCard: 'card, title, chip, rows, row, actions, dialog, error',
  testData: 'card, title, button, search, table, row, value, error',
  submission:
    'card, submit, form, step, summary, newer, changed, notes, field, group, forward, dialog',
  activity: 'card, title, list, entry, more, error',
  reviewQueue: 'tabs, tab, filters, list, row, bulk, dialog, error',
  reviewPanel: 'title, banner, outcome, decision, dialog, error',
} as const;
