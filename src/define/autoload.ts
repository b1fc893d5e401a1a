/**
 * Fetches each element of the kit once its tag stands in the page, also one that is added later, and
 * the languages that are spoken there. What a page does not use is never loaded.
 */
import './languages.js';
import { tags } from './tags.js';

const loaders = new Map<string, () => Promise<unknown>>([
  [tags.provider, () => import('./provider.js')],
  [tags.stepper, () => import('./stepper.js')],
  [tags.credentialCard, () => import('./credential-card.js')],
  [tags.testData, () => import('./test-data.js')],
  [tags.submission, () => import('./submission.js')],
  [tags.outcome, () => import('./outcome.js')],
  [tags.activity, () => import('./activity.js')],
  [tags.reviewQueue, () => import('./review-queue.js')],
  [tags.reviewPanel, () => import('./review-panel.js')],
  [tags.pipeline, () => import('./pipeline.js')],
  [tags.reviewDesk, () => import('./review-desk.js')],
]);
const selector = [...loaders.keys()].join();

function load({ localName }: Element) {
  const fetch = loaders.get(localName);
  if (!fetch) return;
  // Asked for once, also where that fails: a browser would give the same failure again.
  loaders.delete(localName);
  fetch().catch(reportError);
}

function loadFrom(node: Node) {
  if (node instanceof Element && node.matches(selector)) load(node);
  if ('querySelectorAll' in node) (node as ParentNode).querySelectorAll(selector).forEach(load);
}

/** Looks after a tree. The page's own is looked after already; another shadow tree has to be named. */
export function autoload(root: Document | ShadowRoot): void {
  loadFrom(root);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(loadFrom);
  }).observe(root, { childList: true, subtree: true });
}

// A server that draws the page imports this too, and has nothing to look after.
if (globalThis.document) autoload(document);
