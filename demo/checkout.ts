/** The portal's billing, where the link to checkout leads. */
import { MAIN_SUBSCRIPTION } from '../src/mocks/index.js';
import { host, startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { subscriptionInAddress } from './portal.js';

const subscription = subscriptionInAddress() ?? MAIN_SUBSCRIPTION;
const said = document.querySelector('#said')!;

function onPress(id: string, work: () => Promise<void>, done: string) {
  document.querySelector(id)!.addEventListener('click', () => {
    work().then(
      () => (said.textContent = done),
      () => (said.textContent = 'There is nothing to pay for this subscription.'),
    );
  });
}

await startBackend();
showBar({ seats: ['developer'], onChange: () => undefined });
onPress('#pay', () => host.completePayment(subscription), 'Paid. Thank you.');
onPress('#decline', () => host.failPayment(subscription), 'The card was declined.');
