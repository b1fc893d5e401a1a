import { tellLanguageFollowers } from '../i18n/languages.js';

let isWatched = false;

/**
 * Follows every `lang` of the page, once for all elements. One inside a shadow tree is not seen
 * when it changes, but at the element's next update.
 */
export function watchLanguage(): void {
  if (isWatched) return;
  isWatched = true;
  const watch = { subtree: true, attributeFilter: ['lang'] };
  new MutationObserver(tellLanguageFollowers).observe(document, watch);
}

/** The `lang` that holds for an element, across shadow borders. */
export function nearestLanguage(element: Element): string | undefined {
  for (let at: Element | null | undefined = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') || undefined;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
