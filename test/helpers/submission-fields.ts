import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { submissionHarness } from './submission.js';
import { text as read } from './text.js';

/** What a developer does with single fields of a form. It alone knows their shadow tree. */
export function fieldsHarness(element: SubmissionForm) {
  const shown = submissionHarness(element);
  const { rest, field, control } = shown;
  const find = (label: string, selector: string) =>
    field(label).querySelector<HTMLElement>(selector);
  const input = (label: string) => control(label) as HTMLInputElement;

  /** A key as a browser tells of it: what it does to the text is done by `typeInto`. */
  const key = async (label: string, name: string, options: KeyboardEventInit = {}) => {
    const at = input(label);
    at.focus();
    const event = new KeyboardEvent('keydown', {
      key: name,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...options,
    });
    const isTaken = !at.dispatchEvent(event);
    // What the browser does with the key when nobody takes it.
    if (!isTaken && name === 'Enter') at.form!.requestSubmit();
    await rest();
    return isTaken;
  };

  const typed = async (at: HTMLInputElement, text: string) => {
    at.focus();
    at.value = text;
    at.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }),
    );
    at.dispatchEvent(new KeyboardEvent('keyup', { key: text.slice(-1), bubbles: true }));
    await rest();
  };

  return {
    ...shown,
    key,
    input,
    problem: (label: string) => {
      const said = read(find(label, '.error'));
      const isMarked = find(label, '[aria-invalid=true], output') !== null;
      if (said && !isMarked) throw new Error('what is said is not marked');
      return said;
    },

    /** Opens the form. */
    async open() {
      await rest();
      await shown.press('Submit for Review');
    },
    /** Waits for what draws long lists. */
    async listsLoaded() {
      await import('../../src/elements/submission/long-list.view.js');
      await rest();
      await rest();
    },
    /** Types a text in place of the one that is there. */
    typeInto: (label: string, text: string) => typed(input(label), text),
    search: (label: string, text: string) =>
      typed(find(label, 'input[type=search]') as HTMLInputElement, text),
    async searchKey(label: string, name: string) {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      const isTaken = !find(label, 'input[type=search]')!.dispatchEvent(event);
      await rest();
      return isTaken;
    },
    async tab(label: string) {
      input(label).focus();
      input(label).blur();
      await rest();
    },
    /** A choice in the browser's dialog, or a file that was dropped: both arrive like this. */
    async chooseFile(label: string, ...files: File[]) {
      const list = new DataTransfer();
      for (const file of files) list.items.add(file);
      input(label).files = list.files;
      input(label).dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    },

    hasList: (label: string) => input(label).getAttribute('role') === 'combobox',
    isListOpen: (label: string) =>
      input(label).getAttribute('aria-expanded') === 'true' &&
      find(label, '.popup')!.matches(':popover-open'),
    /** The options in sight, the active one in brackets and the chosen one with a tick. */
    list: (label: string) =>
      [...field(label).querySelectorAll('[role=option]')].map((each) => {
        const isActive = each.id === input(label).getAttribute('aria-activedescendant');
        const isChosen = each.getAttribute('aria-selected') === 'true';
        const text = `${read(each)}${isChosen ? ' ✓' : ''}`;
        return isActive ? `[${text}]` : text;
      }),
    popup: (label: string) => read(find(label, '.popup')),
    optionNamed: (label: string, name: string) =>
      [...field(label).querySelectorAll<HTMLElement>('[role=option]')].find(
        (each) => read(each) === name,
      )!,
    status: (label: string) => read(find(label, '[role=status]')),
    boxNames: (label: string) => [...field(label).querySelectorAll('label.choice')].map(read),
    unit: (label: string) => read(find(label, '[id$=-unit]')),
    file: (label: string) => read(find(label, '.file > div')),
    progress: (label: string) => (find(label, 'progress') as HTMLProgressElement | null)?.position,
    limits: (label: string) => read(find(label, '[id$=-limits]')),
    fieldText: (label: string) => read(field(label)),
    /** All that describes the control, as assistive technology reads it. */
    description: (label: string) =>
      (control(label).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .filter(Boolean)
        .map((id) => {
          const found = element.shadowRoot!.getElementById(id);
          if (!found) throw new Error(`nothing has the id ${id}`);
          return read(found);
        })
        .join(' | '),
    hasFocus: (label: string) => element.shadowRoot!.activeElement === control(label),
  };
}

export type FieldsHarness = ReturnType<typeof fieldsHarness>;

/** What a story does first: opens the form, then more. */
export const opening =
  (more: (form: FieldsHarness) => Promise<unknown> = async () => undefined) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const shown = fieldsHarness(canvasElement.querySelector('golive-submission')!);
    await shown.open();
    await more(shown);
  };
