import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether its host is narrower than a width, for what a container query can't reach: roles, focus. */
export class NarrowController implements ReactiveController {
  isNarrow = false;
  #host: ReactiveControllerHost & Element;
  #below: number;
  #observer: ResizeObserver;

  /** @param below In `em` of its host, as in container queries. */
  constructor(host: ReactiveControllerHost & Element, below: number) {
    this.#host = host;
    this.#below = below;
    // In the next frame: what is shown then may change the size that is being reported now (a
    // scroll bar comes or goes), and the browser reports that as an error of the page.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    host.addController(this);
  }

  hostConnected() {
    this.#measure();
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  #measure() {
    const width = this.#host.clientWidth / parseFloat(getComputedStyle(this.#host).fontSize);
    // A page that hides it has not made it narrow.
    if (width === 0 || width < this.#below === this.isNarrow) return;
    this.isNarrow = width < this.#below;
    this.#host.requestUpdate();
  }
}
