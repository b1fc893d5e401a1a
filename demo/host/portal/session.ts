/** Sessions at the reference host: the place of demo/session.ts. */
import { choose, settings, type Seat } from '../../settings.js';

/** The accounts that a seat can be taken by; nobody is signed out. */
export const accounts: Record<Seat, Record<string, string>> = {
  developer: { joel: 'Joel Adeyemi', ines: 'Inês Caldeira', '': 'Signed out' },
  reviewer: { mara: 'Mara Lindqvist', hugo: 'Hugo Steenkamp', '': 'Signed out' },
};

/** Two people on one page can't share its cookie: there each has a bearer token of their own. */
const isShared = location.pathname === '/side-by-side.html';
const seatOfPage: Seat = location.pathname === '/reviews.html' ? 'reviewer' : 'developer';

/** Who the cookie's session belongs to. */
let signedIn = '';
let changing: Promise<unknown> = Promise.resolve();

/** What a request needs beside the cookie, which the browser sends by itself. */
export const headersFor = (seat: Seat) => async (): Promise<Record<string, string>> => {
  const account = settings[seat];
  if (isShared) return account ? { Authorization: `Bearer ${await tokenOf(account)}` } : {};
  changing = changing.then(() => changeTo(account));
  await changing;
  const csrf = /(?:^|; )(?:__Host-)?golive_csrf=([^;]+)/.exec(document.cookie)?.[1];
  return csrf ? { 'X-CSRF-Token': csrf } : {};
};

/** Takes the seat that the session gives; without a session that fits, leads to where one begins. */
export async function chooseSignedIn(): Promise<void> {
  if (isShared) return;
  const response = await fetch('/session');
  const { id, role } = (await response.json()) as { id?: string; role?: string };
  if (id === undefined || role !== seatOfPage) {
    leadToSignIn();
    // The page is left; nothing on it has to begin.
    await new Promise(() => undefined);
  }
  signedIn = id!;
  choose({ [seatOfPage]: signedIn });
}

export function signIn(seat: Seat, account: string): void {
  choose({ [seat]: account });
  leadToSignIn();
}

const leadToSignIn = () =>
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);

/** The demo's bar may put another person in front of the page. */
async function changeTo(account: string): Promise<void> {
  if (account === signedIn) return;
  const body = new URLSearchParams({ account });
  await fetch(account ? '/sign-in' : '/sign-out', { method: 'POST', body, redirect: 'manual' });
  signedIn = account;
}

const tokens = new Map<string, Promise<string>>();

function tokenOf(account: string): Promise<string> {
  const known = tokens.get(account) ?? askForToken(account);
  tokens.set(account, known);
  return known;
}

async function askForToken(account: string): Promise<string> {
  const response = await fetch('/demo/token', {
    method: 'POST',
    body: JSON.stringify({ account }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
