import { fixture, html } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { Decision, ReviewDetail } from '../../src/contract/index.js';
import '../../src/define/review-panel.js';
// What shows a submission is there before the first test: none waits for the network.
import '../../src/elements/review-panel/panel-part.js';
import type { ReviewPanel } from '../../src/elements/review-panel/review-panel.js';
import * as stories from '../../stories/review-panel.stories.js';
import { detailOf, reviewing, submissionOf } from '../../stories/fixture/review.js';
import { settled, showStory } from './stories.js';
import { text as textOf } from './text.js';
import { waitUntil } from './wait-until.js';

/** What a reviewer sees of a submission, and does with it. */
export function panelDriver(element: ReviewPanel) {
  const root = element.shadowRoot!;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const area = (selector: string) => root.querySelector<HTMLTextAreaElement>(selector);
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const dialog = () => root.querySelector('dialog')!;
  const nameOf = (each: Element) =>
    each.getAttribute('aria-label') ?? textOf(each.querySelector(':scope > span, bdi') ?? each);
  const answers = () => [
    ...(find('#answers')?.closest('.part')?.querySelectorAll('.answer:not(.paper)') ?? []),
  ];
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
    answers: () => answers().map(textOf),
    answer: (label: string) => textOf(answers().find((each) => textOf(each).startsWith(label))),
    struck: () => all('del').map(textOf),
    /** The state of one lane's credentials. */
    credentials: (lane: string) =>
      all('.answers')
        .map(textOf)
        .find((text) => text.startsWith(`${lane} Created`)) ?? '',
    attempts: () => all('.attempts > li').map(textOf),
    templates: () => all('.templates > div').map(textOf),
    preview: () => textOf(find('#preview')),
    async choosePreview(name: string) {
      const select = root.querySelector<HTMLSelectElement>('#previewed')!;
      select.focus();
      select.value = [...select.options].find((each) => textOf(each) === name)!.value;
      select.dispatchEvent(new Event('change'));
      await settled(element);
    },
    /** The keys that the buttons show. */
    keys: () => all('.decide kbd').map(textOf),
    putCursor: (start: number, end: number) => area('#notes')!.setSelectionRange(start, end),
    /** What is selected in the notes. */
    selected() {
      const { value, selectionStart, selectionEnd } = area('#notes')!;
      return value.slice(selectionStart, selectionEnd);
    },
    async escapeFrom(name: string) {
      button(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settled(element);
    },
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
    isModal: () => dialog().matches(':modal'),
    async escape(more: KeyboardEventInit = {}) {
      const init = { key: 'Escape', cancelable: true, ...more };
      dialog().dispatchEvent(new KeyboardEvent('keydown', init));
      await settled(element);
    },
    async tick(label: string) {
      all('label')
        .find((each) => textOf(each) === label)!
        .querySelector('input')!
        .click();
      await settled(element);
    },
    until: (isSo: () => unknown) => waitUntil(isSo),
  };
}

/** Resolves once what shows a submission is there, and so is the submission. */
export async function rest(element: ReviewPanel) {
  await import('../../src/elements/review-panel/panel-part.js');
  await settled(element);
  await settled(element);
}

export async function openPanel(given: Partial<ReviewPanel>) {
  const element = await fixture<ReviewPanel>(html`<golive-review-panel></golive-review-panel>`);
  Object.assign(element, given);
  await rest(element);
  return panelDriver(element);
}

/** A story of the panel, once it has come to rest. */
export async function showPanel(name: keyof typeof stories) {
  const element = await showStory<ReviewPanel>(stories, name);
  await rest(element);
  return panelDriver(element);
}

interface Sent {
  id: string;
  version: string;
  body: Decision;
  key: string | undefined;
  answer(detail: ReviewDetail): void;
  fail(code: string, status?: number): void;
}

/** A store of submissions that the test may exchange, and whose decisions it answers by hand. */
export function desk(...details: ReviewDetail[]) {
  const now = new Map(details.map((detail) => [detail.submission.id, detail]));
  const sent: Sent[] = [];
  const store = reviewing(
    {},
    {
      getReview: async (id) => structuredClone(now.get(id)!),
      decide: (id, version, body, { idempotencyKey } = {}) =>
        new Promise((resolve, reject) => {
          sent.push({
            id,
            version,
            body,
            key: idempotencyKey,
            answer: (detail) => {
              now.set(id, detail);
              resolve(structuredClone(detail));
            },
            fail: (code, status) => reject(new PipelineError(code, { status })),
          });
        }),
    },
  );
  return {
    store,
    sent,
    last: () => sent.at(-1)!,
    change: (detail: ReviewDetail) => void now.set(detail.submission.id, detail),
  };
}

/** The submission after its developer edited it. */
export const edited = () => {
  const { answers } = submissionOf();
  return detailOf({
    submission: submissionOf({
      version: 's2',
      answers: { ...answers, callback_url: 'https://new.example/hook' },
    }),
  });
};

export async function openDesk(...details: ReviewDetail[]) {
  const given = desk(...(details.length > 0 ? details : [detailOf()]));
  const panel = await openPanel({ store: given.store, submission: 'subm_2' });
  return { ...given, panel };
}
