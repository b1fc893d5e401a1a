import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';

/**
 * Writes down whatever stands in a live region of a page, from its first moment on, and in every
 * shadow root. To be called before the page is visited; gives what was said until something is.
 */
export async function hearLiveRegions(page: Page): Promise<(last: string) => Promise<string[]>> {
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
  return async (last) => {
    const said = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    await page
      .waitForFunction(
        (end) =>
          (globalThis as unknown as { heard: string[] }).heard.some((text) => text.startsWith(end)),
        {},
        last,
      )
      .catch(async () => assert.fail(`“${last}” is not among: ${(await said()).join(' / ')}`));
    return said();
  };
}
