import { fixture, html } from '@open-wc/testing';
import '../../src/define/review-queue.js';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import { settled } from './stories.js';

const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();

/** What a reviewer sees of a queue, and does in it. */
export function queueDriver(element: ReviewQueue) {
  const root = element.shadowRoot!;
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const button = (name: string) => {
    const found = all('button').find((each) => textOf(each).includes(name));
    if (!found) throw new Error(`there is no button ${name}`);
    return found;
  };
  const search = () => root.querySelector('input')!;
  return {
    element,
    /** The rows as they read. */
    rows: () => all('button.row').map(textOf),
    names: () => all('.name').map(textOf),
    rowNodes: () => all('button.row'),
    row: button,
    /** The row that is marked as open. */
    current: () => all('[aria-current=true]').map(textOf),
    tabs: () => all('[role=tab]').map(textOf),
    openTab: () => all('[aria-selected=true]').map(textOf)[0],
    tab: button,
    /** What stands in place of rows, and under them. */
    text: () => textOf(root.querySelector('#list')!),
    alert: () => all('[role=alert]').map(textOf)[0],
    said: () => textOf(root.querySelector('[role=status]')!),
    focused: () => root.activeElement && textOf(root.activeElement),
    searched: () => search().value,
    async press(name: string) {
      button(name).click();
      await settled(element);
    },
    type(text: string) {
      search().value = text;
      search().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    async sortBy(value: string) {
      const select = root.querySelector('select')!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settled(element);
    },
  };
}

export async function openQueue(given: Partial<ReviewQueue>) {
  const element = await fixture<ReviewQueue>(html`<golive-review-queue></golive-review-queue>`);
  Object.assign(element, given);
  await settled(element);
  return queueDriver(element);
}
