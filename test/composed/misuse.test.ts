import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';
import { text } from '../helpers/text.js';

/** What the page's engineer hears of an element that is given this. */
async function given(tag: string, properties: Record<string, unknown>) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const heard: unknown[] = [];
  const logged: unknown[] = [];
  box.addEventListener('golive-error', ({ detail }) => heard.push(detail));
  const { error } = console;
  console.error = (...said: unknown[]) => logged.push(...said);
  const element = document.createElement(tag);
  try {
    box.append(element);
    Object.assign(element, properties);
    await settled(element);
    element.remove();
    box.append(element);
    await settled(element);
    await settled(element);
  } finally {
    console.error = error;
  }
  return { element, heard, logged };
}

describe('a property that a page has set wrongly', () => {
  const store = showing(snapshots.inReview);
  const wrong: [tag: string, property: string, values: unknown[], others?: object][] = [
    ['golive-stepper', 'store', [{}, 'store', Promise.resolve(store)]],
    ['golive-provider', 'store', [{}, 5]],
    ['golive-pipeline', 'store', [{}, () => store], { baseUrl: '/nowhere' }],
    ['golive-review-queue', 'plans', [5, 'Partner', { name: 'Partner' }], { store }],
    ['golive-review-panel', 'templates', [5, 'Thanks', {}], { store }],
  ];
  for (const [tag, property, values, others] of wrong) {
    for (const value of values) {
      it(`is told once, and done without: ${tag}, ${property}, ${String(value)}`, async () => {
        const { heard, logged } = await given(tag, { ...others, [property]: value });
        const detail = `${tag}.${property} is not of its type`;
        expect(heard.slice(0, 1)).to.deep.equal([{ code: 'misuse', detail }]);
        expect(logged).to.deep.equal([detail]);
      });
    }
  }

  it('gives way to what is set in its place', async () => {
    const { element } = await given('golive-stepper', { store: {} });
    Object.assign(element, { store });
    await settled(element);
    expect(text(element.shadowRoot)).to.contain('In Review');
  });

  it('is no wrong one where nothing is set', async () => {
    for (const nothing of [undefined, null]) {
      for (const [tag, property] of wrong) {
        const { heard } = await given(tag, { store, [property]: nothing });
        expect(heard, tag).to.deep.equal([]);
      }
    }
  });
});
