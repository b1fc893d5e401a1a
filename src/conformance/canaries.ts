import type { IssuedCredential, IssuedToken } from '../contract/index.js';

/** Shorter ones could stand somewhere by chance. */
const LEAST_LENGTH = 8;

/** What secrets are made of, nearly always. */
const RUN = /[\w+/=.~-]{8,}/g;

/** Every secret that the host has told, to be searched for in all that it says from then on. */
export class Canaries {
  /** Where each was told, by its text. */
  readonly #plain = new Map<string, string>();
  /** Those with other signs in them, also as JSON and addresses write them. */
  readonly #odd = new Map<string, string>();
  #shortest = Infinity;

  /** What an act issued. An open value may be said again; a secret one may not. */
  add(issued: IssuedCredential | IssuedToken, where: string): void {
    if ('accessToken' in issued) {
      if (issued.accessToken) this.#add(issued.accessToken, where);
      return;
    }
    const open = new Set(issued.credential.values.map(({ value }) => value));
    for (const { value } of issued.revealed) if (!open.has(value)) this.#add(value, where);
  }

  #add(text: string, where: string): void {
    if (text.length < LEAST_LENGTH) return;
    this.#shortest = Math.min(this.#shortest, text.length);
    if (text.match(RUN)?.[0] === text) {
      this.#plain.set(text, where);
      return;
    }
    for (const form of [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]) {
      this.#odd.set(form, where);
    }
  }

  /**
   * Where the first secret in a text was issued; undefined when there is none in it. There are
   * thousands of both, so a text is taken apart first, and only long parts are searched.
   */
  find(text: string): string | undefined {
    for (const [run] of text.matchAll(RUN)) {
      const where = this.#plain.get(run) ?? this.#findWithin(run);
      if (where !== undefined) return where;
    }
    for (const [canary, where] of this.#odd) if (text.includes(canary)) return where;
    return undefined;
  }

  #findWithin(run: string): string | undefined {
    if (run.length <= this.#shortest) return undefined;
    for (const [canary, where] of this.#plain) if (run.includes(canary)) return where;
    return undefined;
  }

  /** A text that may be shown to people. */
  redact(text: string): string {
    let safe = text;
    for (const canary of [...this.#plain.keys(), ...this.#odd.keys()]) {
      safe = safe.replaceAll(canary, '[a secret]');
    }
    return safe;
  }
}
