import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { ownText, text as read } from './text.js';

/** The clock may be held by a test; a moment of the page is none of it. */
const { setTimeout: later } = globalThis;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a developer sees of a submission and does with it. It alone knows the shadow tree. */
export function submissionHarness(element: SubmissionForm) {
  const root = element.shadowRoot!;
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const find = (selector: string) => all(selector)[0];

  const rest = async () => {
    // What an open form is made of may be on its way, and what is told of it before.
    await import('../../src/elements/submission/form-part.js');
    await import('../../src/elements/submission/form-outline.js');
    await new Promise((resolve) => later(resolve));
    await element.updateComplete;
  };

  const button = (name: string): HTMLElement => {
    const buttons = all('button');
    const names = buttons.map((each) => each.getAttribute('aria-label') ?? read(each));
    const at = names.indexOf(name);
    const found = buttons[at] ?? buttons[names.findIndex((each) => each.startsWith(name))];
    if (!found) throw new Error(`no button ${name}; there are ${names.join(' | ')}`);
    return found;
  };

  const field = (label: string): HTMLElement => {
    const fields = all('[part=field]');
    const found = fields.find((each) => {
      const named = each.querySelector('label.label, legend, .choice > .label');
      return named && ownText(named) === label;
    });
    if (!found) {
      const labels = fields.map((each) => read(each.querySelector('.label')));
      throw new Error(`no field ${label}; there are ${labels.join(' | ')}`);
    }
    return found;
  };

  const control = (label: string) =>
    field(label).querySelector<Control>(':is(input, textarea, select, output):not(.field-note *)')!;

  const boxes = (label: string) =>
    [...field(label).querySelectorAll('label.choice:not(.field-note *)')].map((each) => ({
      name: read(each),
      box: each.querySelector('input')!,
    }));

  const enter = (at: Control, value: string) => {
    at.focus();
    const option =
      at instanceof HTMLSelectElement && [...at.options].find((each) => each.text.trim() === value);
    at.value = option ? option.value : value;
    at.dispatchEvent(new Event(at instanceof HTMLSelectElement ? 'change' : 'input'));
  };

  return {
    element,
    rest,
    field,
    control,
    button,

    isFormOpen: () => find('form') !== undefined,
    text: () => read(root),
    title: () => read(find('h3')),
    stepLine: () => read(find('.main header p')),
    checks: () => all('.checks li').map(read),
    chip: () => read(find('.head .chip')),
    isAvailable: (name: string) => button(name).getAttribute('aria-disabled') !== 'true',
    reason: () => read(find('#why')),
    labels: () => all('[part=field]').map((each) => ownText(each.querySelector('.label')!)),
    value: (label: string) => control(label).value,
    help: (label: string) => read(field(label).querySelector('.help')),
    isOptional: (label: string) => field(label).querySelector('.optional') !== null,
    chosen: (label: string) =>
      boxes(label)
        .filter(({ box }) => box.checked)
        .map(({ name }) => name),
    isTicked: (label: string) => (control(label) as HTMLInputElement).checked,
    problem: (label: string) => {
      const invalid = control(label).getAttribute('aria-invalid');
      const said = read(field(label).querySelector('.error'));
      if (field(label).querySelector('output') === null && Boolean(said) !== (invalid === 'true')) {
        throw new Error('what is said and what is marked differ');
      }
      return said;
    },
    note: (label: string) => read(field(label).querySelector('.field-note > div')),
    change: (label: string) => read(field(label).querySelector('.chip')),
    generalNotes: () => read(find('details')),
    summary: () => read(find('#summary .title')),
    summaryLines: () => all('#summary button').map(read),
    changedForm: () => read(find('#changed')),
    newerDraft: () => read(find('#newer')),
    dialog: () => read(find('dialog[open]')),
    /** Whether the note at a field counts as dealt with. */
    isHandled: (label: string) =>
      field(label).querySelector<HTMLInputElement>('.handled input')!.checked,
    steps: () => all('ol .step').map((each) => [...each.children].map(read).join(' ').trim()),
    currentStep: () => [...find('[aria-current=step]')!.children].map(read).join(' ').trim(),
    reachable: () => all('ol button.step').map((each) => read(each.children[1])),
    draft: () => read(find('.draft')),
    alert: () => read(find('[role=alert]')),
    said: () => read(all('[role=status]').at(-1)),
    /** The review: title, then each question with its answer. */
    review: () =>
      all('section.answers').map((group) => ({
        title: read(group.querySelector('h4')),
        answers: Object.fromEntries(
          [...group.querySelectorAll('.answer')].map((row) => [
            read(row.querySelector('dt')),
            [...row.querySelectorAll('dd')].map(read).join(' '),
          ]),
        ),
      })),
    focused: () => read(root.activeElement) || root.activeElement?.id || '',
    focusedLabel: () => {
      const at = root.activeElement?.closest('[part=field]');
      return at ? ownText(at.querySelector('.label')!) : '';
    },

    /** Whether the page is not left without a question. */
    asksBeforeLeaving() {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    },

    async press(name: string) {
      button(name).click();
      await rest();
    },
    async goTo(step: string) {
      all('ol button.step')
        .find((each) => read(each.children[1]) === step)!
        .click();
      await rest();
    },
    /** Types a text, or chooses by what can be read. */
    async fill(label: string, value: string) {
      if (control(label).matches('.long, [role=combobox]')) {
        await import('../../src/elements/submission/long-list.view.js');
        await rest();
      }
      enter(control(label), value);
      await rest();
      if (!control(label).matches('[role=combobox]')) return;
      control(label).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await rest();
    },
    /** One key more, as it is typed. */
    async type(label: string, value: string) {
      enter(control(label), control(label).value + value);
      await rest();
    },
    async leave(label: string) {
      control(label).focus();
      control(label).blur();
      await rest();
    },
    async tick(label: string) {
      (control(label) as HTMLInputElement).click();
      await rest();
    },
    async choose(label: string, option: string) {
      boxes(label)
        .find(({ name }) => name === option)!
        .box.click();
      await rest();
    },
    async markHandled(label: string) {
      field(label).querySelector<HTMLInputElement>('.handled input')!.click();
      await rest();
    },
    async takeFile(label: string, file: File) {
      const files = new DataTransfer();
      files.items.add(file);
      const input = field(label).querySelector<HTMLInputElement>('input[type=file]')!;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    },
    /** Puts a text in at the caret, which stands at the end. */
    async paste(label: string, text: string) {
      const at = control(label) as HTMLInputElement;
      at.focus();
      at.value += text;
      at.dispatchEvent(
        new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
      );
      await rest();
    },
    /** As some browsers fill in a form: without a word while it is typed. */
    async autofill(label: string, value: string) {
      const at = control(label);
      at.value = value;
      at.dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    },
    /** A key at a field. Whether the form keeps it from the browser. */
    async pressKey(label: string, key: string, more: KeyboardEventInit = {}) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      });
      control(label).focus();
      control(label).dispatchEvent(event);
      await rest();
      return event.defaultPrevented;
    },
    /** Enter in a text input. */
    async submitByEnter(label: string) {
      const form = control(label).form!;
      form.requestSubmit();
      await rest();
    },
  };
}

export type SubmissionHarness = ReturnType<typeof submissionHarness>;
