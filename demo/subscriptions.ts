/** The portal's list of subscriptions; the elements have no part in it. */
import { startBackend } from './backend/backend.js';
import { showBar } from './bar.js';

await startBackend();
showBar({ seats: ['developer'], onChange: () => undefined });
