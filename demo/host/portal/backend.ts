/** The portal's pages on the reference host: the place of demo/backend/backend.ts. */
import type { ScenarioName } from '../../../src/mocks/index.js';
import { choose } from '../../settings.js';
import { chooseSignedIn } from './session.js';

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The host answers ${response.status}`);
}

/** What the provider's own systems do. */
export const host = {
  completePayment: (subscription: string) => post('/demo/payment', { subscription, paid: true }),
  failPayment: (subscription: string) => post('/demo/payment', { subscription, paid: false }),
};

/** The host is there; somebody has to be signed in, or the page leads to where that is done. */
export async function startBackend(): Promise<void> {
  await chooseSignedIn();
}

/** Starts over with another past, for everybody. */
export async function play(scenario: ScenarioName): Promise<void> {
  await post('/demo/scenario', { scenario });
  choose({ scenario });
}
