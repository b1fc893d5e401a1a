/** The portal's billing, where the link to checkout leads. */
import { MAIN_SUBSCRIPTION } from '../src/mocks/index.js';
import { host, startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { subscriptionInAddress } from './portal.js';

const subscription = subscriptionInAddress() ?? MAIN_SUBSCRIPTION;
const said = document.querySelector('#said')!;
const started = startBackend();

function onPress(id: string, work: () => Promise<void>, done: string) {
  document.querySelector(id)!.addEventListener('click', () => {
    started.then(work).then(
      () => (said.textContent = done),
      () => (said.textContent = 'There is nothing to pay for this subscription.'),
    );
  });
}

onPress('#pay', () => host.completePayment(subscription), 'Paid. Thank you.');
onPress('#decline', () => host.failPayment(subscription), 'The card was declined.');

document.querySelector<HTMLElement>('#actions')!.hidden = false;
await started;
showBar({ seats: ['developer'], onChange: () => undefined });
