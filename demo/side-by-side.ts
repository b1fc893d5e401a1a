/** A developer and a reviewer in one window, each with a session of their own. */
import { startBackend } from './backend/backend.js';
import { showBar } from './bar.js';
import { headersFor } from './session.js';

const pipeline = document.querySelector('golive-pipeline')!;
const desk = document.querySelector('golive-review-desk')!;
pipeline.headers = headersFor('developer');
desk.headers = headersFor('reviewer');

await startBackend();
showBar({
  seats: ['developer', 'reviewer'],
  onChange: () => void Promise.all([pipeline.refresh(), desk.refresh()]),
});
await import('../src/define/all.js');
