/** The portal's page of one subscription. */
import { startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { offerSignIn, showFacts, subscriptionInAddress } from './portal.js';
import { headersFor } from './session.js';
import { settings } from './settings.js';

const pipeline = document.querySelector('golive-pipeline')!;
pipeline.headers = headersFor('developer');
pipeline.account = settings.developer;
const subscription = subscriptionInAddress();
if (subscription) {
  pipeline.subscription = subscription;
  document.querySelector('[data-fact=id]')!.textContent = subscription;
}

offerSignIn(pipeline, 'developer', 'joel');
await startBackend();
showBar({
  seats: ['developer'],
  onChange: () => {
    pipeline.account = settings.developer;
    void pipeline.refresh();
  },
});
await import('../src/define/pipeline.js');
await showFacts(pipeline);
