import { fixture, html } from '@open-wc/testing';
import '../../src/define/review-panel.js';
import type { ReviewPanel } from '../../src/elements/review-panel/review-panel.js';
import { settled } from './stories.js';

const textOf = (node: Element | null | undefined) =>
  node?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What a reviewer sees of a submission, and does with it. */
export function panelDriver(element: ReviewPanel) {
  const root = element.shadowRoot!;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const area = (selector: string) => root.querySelector<HTMLTextAreaElement>(selector);
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const dialog = () => root.querySelector('dialog')!;
  const nameOf = (each: Element) => each.getAttribute('aria-label') ?? textOf(each);
  /** In the open dialog, or else in the panel. */
  const button = (name: string) => {
    const scope = dialog()?.open ? dialog() : root;
    const found = [...scope.querySelectorAll('button')].find((each) => nameOf(each) === name);
    if (!found) throw new Error(`there is no button ${name}`);
    return found;
  };
  const write = async (selector: string, text: string) => {
    const field = area(selector)!;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(element);
  };
  return {
    element,
    button,
    has: (name: string) => all('button').some((each) => nameOf(each) === name),
    isAvailable: (name: string) => button(name).getAttribute('aria-disabled') !== 'true',
    async press(name: string) {
      button(name).focus();
      button(name).click();
      await settled(element);
    },
    text: () => textOf(root.querySelector('article') ?? root.firstElementChild),
    all: () => all('*').length && root.textContent.replace(/\s+/g, ' '),
    title: () => textOf(find('#title')),
    head: () => textOf(find('.phead')),
    facts: () => all('.facts > div').map(textOf),
    /** Each answer as it reads. */
    answers: () => all('.answer').map(textOf),
    answer: (label: string) =>
      textOf(all('.answer').find((each) => textOf(each).startsWith(label))),
    struck: () => all('del').map(textOf),
    banner: () => textOf(find('#banner')),
    outcome: () => textOf(find('#outcome')),
    decision: () => textOf(find('.decide')),
    alerts: () => all('[role=alert]').map(textOf),
    said: () => textOf(find('[role=status]')),
    dialog: () => (dialog().open ? textOf(dialog()) : undefined),
    notes: () => area('#notes')?.value,
    notesProblem: () => textOf(find('#notes-error')),
    writeNotes: (text: string) => write('#notes', text),
    fieldNote: () => area('#note')?.value,
    writeFieldNote: (text: string) => write('#note', text),
    focused: () => root.activeElement?.id || textOf(root.activeElement),
    async escape() {
      dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
      await settled(element);
    },
    async tick(label: string) {
      all('label')
        .find((each) => textOf(each) === label)!
        .querySelector('input')!
        .click();
      await settled(element);
    },
    /** Renders until something is so, or gives up. */
    async until(isSo: () => unknown) {
      for (let round = 0; round < 200 && !isSo(); round += 1) await settled(element);
    },
  };
}

export async function openPanel(given: Partial<ReviewPanel>) {
  const element = await fixture<ReviewPanel>(html`<golive-review-panel></golive-review-panel>`);
  Object.assign(element, given);
  await settled(element);
  await settled(element);
  return panelDriver(element);
}
