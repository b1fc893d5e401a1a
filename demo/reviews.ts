/** The portal's page for its reviewers. */
import { startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { offerSignIn } from './portal.js';
import { followAddress } from './review-address.js';
import { headersFor } from './session.js';
import { settings } from './settings.js';

const desk = document.querySelector('golive-review-desk')!;
desk.headers = headersFor('reviewer');
desk.account = settings.reviewer;

offerSignIn(desk, 'reviewer', 'mara');
await startBackend();
showBar({
  seats: ['reviewer'],
  onChange: () => {
    desk.account = settings.reviewer;
    void desk.refresh();
  },
});
await import('../src/define/review-desk.js');
followAddress(desk);
