import { fixture, html } from '@open-wc/testing';
import '../../src/define/review-queue.js';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { QueueFilters, QueuePage } from '../../src/contract/index.js';
import { reviewing } from '../../stories/fixture/review.js';
import { settled } from './stories.js';
import { text as textOf } from './text.js';
import { waitUntil } from './wait-until.js';

/** The cells of a row, without the hidden name of its checkbox. */
const readRow = (row: Element) =>
  [...row.querySelectorAll('.name, .plan, td:not(.check)')].map(textOf).join(' ');

/** What a reviewer sees of a queue, and does in it. */
export function queueDriver(element: ReviewQueue) {
  const root = element.shadowRoot!;
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const button = (name: string) => {
    const found = all('button').find((each) => textOf(each).includes(name));
    if (!found) throw new Error(`there is no button ${name}`);
    return found;
  };
  const search = () => root.querySelector<HTMLInputElement>('input[type=search]')!;
  const rowOf = (name: string) => all('.item').find((row) => textOf(row).includes(name))!;
  const allBox = () => root.querySelector<HTMLInputElement>('#check-all')!;
  const box = (name: string) => rowOf(name).querySelector<HTMLInputElement>('input');
  const choose = async (id: string, text: string) => {
    const select = root.querySelector<HTMLSelectElement>(`select#${id}`)!;
    const option = [...select.options].find((each) => textOf(each) === text);
    if (!option) throw new Error(`there is no choice ${text}`);
    select.value = option.value;
    select.dispatchEvent(new Event('change'));
    await settled(element);
  };
  return {
    element,
    /** The rows as they read. */
    rows: () => all('.item').map(readRow),
    names: () => all('.name').map(textOf),
    rowNodes: () => all('.item'),
    /** What opens a submission from the keyboard. */
    row: button,
    /** The row as a mouse meets it. */
    rowOf,
    /** The row that is marked as open. */
    current: () => all('[aria-current=true]').map(textOf),
    tabs: () => all('[role=tab]').map(textOf),
    openTab: () => all('[aria-selected=true]').map(textOf)[0],
    tab: button,
    /** What stands in place of rows, and under them. */
    text: () => textOf(root.querySelector('#list')),
    alert: () => all('[role=alert]').map(textOf)[0],
    hasButton: (name: string) => all('button').some((each) => textOf(each).includes(name)),
    /** To the letter, for a repeated sentence differs. */
    saidExactly: () => root.querySelector('[role=status]')!.textContent,
    said: () => textOf(root.querySelector('[role=status]')),
    focused: () => root.activeElement && textOf(root.activeElement),
    searched: () => search().value,
    async press(name: string) {
      button(name).focus();
      button(name).click();
      await settled(element);
    },
    type(text: string) {
      search().value = text;
      search().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    sortBy: (order: string) => choose('sort', order),
    /** Chooses a plan or an age. */
    narrow: (by: 'plan' | 'age', to: string) => choose(by, to),
    /** What a filter offers; the chosen one first. */
    choices: (by: 'plan' | 'age' | 'sort') => {
      const select = root.querySelector<HTMLSelectElement>(`select#${by}`);
      return select && [...select.selectedOptions, ...select.options].map(textOf);
    },
    /** The heads of the columns, each with its order where it has one. */
    columns: () =>
      all('[role=columnheader]').map((head) =>
        [textOf(head.querySelector('button') ?? head), head.ariaSort].filter(Boolean).join(' '),
      ),
    async sortByColumn(name: string) {
      all('thead button')
        .find((each) => textOf(each) === name)!
        .click();
      await settled(element);
    },
    /** Whether a row has a checkbox. */
    canCheck: (name: string) => box(name) !== null,
    async check(name: string, { shift = false } = {}) {
      box(name)!.dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          composed: true,
          cancelable: true,
          shiftKey: shift,
        }),
      );
      await settled(element);
    },
    async checkAll() {
      allBox().click();
      await settled(element);
    },
    allChecked: () => (allBox().indeterminate ? 'some' : allBox().checked ? 'all' : 'none'),
    checked: () =>
      all('.item').flatMap((row) =>
        row.querySelector('input')?.checked ? textOf(row.querySelector('.name')) : [],
      ),
    /** What can be done with what is selected, and what came of it. */
    bar: () => {
      const bar = root.querySelector('#bulk');
      return bar && textOf(bar);
    },
    barComes: () => waitUntil(() => root.querySelector('#bulk'), 'the bar is there'),
    dialog: () => {
      const dialog = root.querySelector('dialog[open]');
      return dialog && textOf(dialog);
    },
    async confirm() {
      root.querySelector<HTMLElement>('dialog[open] .foot > :last-child')!.click();
      await settled(element);
    },
    async writeNotes(notes: string) {
      const area = root.querySelector('textarea')!;
      area.value = notes;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(element);
    },
    notes: () => root.querySelector('textarea')?.value,
    notesError: () => {
      const area = root.querySelector('textarea')!;
      const error = root.querySelector('dialog .error');
      return area.ariaInvalid === 'true' && error ? textOf(error) : undefined;
    },
    /** Why a selected row can't be decided. */
    problem: (name: string) => {
      const problem = rowOf(name).querySelector('.error');
      return problem ? textOf(problem) : undefined;
    },
    hasCheckboxes: () => root.querySelector('.box') !== null,
  };
}

export async function openQueue(given: Partial<ReviewQueue>) {
  const element = await fixture<ReviewQueue>(html`<golive-review-queue></golive-review-queue>`);
  Object.assign(element, given);
  await settled(element);
  return queueDriver(element);
}

/** A store whose reads of the queue the test answers when it wants to. */
export function queueByHand() {
  const reads: { filters: QueueFilters; signal: AbortSignal; cursor: string | undefined }[] = [];
  const waiting: { resolve(page: QueuePage): void; reject(error: Error): void }[] = [];
  const store = reviewing(
    {},
    {
      getQueue: (filters, options = {}) => {
        reads.push({ filters, signal: options.signal!, cursor: options.cursor });
        return new Promise((resolve, reject) => {
          waiting.push({ resolve, reject });
        });
      },
    },
  );
  return {
    store,
    reads,
    answer: (page: QueuePage, at = waiting.length - 1) => waiting[at]!.resolve(page),
    fail: (code: string, at = waiting.length - 1) => waiting[at]!.reject(new PipelineError(code)),
  };
}
