import type { LitElement, ReactiveController } from 'lit';

/** Leads the focus along the names of the rows, and on from a row that goes away. */
export class RowKeys implements ReactiveController {
  #host: LitElement;
  #more: () => void;
  /** Where the row with the focus stands. */
  #at = -1;
  /** Where the open one stands, or stood until it left. */
  #openAt = -1;

  /** @param more Asked for at the end of what is shown. */
  constructor(host: LitElement, more: () => void) {
    this.#host = host;
    this.#more = more;
    host.addController(this);
  }

  hostUpdate() {
    this.#at = this.#host.hasUpdated ? this.#position : -1;
  }

  hostUpdated() {
    const open = this.#root.querySelector<HTMLElement>('[aria-current=true] .name');
    if (open) this.#openAt = this.#names.indexOf(open);
    if (this.#at < 0 || this.#root.activeElement || document.activeElement !== document.body)
      return;
    (this.#nameAt(this.#at) ?? this.#root.getElementById('list'))?.focus();
  }

  /** For another list, where no row is in the place of one that left. */
  forget() {
    this.#openAt = -1;
  }

  move(by: 1 | -1): boolean {
    const names = this.#names;
    const at = this.#position;
    const next = at < 0 ? this.#nameAt(Math.max(this.#openAt, 0)) : names[at + by];
    next?.focus();
    if (at >= 0 && !next && by > 0) this.#more();
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

  get #names(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('.name')];
  }

  /** The last one where there are fewer. */
  #nameAt(at: number): HTMLElement | undefined {
    const names = this.#names;
    return names[Math.min(at, names.length - 1)];
  }

  get #position(): number {
    const { row } = this;
    return row ? this.#names.findIndex((name) => row.contains(name)) : -1;
  }

  get #root(): ShadowRoot {
    return this.#host.shadowRoot!;
  }
}
