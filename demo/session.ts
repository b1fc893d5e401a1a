import { choose, settings, type Seat } from './settings.js';

/** The accounts that a seat can be taken by; nobody is signed out. */
export const accounts: Record<Seat, Record<string, string>> = {
  developer: { joel: 'Joel Adeyemi', ines: 'Inês Caldeira', '': 'Signed out' },
  reviewer: { mara: 'Mara Lindqvist', hugo: 'Hugo Steenkamp', '': 'Signed out' },
};

/** Asked for at each request, as a portal would take the token from its session. */
export const headersFor = (seat: Seat) => async (): Promise<Record<string, string>> => {
  const account = settings[seat];
  return account ? { Authorization: `Bearer ${account}` } : {};
};

export function signIn(seat: Seat, account: string): void {
  choose({ [seat]: account });
}
