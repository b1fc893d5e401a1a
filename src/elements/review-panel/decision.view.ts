import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { permitReview } from '../../rules/permit.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { checkIcon, icon, returnIcon, userIcon, xIcon } from '../../ui/icon.js';
import { outcomeNotice } from '../../ui/outcome-notice.js';
import type { DetailModel } from './model.js';
import { filledNotes } from './notes-keeper.js';
import { decisions, isDecidable } from './sight.js';
import { renderWriting } from './writing.view.js';

export const looks = {
  approve: { shape: checkIcon, look: 'primary', flip: false, shortcut: 'a' },
  request_changes: { shape: returnIcon, look: '', flip: true, shortcut: 'c' },
  reject: { shape: xIcon, look: 'danger', flip: false, shortcut: 'r' },
} as const;

/** How it was decided, and with which words; notes at fields stand at their fields. */
export function renderOutcome({ words }: DetailModel, { submission }: ReviewDetail) {
  const { review, attempt } = submission;
  if (!review) return nothing;
  return html`<section class="part" id="outcome" part="outcome" tabindex="-1">
    ${outcomeNotice({
      ...{ words, attempt, outcome: review.outcome },
      review: { ...review, fieldNotes: [] },
      titleId: 'outcome-title',
      renderField: () => nothing,
    })}
  </section>`;
}

/** Notes and buttons, or why there is nothing to press. */
export function renderDecision(model: DetailModel, detail: ReviewDetail) {
  const { words, news, sending, failure: failed, written, shortcuts, ask, decide } = model;
  const permissions = decisions.map((act) => [act, permitReview(detail, act)] as const);
  const canDecide = isDecidable(detail);
  if (detail.submission.review && !canDecide) return nothing;
  const isOwn = permissions.some(([, each]) => !each.ok && each.code === 'own_submission');
  const fieldNotes = filledNotes(written).length;
  const waits = news
    ? 'panel.lookFirst'
    : sending && (sending === 'other' ? 'panel.sendingOther' : 'panel.sending');
  const reasons = isOwn
    ? []
    : permissions.flatMap(([act, each]) =>
        each.ok
          ? []
          : words.say('panel.refused', {
              act: words.say(`panel.${act}`),
              why: words.sayCode('errors', each.code),
            }),
      );
  if (waits) reasons.push(words.say(waits));
  return html`<section class="decide" part="decision" aria-label=${words.say('panel.decision')}>
    ${
      isOwn
        ? html`<div class="notice slim info" id="own">
            ${icon(userIcon)}
            <div>
              <p class="title">${words.say('panel.own')}</p>
              <p class="small muted">${words.say('panel.ownWhy')}</p>
            </div>
          </div>`
        : canDecide
          ? renderWriting(model, detail)
          : nothing
    }
    ${
      failed && !news
        ? failure({
            words,
            error: failed.error,
            title: words.say(`panel.${failed.act}Failed`),
            isAct: true,
            onRetry: () => decide(failed.act),
          })
        : nothing
    }
    <div class="actions">
      ${permissions.map(([act, { ok }]) => {
        const { look, shortcut, ...drawn } = looks[act];
        return button({
          ...drawn,
          shortcut: shortcuts ? shortcut : undefined,
          id: act,
          label: words.say(`panel.${act}`),
          look: canDecide ? look : '',
          pending: sending === act,
          unavailable: !ok || Boolean(waits),
          describedBy: isOwn ? 'own' : 'reasons',
          onPress: () => ask(act),
        });
      })}
      ${
        fieldNotes > 0 && canDecide
          ? html`<span class="small muted end"
              >${words.say('panel.fieldNotes', { count: fieldNotes })}</span
            >`
          : nothing
      }
    </div>
    <div class="small muted" id="reasons">${reasons.map((reason) => html`<p>${reason}</p>`)}</div>
  </section>`;
}
