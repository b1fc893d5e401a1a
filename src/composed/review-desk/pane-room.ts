import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells the styles of its host how far below the window's edge it begins, as `--_top`, so that a pane
 * which scrolls by itself ends where the window does, and what stands at its foot can be seen.
 */
export class PaneRoom implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // Whatever scrolls around it: the page, or a box of the page's own.
    document.addEventListener('scroll', this.#onMove, { capture: true, passive: true });
    window.addEventListener('resize', this.#onMove);
    this.#onMove();
  }

  hostDisconnected() {
    document.removeEventListener('scroll', this.#onMove, { capture: true });
    window.removeEventListener('resize', this.#onMove);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #onMove = () => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const top = Math.max(0, Math.round(this.#host.getBoundingClientRect().top));
      this.#host.style.setProperty('--_top', `${top}px`);
    });
  };
}
