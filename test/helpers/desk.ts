import { fixture, html } from '@open-wc/testing';
import type { ReviewDesk } from '../../src/composed/review-desk/review-desk.js';
import '../../src/define/review-desk.js';
import { rest } from './review-panel.js';
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
  const buttonOf = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name));
  const rowOf = (name: string) => rows().find(({ textContent }) => textContent.includes(name));
  const opener = (name: string) => rowOf(name)!.querySelector<HTMLElement>('.name')!;

  return {
    desk,
    queue,
    /** Where the side of the queue ends, in pixels below the window's edge. */
    queueFoot: () => root.getElementById('queue')!.getBoundingClientRect().bottom,
    isQueueShown: () => isShown(queue()),
    isPanelShown: () => isShown(panel()),
    /** The submission that the panel is asked to show. */
    open: () => panel().submission,
    panel,
    panelText: () => panel().shadowRoot!.textContent,
    rowsCome: () => waitUntil(() => rows().length > 0, 'the queue has rows'),
    async choose(name: string) {
      opener(name).focus();
      opener(name).click();
      await settled(desk);
      await rest(panel());
    },
    hasRow: (name: string) => rowOf(name) !== undefined,
    isMarked: (name: string) => rowOf(name)!.ariaCurrent === 'true',
    hasFocus: (name: string) => queue().shadowRoot!.activeElement === opener(name),
    /** The name of the side that has the focus. */
    focusedSide: () => root.activeElement?.ariaLabel,
    /** Somebody comes into the queue, at its first control. */
    enter() {
      queue().shadowRoot!.querySelector<HTMLElement>('[role=tab][tabindex="0"]')!.focus();
    },
    /** Presses a key where the focus is. Whether the browser may do with it what it always does. */
    async press(key: string, more: KeyboardEventInit = {}) {
      let at: Element = document.activeElement!;
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
      const isFree = at.dispatchEvent(new KeyboardEvent('keydown', init));
      await settled(desk);
      await settled(queue());
      await settled(panel());
      return isFree;
    },
    isSearching: () => queue().shadowRoot!.activeElement?.matches('input[type=search]'),
    isSelected: (name: string) =>
      rowOf(name)!.closest('[role=row]')!.querySelector<HTMLInputElement>('input')!.checked,
    isWritingNotes: () => panel().shadowRoot!.activeElement?.id === 'notes',
    /** What is asked before a decision. */
    question: () => panel().shadowRoot!.querySelector('dialog[open]')?.textContent,
    /** Selects all that is shown, and begins to approve it. */
    async askForAll() {
      const inQueue = queue().shadowRoot!;
      inQueue.querySelector<HTMLElement>('#check-all')!.click();
      await waitUntil(() => inQueue.querySelector('#bulk'), 'the bar is there');
      const approve = [...inQueue.querySelectorAll<HTMLElement>('#bulk button')].find(
        ({ textContent }) => textContent.includes('Approve'),
      )!;
      approve.click();
      await settled(queue());
    },
    bulkQuestion: () => queue().shadowRoot!.querySelector('dialog[open]')?.textContent,
    hasKeycaps: () => panel().shadowRoot!.querySelector('kbd') !== null,
    /** The list of the keys. */
    keys: () => root.querySelector('dialog[open]')?.textContent,
    hasButton: (name: string) => buttonOf(name) !== undefined,
    async pressIn(name: string) {
      buttonOf(name)!.click();
      await settled(desk);
    },
    async turnKeys() {
      root.querySelector<HTMLInputElement>('dialog input')!.click();
      await settled(desk);
      await settled(panel());
    },
    async pressInPanel(name: string) {
      const found = [...panel().shadowRoot!.querySelectorAll<HTMLElement>('button')];
      found.find(({ textContent }) => textContent.includes(name))!.click();
      await settled(panel());
      await settled(desk);
    },
    isPanelAboveQueue: () =>
      panel().getBoundingClientRect().bottom <= queue().getBoundingClientRect().top,
    /** Presses a decision's button, then the one that confirms it. */
    async decide(name: string) {
      for (const within of ['[part=decision]', 'dialog[open]']) {
        const all = panel().shadowRoot!.querySelectorAll<HTMLElement>(`${within} button`);
        [...all].find(({ textContent }) => textContent.includes(name))!.click();
        await settled(panel());
      }
    },
    hasBack: () => isShown(buttonOf('Back to queue') ?? null),
    async goBack() {
      buttonOf('Back to queue')!.click();
      await settled(desk);
    },
    async resize(to: number) {
      box.style.inlineSize = `${to}px`;
      await settled(desk);
      await settled(desk);
    },
  };
}
