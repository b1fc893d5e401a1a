import { html, nothing } from 'lit';
import type { Field, Review, Step } from '../../contract/index.js';
import { answerText } from '../../ui/answer.js';
import { alertIcon, icon, infoIcon, type Shape } from '../../ui/icon.js';
import { problemText } from './field.view.js';
import { controlId, type FieldError, type OpenStep } from './form-state.js';
import type { FormModel } from './form.view.js';
import type { SubmissionWords } from './submission.js';

/** Says something about the open step as a whole; it can take the focus. */
const renderNotice = (tone: string, shape: Shape, id: string, title: string, content: unknown) =>
  html`<section
    class="notice slim ${tone}"
    id=${id}
    part=${id}
    tabindex="-1"
    role="group"
    aria-labelledby="${id}-title"
  >
    ${icon(shape)}
    <div>
      <p class="title" id="${id}-title">${title}</p>
      ${content}
    </div>
  </section>`;

/** What keeps the person from going on, each with the way to it. */
export function renderSummary({ words, flow }: FormModel, step: Step, errors: FieldError[]) {
  const items = errors.map(({ field, code }) => {
    const problem = problemText(field, code, words);
    const onPress = () => flow.change((now) => now, controlId(step, field.id));
    return html`<li>
      <button type="button" class="link" @click=${onPress}>
        ${words.say('submission.attentionAt', { label: field.label, problem })}
      </button>
    </li>`;
  });
  return renderNotice(
    'danger',
    alertIcon,
    'summary',
    words.say('submission.attention', { count: errors.length }),
    html`<ul class="small">
      ${items}
    </ul>`,
  );
}

/** Answers that the form of now can't take, in their old words, so that nothing is lost. */
export function renderMisfit({ state: { misfit }, words }: FormModel) {
  if (!misfit) return nothing;
  const { fits: count, rest } = misfit;
  return renderNotice(
    'info',
    infoIcon,
    'changed',
    words.say('submission.formChanged'),
    html`<p class="small muted">
        ${words.say(rest.length ? 'submission.formFitsPartly' : 'submission.formFits', { count })}
      </p>
      <dl class="small">
        ${rest.map(
          ({ fieldId, field, answer }) =>
            html`<dt class="strong">${field?.label ?? fieldId}</dt>
              <dd class="text">${answerText(field, answer, words)}</dd>`,
        )}
      </dl>`,
  );
}

export const noteAt = (review: Review | null | undefined, field: Field): string | undefined =>
  review?.fieldNotes.find(({ fieldId }) => fieldId === field.id)?.note;

/** The notes on the whole, and those at fields that are not shown any more. */
export function renderNotes({ review, words }: FormModel, steps: OpenStep[]) {
  if (!review) return nothing;
  const shown = steps.flatMap(({ fields }) => fields.map(({ id }) => id));
  const lost = review.fieldNotes.filter(({ fieldId }) => !shown.includes(fieldId));
  const texts = [review.notes, ...lost.map(({ note }) => note)].filter((text) => text?.trim());
  if (texts.length === 0) return nothing;
  return html`<details class="field-note" part="notes" open>
    <summary class="strong">${words.say('submission.reviewerNotes')}</summary>
    ${texts.map((text) => html`<p class="text">${text}</p>`)}
    <p class="tiny muted">${byline(review, words)}</p>
  </details>`;
}

export function byline({ reviewer, decidedAt }: Review, words: SubmissionWords) {
  const date = words.format.date(decidedAt);
  return reviewer ? words.say('submission.noteBy', { name: reviewer, date }) : date;
}
