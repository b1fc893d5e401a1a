import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Delivery, RevealedValue } from '../../contract/index.js';
import type { Verb } from './lane-slice.js';

/** Begins the ids of the nodes that show a secret. */
export const REVEALED = 'revealed-';

/** When the page is left or comes back, and when a person who was away looks at it again. */
const HEARD = ['pagehide', 'pageshow', 'beforeunload', 'visibilitychange', 'focus'];

/** What is shown once. */
export interface Secret {
  values: readonly RevealedValue[];
  /** A call with the secret in it. */
  curl?: string | undefined;
}

/** What may be known of a secret by anyone. */
export interface About {
  verb: Verb;
  /** What to tell the host once it is saved; a token needs no word. */
  delivery?: Delivery;
  expiresAt?: string;
  /** The credential that it belongs to, and of its secrets those that are shown. */
  credentialId: string | undefined;
  secretIds: readonly string[];
}

/**
 * The only place that keeps a secret: one field, for as long as it is shown. It is emptied when it
 * was saved or given up, when its time is over, when the element leaves the page and when the page
 * itself is left. While it is full, leaving the page asks first.
 */
export class SecretHolder implements ReactiveController {
  about: About | undefined;
  /** When it is wiped at the latest, by the device's clock. */
  end = 0;
  /** Its time was started anew. */
  isExtended = false;
  #secret: Secret | undefined;
  #host: ReactiveControllerHost;
  #onTimeout: (about: About) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #file = '';

  constructor(host: ReactiveControllerHost, onTimeout: (about: About) => void) {
    this.#host = host;
    this.#onTimeout = onTimeout;
    host.addController(this);
  }

  hostDisconnected() {
    this.wipe();
  }

  /** A timer stands still while the device sleeps, so the clock is looked at as well. */
  hostUpdate() {
    if (this.about && Date.now() >= this.end) this.#expire(this.about);
  }

  /** For whoever draws it, and for nobody to keep. */
  get secret(): Secret | undefined {
    return this.#secret;
  }

  hold(secret: Secret, about: About, milliseconds: number) {
    this.wipe();
    this.#secret = secret;
    this.about = about;
    for (const type of HEARD) addEventListener(type, this);
    this.extend(milliseconds);
    this.isExtended = false;
  }

  /** Starts its time anew; what is gone stays gone. */
  extend(milliseconds: number) {
    const { about } = this;
    if (!about) return;
    clearTimeout(this.#timer);
    this.isExtended = true;
    this.end = Date.now() + milliseconds;
    this.#timer = setTimeout(() => this.#expire(about), milliseconds);
    this.#host.requestUpdate();
  }

  wipe() {
    if (!this.about) return;
    this.#secret = this.about = undefined;
    clearTimeout(this.#timer);
    URL.revokeObjectURL(this.#file);
    for (const type of HEARD) removeEventListener(type, this);
    this.#host.requestUpdate();
  }

  /** A page that comes back as it was should have been emptied when it was left; else it is now. */
  handleEvent(event: Event) {
    if (event.type === 'beforeunload') event.preventDefault();
    else if (event.type === 'pagehide' || (event as PageTransitionEvent).persisted) this.wipe();
    else this.hostUpdate();
  }

  /** Saves a text as a file. What the browser reads it from goes when the secret goes. */
  download(text: string, name: string) {
    URL.revokeObjectURL(this.#file);
    this.#file = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = this.#file;
    link.download = name;
    link.click();
  }

  #expire(about: About) {
    this.wipe();
    this.#onTimeout(about);
  }
}
