import { html, nothing } from 'lit';
import type { Review } from '../../contract/index.js';
import { allFields } from '../../contract/visibility.js';
import { answerText } from '../../ui/answer.js';
import { button } from '../../ui/button.js';
import { copyButton } from '../../ui/copy-button.js';
import { alertIcon, clockIcon, icon, infoIcon, type Shape } from '../../ui/icon.js';
import { problemText } from './field-problem.js';
import { controlId, follow, saidElsewhere, shownErrors } from './form-acts.js';
import type { OpenStep } from './form-state.js';
import type { FormModel } from './form.view.js';
import type { SubmissionWords } from './submission.js';

/** Says something about the form as a whole; it can take the focus. */
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
export function renderSummary(
  { state, words, flow, services }: FormModel,
  steps: readonly OpenStep[],
) {
  const { summary, at, form } = state;
  if (!summary) return nothing;
  const lines = steps.flatMap((each) =>
    summary === 'form' || each.index === at
      ? shownErrors(state, each).map(({ field, code }) => {
          const problem = problemText(field, code, words, services.uploads.isPossible);
          const onPress = () =>
            flow.change((now) => follow(now, each.index), controlId(each.step!, field.id));
          return html`<li>
            <button type="button" class="link" @click=${onPress}>
              ${words.say('submission.attentionAt', { label: field.label, problem })}
            </button>
          </li>`;
        })
      : [],
  );
  if (summary === 'form') {
    for (const [place, code] of saidElsewhere(state)) {
      const label = allFields(form).find(({ id }) => id === place)?.label ?? place;
      const problem = words.sayCode('fields', `error_${code}`);
      lines.push(html`<li>${words.say('submission.attentionAt', { label, problem })}</li>`);
    }
  }
  const count = lines.length;
  if (count === 0) return nothing;
  return renderNotice(
    'danger',
    alertIcon,
    'summary',
    words.say('submission.attention', { count }),
    html`<ul class="small">
      ${lines}
    </ul>`,
  );
}

/** Another tab went on with the draft: which of the two counts is the person's word. */
export function renderNewer({ filling, words }: FormModel) {
  const { newer } = filling.drafts;
  if (!newer) return nothing;
  const time = words.format.dateTime(newer.updatedAt);
  return renderNotice(
    'info',
    clockIcon,
    'newer',
    words.say('submission.newerDraft', { time }),
    html`<p class="small muted">${words.say('submission.newerWhy')}</p>
      <div class="actions">
        ${button({ label: words.say('submission.newerUse'), look: 'compact', onPress: filling.useNewer })}
        ${button({ label: words.say('submission.newerKeep'), look: 'compact', onPress: filling.keepMine })}
      </div>`,
  );
}

/** Answers that the form of now can't take, in their old words, so that nothing is lost. */
export function renderMisfit({ state: { misfit }, words, flow, filling: { copier } }: FormModel) {
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
      <dl class="small lost">
        ${rest.map(({ fieldId, field, answer }, index) => {
          const name = field?.label ?? fieldId;
          const text = answerText(field, answer, words) ?? '';
          const onPress = ({ currentTarget }: Event) =>
            void copier.copy(`lost-${index}`, text, () =>
              (currentTarget as Element).parentElement!.querySelector('.text'),
            );
          return html`<dt class="strong">${name}</dt>
            <dd>
              <span class="text">${text}</span>
              ${copyButton({ words, copier, key: `lost-${index}`, name, onPress })}
            </dd>`;
        })}
      </dl>
      ${
        copier.blocked?.startsWith('lost')
          ? html`<p class="small" role="status">${words.say('shared.copyBlocked')}</p>`
          : nothing
      }
      <div class="actions">
        ${button({
          label: words.say('submission.dismiss'),
          look: 'compact',
          onPress: () => flow.change((now) => ({ ...now, misfit: undefined }), 'heading'),
        })}
      </div>`,
  );
}

/** The notes on the whole, and those at fields that are not shown any more. */
export function renderNotes({ review, words }: FormModel, steps: readonly OpenStep[]) {
  if (!review) return nothing;
  const shown = steps.flatMap(({ fields }) => fields.map(({ id }) => id));
  const lost = review.fieldNotes.filter(({ fieldId }) => !shown.includes(fieldId));
  const texts = [review.notes, ...lost.map(({ note }) => note)].filter((text) => text?.trim());
  if (texts.length === 0) return nothing;
  return html`<details class="field-note" part="notes" open>
    <summary class="strong">${words.say('submission.reviewerNotes')}</summary>
    ${texts.map((text) => html`<p class="text"><bdi>${text}</bdi></p>`)}
    <p class="tiny muted">${byline(review, words)}</p>
  </details>`;
}

export function byline({ reviewer, decidedAt }: Review, words: SubmissionWords) {
  const date = words.format.date(decidedAt);
  return reviewer ? words.say('submission.noteBy', { name: reviewer, date }) : date;
}
