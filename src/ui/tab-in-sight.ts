import type { LitElement, ReactiveController } from 'lit';

/** Pixels that are kept free beside it. */
const EDGE = 16;

/** Scrolls a list of tabs to the chosen one: when it is chosen, and when it or the list has another size. */
export class TabInSight implements ReactiveController {
  #host: LitElement;
  #tab: Element | null = null;
  // What is observed anew is told of once it has its place.
  #observer = new ResizeObserver(() => this.#show());

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const tab = this.#host.shadowRoot!.querySelector('[role=tab][aria-selected=true]');
    if (tab === this.#tab) return;
    this.hostDisconnected();
    this.#tab = tab;
    if (!tab) return;
    this.#observer.observe(tab);
    this.#observer.observe(tab.parentElement!);
  }

  hostDisconnected() {
    this.#observer.disconnect();
    this.#tab = null;
  }

  /** Along the list alone: the page stays where it is. */
  #show() {
    const list = this.#tab!.parentElement!;
    const tab = this.#tab!.getBoundingClientRect();
    const { left, right } = list.getBoundingClientRect();
    list.scrollLeft += Math.max(tab.right + EDGE - right, 0) - Math.max(left + EDGE - tab.left, 0);
  }
}
