import type { Page } from 'puppeteer-core';

/**
 * Writes down whatever stands in a live region of a page, from its first moment on, and in every
 * shadow root. To be called before the page is visited; gives what was said so far.
 */
export async function hearLiveRegions(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluateOnNewDocument(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
      apply(attach, element: Element, [init]: [ShadowRootInit]) {
        const root = attach.call(element, init);
        new MutationObserver(() => {
          const regions = root.querySelectorAll('[role=status], [role=alert], [aria-live], output');
          for (const { textContent } of regions) {
            const text = textContent.trim();
            if (text && !heard.includes(text)) heard.push(text);
          }
        }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
        return root;
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
