import { html, nothing } from 'lit';
import type { NavigateDetail, Words } from '../../connect/index.js';
import type { Form } from '../../contract/index.js';
import type { errors } from '../../i18n/en/errors.js';
import type { outcome } from '../../i18n/en/outcome.js';
import type { shared } from '../../i18n/en/shared.js';
import { button } from '../../ui/button.js';
import { pencilIcon } from '../../ui/icon.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import { outcomeNotice } from '../../ui/outcome-notice.js';
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
  load: LoadNotice;
}

/** A notice is the exception, so there is no skeleton that would vanish again for most. */
export function renderOutcome(model: OutcomeModel) {
  const { slice, words, load } = model;
  if (load.speaks) return load.failed(words.say('outcome.failed'));
  if (!slice?.outcome || !slice.review) return nothing;
  const { outcome, review, attempt } = slice;
  return outcomeNotice({
    ...{ words, outcome, review, attempt },
    titleId: 'title',
    parts: true,
    renderField: (fieldId) => renderField(fieldId, model),
    actions: html`<div class="actions">${renderAction(model)}<slot name="actions"></slot></div>`,
  });
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
    label: words.say(slice.hasForm ? 'outcome.edit' : 'outcome.goToSubmission'),
    shape: slice.hasForm ? pencilIcon : undefined,
    part: 'button',
    onPress: () => onNavigate('submission'),
  });
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
