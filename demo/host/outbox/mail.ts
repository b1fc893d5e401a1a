import type { Send } from './dispatch.js';
import type { Message } from './message.js';

/** Something to be mailed. Who has which address is the portal's to know. */
export interface Mail {
  to: { reviewersOf: string } | { developersOf: string };
  subject: string;
  text: string;
}

const decided = {
  approved: 'was approved for production',
  rejected: 'was turned down',
  changes_requested: 'needs changes',
} as const;

export function mailOf({ type, data }: Message): Mail {
  const { subscriptionName: name, attempt, provider, tenant, outcome } = data;
  if (type === 'submission.submitted') {
    return {
      to: { reviewersOf: provider },
      subject: `${name} wants to go live`,
      text: `${name} was submitted for review (attempt ${attempt}).`,
    };
  }
  const happened = decided[outcome!];
  return {
    to: { developersOf: tenant },
    subject: `${name} ${happened}`,
    text: `Attempt ${attempt} of ${name} ${happened}. The portal shows what the reviewer wrote.`,
  };
}

/** Hands each message to the host's own mailer; it is handed again when that fails. */
export const mailer =
  (send: (mail: Mail, id: string) => Promise<void>): Send =>
  (id, message) =>
    send(mailOf(message), id);
