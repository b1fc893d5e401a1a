import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { settled } from '../helpers/draw-story.js';
import { waitUntil } from '../helpers/wait-until.js';
import { corpus } from './corpus.js';
import { rootsOf, textsOf, type watch } from './watch.js';

/** Gives another hostile text each time. */
export type Next = () => string;

/** What is drawn, those of its texts that are shown whole, and those that are nobody's to see. */
export interface Drawn {
  page: unknown;
  shown: string[];
  hidden?: string[];
}

export interface Scene {
  draw: (next: Next) => Drawn;
  /** Opens what is closed at first. */
  open?: (page: HTMLElement) => unknown;
}

/** Draws a scene and opens it, until it has settled. */
export async function show({ draw, open }: Scene, next: Next) {
  const { page, shown, hidden = [] } = draw(next);
  const box = await fixture<HTMLElement>(html`<main class="hostile">${page}</main>`);
  const rest = async () => {
    for (const root of rootsOf(box)) if (root instanceof ShadowRoot) await settled(root.host);
  };
  await rest();
  await open?.(box);
  await rest();
  await nextFrame();
  return { box, shown, hidden };
}

/** Without what a browser changes in a text by itself: the ends of lines, in fields. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** Draws a scene until all hostile texts were in it, and sees that each is a text and no more. */
export async function expectTexts(scene: Scene, watching: ReturnType<typeof watch>) {
  let used = 0;
  const next = () => corpus[used++ % corpus.length]!;
  // Once through all of them, and on until each place has had another one.
  for (let round = 0; used < corpus.length * 1.5; round += 1) {
    const from = used;
    const { box, shown, hidden } = await show(scene, next);
    const texts = textsOf(box).map(plain);
    const isThere = (text: string) => texts.some((all) => all.includes(plain(text)));
    const missing = shown.filter((text) => !isThere(text));
    expect([missing, hidden.filter(isThere)], `round ${round}`).to.deep.equal([[], []]);
    for (const root of rootsOf(box)) {
      for (const dialog of root.querySelectorAll('dialog[open]'))
        expect(dialog.scrollWidth, 'width of a dialog').to.be.at.most(dialog.clientWidth);
    }
    watching.expectNothing(box);
    expect(used, 'texts in a round').to.be.greaterThan(from);
    box.remove();
  }
}

export function openDetails(page: Element) {
  for (const root of rootsOf(page)) {
    for (const details of root.querySelectorAll('details')) details.open = true;
  }
}

/** Opens the form of the submission in a page, and gives where it is drawn. */
export async function openForm(page: HTMLElement): Promise<ShadowRoot> {
  await import('../../src/elements/submission/form-part.js');
  const root = page.querySelector('golive-submission')!.shadowRoot!;
  root.querySelector<HTMLElement>('button')!.click();
  await waitUntil(() => root.querySelector('form') !== null);
  return root;
}
