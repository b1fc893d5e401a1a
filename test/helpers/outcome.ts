import type { OutcomeNotice } from '../../src/elements/outcome/outcome.js';
import type { NavigateEvent } from '../../src/connect/events.js';
import { settled } from './stories.js';
import { text } from './text.js';

/** A notice in the words of who reads it. */
export function outcomeHarness(element: OutcomeNotice) {
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
  const buttons = () => [...element.shadowRoot!.querySelectorAll('button')];
  return {
    get title() {
      return text(find('h3'));
    },
    get by() {
      return text(find('.by'));
    },
    get notes() {
      return find('.note');
    },
    /** Each note at a field: its field, and what is said. */
    get fieldNotes() {
      return [...element.shadowRoot!.querySelectorAll('li')].map((item) => ({
        field: text(item.querySelector('div')!.firstElementChild),
        note: text(item.querySelector('p')),
      }));
    },
    /** How many columns the notes stand in. */
    get columns() {
      return getComputedStyle(find('.columns')!).gridTemplateColumns.split(' ').length;
    },
    get buttons() {
      return buttons().map(text);
    },
    get failure() {
      return text(find('[role=alert]'));
    },
    get announced() {
      return text(find('[role=status]'));
    },
    /** Presses a button and gives where the page was asked to go. */
    async press(name: string): Promise<NavigateEvent | undefined> {
      let asked: NavigateEvent | undefined;
      const hear = (event: NavigateEvent) => {
        asked = event;
      };
      document.body.addEventListener('golive-navigate', hear);
      buttons()
        .find((each) => text(each) === name)!
        .click();
      document.body.removeEventListener('golive-navigate', hear);
      await settled(element);
      return asked;
    },
  };
}
