import type { ReactiveControllerHost } from 'lit';
import type { QueueItem } from '../../contract/index.js';
import { between, NOTHING_SELECTED, select, shareOf, type Selection } from './selection.js';

/** What the reviewer has selected, and how a press changes it. */
export class Selecting {
  #host: ReactiveControllerHost;
  #value = NOTHING_SELECTED;
  /** Where a range starts. */
  #last: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get value(): Selection {
    return this.#value;
  }

  set value(selection: Selection) {
    this.#value = selection;
    this.#host.requestUpdate();
  }

  /** Selects a row or takes it out; with all from the last one to it among these, if that is meant. */
  toggle(item: QueueItem, isRange: boolean, items: readonly QueueItem[]) {
    const { submissionId } = item;
    const range = isRange ? between(items, this.#last, submissionId) : [];
    const isSelected = !this.#value.has(submissionId);
    this.value = select(this.#value, range.length > 0 ? range : [item], isSelected);
    this.#last = submissionId;
  }

  /** Takes these out, for they are decided. */
  drop(submissionIds: ReadonlySet<string>) {
    const rest = [...this.#value].filter(([submissionId]) => !submissionIds.has(submissionId));
    if (rest.length < this.#value.size) this.value = new Map(rest);
  }

  /** Selects all of these, or none of them where all are. */
  toggleAll(items: readonly QueueItem[]) {
    this.value = select(this.#value, items, shareOf(this.#value, items) !== 'all');
  }
}
