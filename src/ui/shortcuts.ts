import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a key does; false when there was nothing to do, and the key means what it always means. */
export type Shortcut = () => unknown;

const TYPING = 'textarea, select, input:not([type=checkbox], [type=radio])';
/** Esc empties a search first, and closes an open list. */
const OWN_ESCAPE = 'select, input:not(:placeholder-shown)';

/**
 * Single keys that do something while the focus is inside an element. They are silent while somebody
 * types, beside Ctrl, Alt or Meta, and in a dialog, which has keys of its own.
 */
export class Shortcuts implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #find: (key: string) => Shortcut | undefined;

  /** @param find What a key does now: a letter in lower case, or its name as in `KeyboardEvent.key`. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: (key: string) => Shortcut | undefined,
  ) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected() {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected() {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  #onKey = (event: KeyboardEvent) => {
    const { ctrlKey, altKey, metaKey, defaultPrevented, isComposing } = event;
    if (ctrlKey || altKey || metaKey || defaultPrevented || isComposing) return;
    const key = keyOf(event);
    const whole = event.composedPath();
    // The whole host may stand in a dialog of the page.
    const inside = whole.slice(0, whole.indexOf(this.#host));
    const isInDialog = inside.some((node) => node instanceof HTMLDialogElement);
    if (isInDialog || isForTyping(whole[0] as HTMLElement, key)) return;
    // A key that is held down moves on, and does nothing else twice.
    if (event.repeat && !/^(j|k|Arrow.*)$/.test(key)) return;
    const shortcut = this.#find(key);
    if (shortcut && shortcut() !== false) event.preventDefault();
  };
}

/** Where a keyboard writes no Latin letters, the place of the key says which one is meant. */
function keyOf({ key, code }: KeyboardEvent): string {
  const isForeignLetter = /^\P{ASCII}$/u.test(key) && code.startsWith('Key');
  return isForeignLetter ? code.slice(3).toLowerCase() : key.length === 1 ? key.toLowerCase() : key;
}

function isForTyping(target: HTMLElement, key: string): boolean {
  if (key === 'Escape') return target.matches(OWN_ESCAPE);
  if (key === 'ArrowDown' && target.matches('input[type=search]')) return false;
  return target.matches(TYPING) || target.isContentEditable;
}
