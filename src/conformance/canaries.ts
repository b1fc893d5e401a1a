import type { IssuedCredential, IssuedToken } from '../contract/index.js';

/** Shorter ones could stand somewhere by chance. */
const LEAST_LENGTH = 8;

/** Every secret that the host has told, to be searched for in all that it says from then on. */
export class Canaries {
  readonly #texts = new Map<string, string>();

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
    for (const form of [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]) {
      this.#texts.set(form, where);
    }
  }

  /** Where the first secret in a text was issued; undefined when there is none in it. */
  find(text: string): string | undefined {
    for (const [canary, where] of this.#texts) if (text.includes(canary)) return where;
    return undefined;
  }

  /** A text that may be shown to people. */
  redact(text: string): string {
    let safe = text;
    for (const canary of this.#texts.keys()) safe = safe.replaceAll(canary, '[a secret]');
    return safe;
  }
}
