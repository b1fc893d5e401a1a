import { html, nothing } from 'lit';
import { join } from 'lit/directives/join.js';
import type { Words } from '../connect/words-controller.js';
import type { FieldNote, Outcome, Review } from '../contract/index.js';
import type { outcome } from '../i18n/en/outcome.js';
import type { shared } from '../i18n/en/shared.js';
import { checkCircleIcon, commentIcon, icon, returnIcon, xCircleIcon } from './icon.js';

type OutcomeWords = Words<{ outcome: typeof outcome; shared: typeof shared }>;

export interface OutcomeNoticeOptions {
  words: OutcomeWords;
  outcome: Outcome;
  review: Pick<Review, 'notes' | 'fieldNotes' | 'decidedAt' | 'reviewer'>;
  attempt: number | undefined;
  /** The field that a note is at. */
  renderField: (fieldId: string) => unknown;
  actions?: unknown;
  /** Of its title, in the same root. */
  titleId: string;
  /** Gives its pieces to the page's style sheet. */
  parts?: boolean;
}

const looks = {
  approved: ['success', checkCircleIcon],
  rejected: ['danger', xCircleIcon],
  changes_requested: ['warning', returnIcon],
} as const;

export const outcomeTitle = (outcome: Outcome, words: OutcomeWords) =>
  words.say(outcome === 'rejected' ? 'outcome.rejected' : `shared.${outcome}`);

/** What was decided, as the developer reads it. */
export function outcomeNotice(options: OutcomeNoticeOptions) {
  const { words, outcome, review, titleId, parts, actions = nothing } = options;
  const [tone, shape] = looks[outcome];
  const part = (name: string) => (parts ? name : nothing);
  return html`<section class="notice ${tone}" part=${part('notice')} aria-labelledby=${titleId}>
    ${icon(shape, { size: 20, flip: shape === returnIcon })}
    <div>
      <h3 class="title" part=${part('title')} id=${titleId}>${outcomeTitle(outcome, words)}</h3>
      <p class="by" part=${part('by')}>${renderBy(options)}</p>
      <div class="columns">
        <div>
          ${review.notes?.trim() ? html`<p class="note" part=${part('notes')}><bdi>${review.notes}</bdi></p>` : nothing}
          ${actions}
        </div>
        ${
          review.fieldNotes.length > 0
            ? html`<div class="aside" part=${part('field-notes')}>
                <h4 class="small muted">
                  ${words.say('outcome.fieldNotes', { count: review.fieldNotes.length })}
                </h4>
                <ul class="checks">
                  ${review.fieldNotes.map((note) => renderFieldNote(note, options))}
                </ul>
              </div>`
            : nothing
        }
      </div>
    </div>
  </section>`;
}

function renderBy({ words, review: { reviewer, decidedAt }, attempt }: OutcomeNoticeOptions) {
  const parts = [
    reviewer,
    html`<time datetime=${decidedAt}>${words.format.dateTime(decidedAt)}</time>`,
    attempt && words.say('outcome.attempt', { attempt }),
  ];
  return join(
    parts.filter(Boolean).map((part) => html`<bdi>${part}</bdi>`),
    ' · ',
  );
}

const renderFieldNote = ({ fieldId, note }: FieldNote, { renderField }: OutcomeNoticeOptions) =>
  html`<li>
    ${icon(commentIcon)}
    <div>
      <div class="field-label">${renderField(fieldId)}</div>
      <p class="small field-text"><bdi>${note}</bdi></p>
    </div>
  </li>`;
