/** The page of put-aside.e2e.ts: what a developer and what a reviewer see, on the HTTP of live-site.ts. */
import '../../src/define/pipeline.js';
import '../../src/define/review-queue.js';
import { createHttpAdapter } from '../../src/adapter/index.js';
import { createStore } from '../../src/store/index.js';

declare global {
  interface Window {
    /** It is the very page that was left. */
    cameBack: boolean;
  }
}

addEventListener('pageshow', ({ persisted }) => {
  window.cameBack = persisted;
});

/** As who, for a subscription; with an account the tabs share one stream. */
const storeOf = (name: string, subscription?: string) =>
  createStore({
    adapter: createHttpAdapter({
      baseUrl: '/api',
      headers: { Authorization: `Bearer ${name}` },
      account: name,
    }),
    subscription,
  });

document.querySelector('golive-pipeline')!.store = storeOf('joel', 'sub_42');
document.querySelector('golive-review-queue')!.store = storeOf('mara');
