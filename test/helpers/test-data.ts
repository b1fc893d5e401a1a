import type { TestData } from '../../src/elements/test-data/test-data.js';
import { settled } from './stories.js';
import { text } from './text.js';

/** Test data in the words of who reads it. */
export function testDataHarness(element: TestData) {
  const root = element.shadowRoot!;
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(
      (each) => text(each) === name || each.getAttribute('aria-label') === name,
    );
  const input = () => root.querySelector('input');
  return {
    get title() {
      return text(root.querySelector('h3'));
    },
    get count() {
      return text(root.querySelector('.head > .num'));
    },
    get columns() {
      return [...root.querySelectorAll('thead th')].map(text);
    },
    get rows() {
      return [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text));
    },
    get table() {
      return root.querySelector('table');
    },
    /** Under the head: rows, or what stands in their place. */
    get body() {
      return [...root.querySelectorAll('.card > :not(header)')].map(text).join(' ');
    },
    get isLoading() {
      return root.querySelector('[aria-busy=true]') !== null;
    },
    get failure() {
      return text(root.querySelector('[part=error]'));
    },
    get announced() {
      return text(root.querySelector('[role=status]'));
    },
    get focused() {
      return root.activeElement;
    },
    get docs() {
      return root.querySelector('a');
    },
    get input() {
      return input();
    },
    value: (row: number) => root.querySelectorAll('[part=value]')[row]!,
    button,
    async press(name: string) {
      const found = button(name)!;
      found.focus();
      found.click();
      await settled(element);
    },
    async search(query: string) {
      const field = input()!;
      field.focus();
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(element);
    },
  };
}
