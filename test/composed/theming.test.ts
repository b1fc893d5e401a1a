import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import * as queueStories from '../../stories/review-queue.stories.js';
import { drawStory } from '../helpers/draw-story.js';
import { settled } from '../helpers/stories.js';

const tags = [
  'golive-stepper',
  'golive-credential-card',
  'golive-test-data',
  'golive-submission',
  'golive-activity',
  'golive-review-queue',
  'golive-review-panel',
  'golive-pipeline',
  'golive-review-desk',
];

/** A token as an element reads it, resolved to what would be painted. */
function colourOf(element: Element, name = '--_accent'): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  element.shadowRoot!.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const [light, dark] = ['rgb(51, 80, 200)', 'rgb(157, 176, 255)'];

describe('themes', () => {
  const root = document.documentElement;
  afterEach(() => root.removeAttribute('style'));

  for (const tag of tags) {
    it(`reach ${tag} from the page, from what is around it and from itself`, async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(tag);
      box.append(element);
      await settled(element);
      root.style.colorScheme = 'light';
      expect(colourOf(element)).to.equal(light);
      root.style.setProperty('--golive-color-accent', 'rgb(1, 1, 1)');
      expect(colourOf(element)).to.equal('rgb(1, 1, 1)');
      expect(colourOf(element, '--_focus')).to.equal('rgb(1, 1, 1)');
      box.style.setProperty('--golive-color-accent', 'rgb(2, 2, 2)');
      expect(colourOf(element)).to.equal('rgb(2, 2, 2)');
      element.style.setProperty('--golive-color-accent', 'rgb(3, 3, 3)');
      expect(colourOf(element)).to.equal('rgb(3, 3, 3)');
    });

    it(`follow the colour scheme of the page in ${tag}, and of what is around it`, async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(tag);
      box.append(element);
      await settled(element);
      root.style.colorScheme = 'dark';
      expect(colourOf(element)).to.equal(dark);
      box.style.colorScheme = 'light';
      expect(colourOf(element)).to.equal(light);
    });
  }

  for (const tag of ['golive-pipeline', 'golive-review-desk']) {
    it(`are light or dark by the word of ${tag}, whatever the page says`, async () => {
      const element = document.createElement(tag);
      (await fixture<HTMLElement>(html`<div></div>`)).append(element);
      await settled(element);
      for (const [page, theme, colour] of [
        ['light', 'dark', dark],
        ['dark', 'light', light],
        ['dark', 'auto', dark],
      ]) {
        root.style.colorScheme = page!;
        element.setAttribute('theme', theme!);
        expect(colourOf(element)).to.equal(colour);
      }
    });
  }

  it('are those of the nearest provider, and auto takes over what is around', async () => {
    const box = await fixture<HTMLElement>(
      html`<golive-provider theme="dark">
        <golive-stepper></golive-stepper>
        <golive-provider><golive-stepper></golive-stepper></golive-provider>
        <golive-provider theme="light"><golive-stepper></golive-stepper></golive-provider>
      </golive-provider>`,
    );
    const steppers = [...box.querySelectorAll('golive-stepper')];
    await Promise.all(steppers.map(settled));
    expect(steppers.map((each) => colourOf(each))).to.deep.equal([dark, dark, light]);
  });

  it('take a larger size of text that a person sets, icons and boxes too, and no smaller one', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const queue = await drawStory(queueStories, 'Waiting', box);
    const sizes = () => [
      getComputedStyle(queue).fontSize,
      ...['.box', '.icon:not(.s14)'].map(
        (each) => queue.shadowRoot!.querySelector(each)!.getBoundingClientRect().width,
      ),
    ];
    expect(sizes()).to.deep.equal(['14px', 16, 16]);
    root.style.fontSize = '200%';
    expect(sizes()).to.deep.equal(['28px', 28, 28]);
    root.style.fontSize = '62.5%';
    expect(sizes()).to.deep.equal(['14px', 16, 16]);
  });

  it('take the font of the page, in buttons and fields too', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <golive-review-queue></golive-review-queue><golive-pipeline></golive-pipeline>
      </div>`,
    );
    box.style.fontFamily = 'fantasy';
    for (const element of box.children) {
      await settled(element);
      const controls = element.shadowRoot!.querySelectorAll('button, input, select, textarea');
      for (const each of [element, ...controls]) {
        expect(getComputedStyle(each).fontFamily).to.equal('fantasy');
      }
    }
  });
});
