/** The elements one by one, around which the portal builds its own page. */
import { startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { offerSignIn } from './portal.js';
import { headersFor } from './session.js';

const provider = document.querySelector('golive-provider')!;
provider.headers = headersFor('developer');

offerSignIn(provider, 'developer', 'joel');
await startBackend();
showBar({ seats: ['developer'], onChange: () => void provider.refresh() });
await import('../src/define/all.js');
