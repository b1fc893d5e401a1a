import { html } from 'lit';
import type { ComparedAnswer } from './answers-diff.js';
import type { DetailWords } from './model.js';
import { changesWithin, splitAddress, splitWords, type Piece } from './text-changes.js';

/** Kinds that are written, not chosen; the address of a person or of a page is read by its parts. */
const splits = new Map<string | undefined, typeof splitWords>([
  ['text', splitWords],
  ['textarea', splitWords],
  ['url', splitAddress],
  ['email', splitAddress],
  [undefined, splitWords],
]);

/** An answer keeps its differences while it is on the screen: they are found once. */
const known = new WeakMap<ComparedAnswer, Piece[] | undefined>();

/** A changed text with its differences inside; undefined where both are better read in full. */
export function renderTextChanges(compared: ComparedAnswer, words: DetailWords) {
  const { field, answer, before, change } = compared;
  const split = splits.get(field?.kind);
  if (change !== 'changed' || !split || typeof answer !== 'string' || typeof before !== 'string')
    return undefined;
  if (!known.has(compared)) known.set(compared, changesWithin(before, answer, split));
  return known.get(compared)?.map(({ kind, text }) => {
    if (kind === 'kept') return text;
    const isAdded = kind === 'added';
    const spoken = words.compose(isAdded ? 'panel.textAdded' : 'panel.textRemoved', {
      text: html`${text}`,
    });
    // Read apart from the words around it.
    const parts = spoken.map((part, at) =>
      typeof part === 'string'
        ? html`<span class="hidden-visually">${at ? `${part} ` : ` ${part}`}</span>`
        : part,
    );
    return isAdded ? html`<ins>${parts}</ins>` : html`<del>${parts}</del>`;
  });
}
