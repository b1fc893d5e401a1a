import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets an element that shows ages render once a minute while it is in the page. */
export class MinuteTicker implements ReactiveController {
  #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), 60_000);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
