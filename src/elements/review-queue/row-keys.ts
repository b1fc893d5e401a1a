import type { LitElement } from 'lit';

/** Leads the focus along the names of the rows. */
export class RowKeys {
  #host: LitElement;
  #more: () => void;

  /** @param more Asked for at the end of what is shown. */
  constructor(host: LitElement, more: () => void) {
    this.#host = host;
    this.#more = more;
  }

  move(by: 1 | -1): boolean {
    const names = [...this.#root.querySelectorAll<HTMLElement>('.name')];
    const { row } = this;
    const at = names.findIndex((name) => row?.contains(name));
    const open = this.#root.querySelector<HTMLElement>('[aria-current=true] .name');
    const next = row ? names[at + by] : (open ?? names[0]);
    next?.focus();
    if (row && !next && by > 0) this.#more();
    return next !== undefined;
  }

  /** Presses the checkbox of the row with the focus. */
  toggle(): boolean {
    const box = this.row?.querySelector<HTMLElement>('.box');
    box?.click();
    return Boolean(box);
  }

  goTo(submissionId: string | undefined) {
    this.#root.getElementById(`name-${submissionId}`)?.focus();
  }

  /** The row with the focus. */
  get row(): Element | null {
    return this.#root.activeElement?.closest('.item') ?? null;
  }

  get #root(): ShadowRoot {
    return this.#host.shadowRoot!;
  }
}
