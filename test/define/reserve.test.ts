import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/all.js';
import { tags } from '../../src/define/tags.js';

/** What takes no room of its own: it hands a store on, or shows nothing at first. */
const without: readonly string[] = [tags.provider, tags.outcome];

describe('the room kept for elements whose code is still to come', () => {
  let kept: Map<string, number>;

  before(async () => {
    const css = await (await fetch(new URL('../../src/reserve.css', import.meta.url))).text();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
    kept = new Map(
      rules
        .filter(({ style }) => style.minBlockSize)
        .map(({ style, selectorText }) => [
          /golive-[a-z-]+/.exec(selectorText)![0],
          parseFloat(style.minBlockSize),
        ]),
    );
  });

  for (const tag of Object.values(tags).filter((each) => !without.includes(each))) {
    it(`is what ${tag} takes at first`, async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.inlineSize = '1100px';
      const element = document.createElement(tag);
      box.append(element);
      await element.updateComplete;
      await nextFrame();
      expect(kept.get(tag), tag).to.be.closeTo(element.offsetHeight, 2);
    });
  }
});
