import type { ActivityLog } from '../../src/elements/activity/activity.js';
import { settled } from './stories.js';
import { text } from './text.js';

/** A log in the words of who reads it. */
export function activityHarness(element: ActivityLog) {
  const root = element.shadowRoot!;
  const items = () => [...root.querySelectorAll('li')];
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((each) => text(each) === name);
  return {
    get sentences() {
      return items().map((item) => text(item.querySelector('.event > p')));
    },
    get times() {
      return items().map((item) => item.querySelector('time')!.dateTime);
    },
    get notes() {
      return items().map((item) => item.querySelector('.event-note'));
    },
    get body() {
      return text(root.querySelector('.body'));
    },
    get failure() {
      return text(root.querySelector('[part=error]'));
    },
    get announced() {
      return text(root.querySelector('[role=status]'));
    },
    get isLoading() {
      return root.querySelector('[aria-busy=true]') !== null;
    },
    /** What has the focus, as text; undefined when it is elsewhere. */
    get focused() {
      return root.activeElement ? text(root.activeElement) : undefined;
    },
    button,
    async press(name: string) {
      const found = button(name)!;
      found.focus();
      found.click();
      await settled(element);
    },
  };
}
