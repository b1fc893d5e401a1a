import type { Person } from './person.js';

const decisions = {
  Approve: ['Approve Fernwood Ledger?', 'Approved'],
  Reject: ['Reject Fernwood Ledger?', 'Submission Rejected'],
  'Request changes': ['Request changes from Fernwood Ledger?', 'Changes Requested'],
} as const;

/** Opens Joel's submission in the queue. */
export async function openSubmission(reviewer: Person): Promise<void> {
  await reviewer.fill('Search submissions', 'Fernwood Ledger', 'searchbox');
  await reviewer.press('Fernwood Ledger');
  await reviewer.find('textbox', 'Notes to the developer Required to request changes');
}

/** Decides what is open, with or without notes, and sees the result. */
export async function decide(
  reviewer: Person,
  act: keyof typeof decisions,
  notes?: string,
): Promise<void> {
  const [question, outcome] = decisions[act];
  if (notes) await reviewer.fill('Notes to the developer Required to request changes', notes);
  await reviewer.press(act);
  await reviewer.find('alertdialog', question);
  await reviewer.press(act);
  await reviewer.miss('alertdialog', question);
  await reviewer.find('heading', outcome);
}
