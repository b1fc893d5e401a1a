/** The page of review-leaving.e2e.ts: a panel on the HTTP of review-site.ts, and nothing else. */
import '../../src/define/review-panel.js';
import { createHttpAdapter } from '../../src/adapter/index.js';
import { createStore } from '../../src/store/index.js';

const search = new URLSearchParams(location.search);
const panel = document.querySelector('golive-review-panel')!;

if (search.has('blocked')) {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}
panel.store = createStore({
  adapter: createHttpAdapter({
    baseUrl: '/api',
    headers: { Authorization: 'Bearer mara' },
    // As if the kit did not ask for it: what the test is about then fails.
    ...(search.has('mortal') && {
      fetch: (input, init) => fetch(input, { ...init, keepalive: false }),
    }),
  }),
});
panel.submission = search.get('submission')!;
