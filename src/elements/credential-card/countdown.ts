import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Milliseconds until a remaining time is shown anew: while days are left at each hour, then at each
 * minute, in the last one each second.
 */
export function untilNextStep(left: number): number {
  const step = left > DAY ? HOUR : left > MINUTE ? MINUTE : SECOND;
  return left % step || step;
}

/** Renders its host again at each step of the times that it shows. */
export class Countdown implements ReactiveController {
  #host: ReactiveControllerHost;
  #next = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  hostUpdate() {
    clearTimeout(this.#timer);
    this.#next = Infinity;
  }

  /** The time that is left, to be asked while rendering; never negative. */
  left(end: number, now: number): number {
    const left = Math.max(end - now, 0);
    if (left > 0) this.#next = Math.min(this.#next, untilNextStep(left));
    return left;
  }

  hostUpdated() {
    if (this.#next < Infinity) {
      this.#timer = setTimeout(() => this.#host.requestUpdate(), this.#next);
    }
  }
}
