import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { tags } from '../../src/define/tags.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

const drawn = Object.values(tags).filter((tag) => tag !== tags.provider);

/** Ways in which a page may hold an element without telling it how wide to be. */
const holders: Record<string, Partial<CSSStyleDeclaration>> = {
  'a row beside something else': { display: 'flex' },
  'a centred column': { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  'a grid that centres': { display: 'grid', placeItems: 'center' },
};

async function heldBy(style: Partial<CSSStyleDeclaration>, tag: string) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  Object.assign(box.style, { inlineSize: '900px', ...style });
  const element = Object.assign(document.createElement(tag), {
    store: showing(snapshots.inReview),
    lane: 'sandbox',
  });
  box.append(element);
  await settled(element);
  return { box, element };
}

describe('in a page with habits of its own', () => {
  for (const [name, style] of Object.entries(holders)) {
    it(`every element takes the room that there is in ${name}`, async () => {
      for (const tag of drawn) {
        const { element } = await heldBy(style, tag);
        expect(element.offsetWidth, tag).to.equal(900);
      }
    });
  }

  it('an element keeps to its margins, and to a width that the page gives', async () => {
    const { element } = await heldBy({ display: 'flex' }, tags.credentialCard);
    element.style.margin = '20px';
    expect(element.offsetWidth).to.equal(860);
    element.style.inlineSize = '300px';
    expect(element.offsetWidth).to.equal(300);
  });

  it('two cards share a row', async () => {
    const { box, element } = await heldBy({ display: 'flex', gap: '20px' }, tags.credentialCard);
    box.append(document.createElement(tags.credentialCard));
    expect(element.offsetWidth).to.equal(440);
  });

  it('texts break, and are not indented or capitalised as a headline of the page would be', async () => {
    const style = { whiteSpace: 'nowrap', textIndent: '3em', textTransform: 'uppercase' };
    const { element } = await heldBy(style, tags.credentialCard);
    const title = getComputedStyle(element.shadowRoot!.querySelector('h3')!);
    expect(title.whiteSpace).to.equal('normal');
    expect(title.textIndent).to.equal('0px');
    expect(title.textTransform).to.equal('none');
  });

  it('a value reads as it is, and can be selected, whatever the page does to all of its texts', async () => {
    const { element } = await heldBy({}, tags.credentialCard);
    element.style.cssText =
      'text-transform: uppercase; font-variant-caps: small-caps; font-feature-settings: "smcp"; user-select: none; -webkit-user-select: none;';
    const value = getComputedStyle(element.shadowRoot!.querySelector('dd.mono')!);
    expect(value.textTransform).to.equal('none');
    expect(value.fontVariantCaps).to.equal('normal');
    expect(value.fontFeatureSettings).to.equal('normal');
    const { userSelect, webkitUserSelect } = value;
    expect(userSelect || webkitUserSelect).to.equal('text');
  });
});
