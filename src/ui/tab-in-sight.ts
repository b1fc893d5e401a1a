import type { LitElement, ReactiveController } from 'lit';

/**
 * Scrolls a list of tabs to the chosen one: when it is chosen, when it gets its count, and when the
 * language or the room is another one.
 */
export class TabInSight implements ReactiveController {
  #host: LitElement;
  #shown: string | undefined;
  #observer = new ResizeObserver(([entry]) => show(entry!.target));

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const list = this.#host.shadowRoot!.querySelector('[role=tablist]')!;
    const tab = chosenIn(list);
    const shown = `${tab?.id} ${tab?.childElementCount} ${list.ariaLabel}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    // Whatever is observed anew is told of once it has its place.
    this.#observer.disconnect();
    this.#observer.observe(list);
  }

  hostDisconnected() {
    this.#observer.disconnect();
    this.#shown = undefined;
  }
}

const chosenIn = (list: Element) => list.querySelector('[aria-selected=true]');

/** Pixels that are kept free beside it. */
const EDGE = 16;

/** Along the list alone: the page stays where it is. */
function show(list: Element) {
  const tab = chosenIn(list)?.getBoundingClientRect();
  if (!tab) return;
  const { left, right } = list.getBoundingClientRect();
  list.scrollLeft += Math.max(tab.right + EDGE - right, 0) - Math.max(left + EDGE - tab.left, 0);
}
