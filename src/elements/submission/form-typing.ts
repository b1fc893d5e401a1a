import type { Field } from '../../contract/index.js';
import type { FormFlow } from './form-flow.js';

/** What is typed into one control. */
const TYPED = new Set<Field['kind']>([
  'text',
  'textarea',
  'number',
  'date',
  'url',
  'email',
  'phone',
]);

export interface TypingHooks {
  /** Pasted text was too long, and was cut. */
  onCut: (field: Field) => void;
  onEscape: () => void;
}

/** What keyboards, clipboards and browsers do to a form beside what its controls tell. */
export function createTyping(flow: FormFlow, { onCut, onEscape }: TypingHooks) {
  let cut: Field | undefined;
  /** What told of its text since it last changed. */
  const heard = new Set<EventTarget>();

  const fieldOf = ({ id }: HTMLInputElement): Field | undefined => {
    const { form, at } = flow.state!;
    const place = /^field-(\d+)$/.exec(id);
    const field = place ? form.steps[at]?.fields[Number(place[1])] : undefined;
    return field && TYPED.has(field.kind) ? field : undefined;
  };

  return {
    /** Before the control's own listener, so that it finds the text that fits. */
    onInput: {
      capture: true,
      handleEvent(event: InputEvent) {
        const input = event.target as HTMLInputElement;
        const field = fieldOf(input);
        heard.add(input);
        cut = undefined;
        if (field?.maxLength === undefined || !PASTES.has(event.inputType)) return;
        const { value } = input;
        const fitting = fitPaste(value, input.selectionStart ?? value.length, field.maxLength);
        if (!fitting) return;
        cut = field;
        input.value = fitting.text;
        // Only some kinds of input have a caret to put back.
        if (input.selectionStart !== null) input.setSelectionRange(fitting.caret, fitting.caret);
      },
    },

    /** After it. */
    onInputTaken() {
      const field = cut;
      if (!field) return;
      cut = undefined;
      flow.change((now) => ({ ...now, cut: field.id }));
      onCut(field);
    },

    /** Some browsers fill in a form and tell of it no sooner than this. */
    onChange({ target }: Event) {
      const input = target as HTMLInputElement;
      if (!heard.delete(input) && fieldOf(input))
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },

    onKey(event: KeyboardEvent) {
      // The key that ends a composition is no key of the form; Safari tells it by its code alone.
      const isComposing = event.isComposing || event.keyCode === 229;
      if (event.key === 'Enter' && isComposing) event.preventDefault();
      if (event.key !== 'Escape' || isComposing || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    },
  };
}

const PASTES = new Set(['insertFromPaste', 'insertFromDrop', 'insertFromYank']);

/** Lengths count code points. What is too much is cut where it was put in: before the caret. */
export function fitPaste(text: string, caret: number, max: number) {
  const before = [...text.slice(0, caret)];
  const after = text.slice(caret);
  const over = before.length + [...after].length - max;
  if (over <= 0) return undefined;
  const kept = before.slice(0, Math.max(before.length - over, 0)).join('');
  return { text: kept + after, caret: kept.length };
}
