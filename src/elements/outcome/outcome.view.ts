import { html, nothing } from 'lit';
import { join } from 'lit/directives/join.js';
import type { NavigateDetail, Words } from '../../connect/index.js';
import type { FieldNote, Form, Outcome, Review } from '../../contract/index.js';
import type { errors } from '../../i18n/en/errors.js';
import type { outcome } from '../../i18n/en/outcome.js';
import type { shared } from '../../i18n/en/shared.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import {
  checkCircleIcon,
  commentIcon,
  icon,
  pencilIcon,
  returnIcon,
  xCircleIcon,
} from '../../ui/icon.js';
import type { OutcomeSlice } from './outcome.js';

type OutcomeWords = Words<{
  outcome: typeof outcome;
  shared: typeof shared;
  errors: typeof errors;
}>;

export interface OutcomeModel {
  slice: OutcomeSlice | undefined;
  words: OutcomeWords;
  /** The form that the submission answered, once it is read. */
  form: Form | null | undefined;
  isReading: boolean;
  onNavigate: (target: NavigateDetail['target'], fieldId?: string) => void;
  onRetry: () => void;
}

const looks = {
  approved: ['success', checkCircleIcon],
  rejected: ['danger', xCircleIcon],
  changes_requested: ['warning', returnIcon],
} as const;

export const titleOf = (outcome: Outcome, words: OutcomeWords) =>
  words.say(outcome === 'rejected' ? 'outcome.rejected' : `shared.${outcome}`);

/** A notice is the exception, so there is no skeleton that would vanish again for most. */
export function renderOutcome(model: OutcomeModel) {
  const { slice, words, onRetry } = model;
  if (slice?.error) {
    return failure({ words, error: slice.error, title: words.say('outcome.failed'), onRetry });
  }
  if (!slice?.outcome || !slice.review) return nothing;
  const { outcome, review, attempt } = slice;
  const [tone, shape] = looks[outcome];
  return html`<section class="notice ${tone}" part="notice" aria-labelledby="title">
    ${icon(shape, { size: 20, flip: shape === returnIcon })}
    <div>
      <h3 class="title" part="title" id="title">${titleOf(outcome, words)}</h3>
      <p class="by" part="by">${renderBy(review, attempt, words)}</p>
      <div class="columns">
        <div>
          ${review.notes?.trim() ? html`<p class="note" part="notes"><bdi>${review.notes}</bdi></p>` : nothing}
          <div class="actions">${renderAction(model)}<slot name="actions"></slot></div>
        </div>
        ${review.fieldNotes.length > 0 ? renderFieldNotes(review.fieldNotes, model) : nothing}
      </div>
    </div>
  </section>`;
}

function renderBy(
  { reviewer, decidedAt }: Review,
  attempt: number | undefined,
  words: OutcomeWords,
) {
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

function renderAction({ slice, words, onNavigate }: OutcomeModel) {
  if (slice?.outcome === 'approved') {
    return button({
      label: words.say('outcome.goToProduction'),
      part: 'button',
      onPress: () => onNavigate('production-credentials'),
    });
  }
  if (!slice?.canSubmit) return nothing;
  return button({
    label: words.say('outcome.edit'),
    shape: pencilIcon,
    part: 'button',
    onPress: () => onNavigate('submission'),
  });
}

function renderFieldNotes(notes: readonly FieldNote[], model: OutcomeModel) {
  return html`<div class="aside" part="field-notes">
    <h4 class="small muted">${model.words.say('outcome.fieldNotes', { count: notes.length })}</h4>
    <ul class="checks">
      ${notes.map(
        (note) =>
          html`<li>
            ${icon(commentIcon)}
            <div>
              <div class="field-label">${renderField(note.fieldId, model)}</div>
              <p class="small field-text"><bdi>${note.note}</bdi></p>
            </div>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** A field by its label; by its id where the label is not known. One that is gone leads nowhere. */
function renderField(fieldId: string, { form, isReading, slice, onNavigate }: OutcomeModel) {
  if (isReading && form === undefined) return html`<span class="skeleton"></span>`;
  const label = form?.steps.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId)?.label;
  const name = label ? html`<bdi>${label}</bdi>` : html`<span class="mono">${fieldId}</span>`;
  return slice?.canSubmit && (label || form === undefined)
    ? html`<button type="button" class="link" @click=${() => onNavigate('submission', fieldId)}>
        ${name}
      </button>`
    : name;
}
