import { fixture, html } from '@open-wc/testing';
import type { ReviewDesk } from '../../src/composed/review-desk/review-desk.js';
import '../../src/define/review-desk.js';
import { settled } from './stories.js';
import { waitUntil } from './wait-until.js';

/** The reviewers' page as a person meets it; only this file knows what is inside. */
export async function showDesk(set: Partial<ReviewDesk>, { width = 1200 } = {}) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const desk = document.createElement('golive-review-desk');
  Object.assign(desk, set);
  box.append(desk);
  await settled(desk);
  const root = desk.shadowRoot!;
  const isShown = (element: Element | null) =>
    element instanceof HTMLElement && element.offsetParent !== null;
  const queue = () => root.querySelector('golive-review-queue')!;
  const panel = () => root.querySelector('golive-review-panel')!;
  const rows = () => [...queue().shadowRoot!.querySelectorAll<HTMLElement>('[part~=row]')];
  const rowOf = (name: string) => rows().find(({ textContent }) => textContent.includes(name));

  return {
    desk,
    queue,
    isQueueShown: () => isShown(queue()),
    isPanelShown: () => isShown(panel()),
    /** The submission that the panel is asked to show. */
    open: () => panel().submission,
    panel,
    panelText: () => panel().shadowRoot!.textContent,
    rowsCome: () => waitUntil(() => rows().length > 0, 'the queue has rows'),
    async choose(name: string) {
      rowOf(name)!.focus();
      rowOf(name)!.click();
      await settled(desk);
    },
    isMarked: (name: string) => rowOf(name)!.ariaCurrent === 'true',
    hasFocus: (name: string) => queue().shadowRoot!.activeElement === rowOf(name),
    /** The name of the side that has the focus. */
    focusedSide: () => root.activeElement?.ariaLabel,
    hasBack: () => [...root.querySelectorAll('button')].some(isShown),
    async goBack() {
      root.querySelector('button')!.click();
      await settled(desk);
    },
    async resize(to: number) {
      box.style.inlineSize = `${to}px`;
      await settled(desk);
      await settled(desk);
    },
  };
}
