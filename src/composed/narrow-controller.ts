import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** Whether its host is narrower than a width, for what a container query can't reach: roles, focus. */
export class NarrowController implements ReactiveController {
  isNarrow = false;
  #observer: ResizeObserver;

  /** @param below In CSS pixels. */
  constructor(host: ReactiveControllerHost, below: number) {
    this.#observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      // A page that hides it has not made it narrow.
      if (width === 0 || width < below === this.isNarrow) return;
      this.isNarrow = width < below;
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected() {}

  /**
   * What is measured, to be rendered once. Not the host: its height changes with what it shows, and
   * the browser reports an observer that changes what it observes as an error of the page.
   */
  render() {
    return html`<div ${ref(this.#observe)}></div>`;
  }

  #observe = (ruler: Element | undefined) => {
    if (ruler) this.#observer.observe(ruler);
    else this.#observer.disconnect();
  };
}
