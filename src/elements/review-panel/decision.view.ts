import { html, nothing } from 'lit';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import { NOTES_LIMIT } from '../../contract/review.js';
import { permitReview } from '../../rules/permit.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import {
  alertIcon,
  checkIcon,
  commentIcon,
  icon,
  returnIcon,
  userIcon,
  xCircleIcon,
  xIcon,
} from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import type { PanelModel } from './model.js';
import { filledNotes, isTooLong, lengthOf } from './notes-keeper.js';
import { decisions, isDecidable } from './sight.js';

const looks = {
  approve: { shape: checkIcon, look: 'primary', flip: false },
  request_changes: { shape: returnIcon, look: '', flip: true },
  reject: { shape: xIcon, look: 'danger', flip: false },
} as const;

/** How it was decided, and with which words. */
export function renderOutcome({ words }: PanelModel, { submission: { review } }: ReviewDetail) {
  if (!review) return nothing;
  const { outcome, reviewer, decidedAt, notes } = review;
  const { tone, shape, flip = false } = reviewStates[outcome];
  const date = words.format.dateTime(decidedAt);
  return html`<section class="part">
    <div class="notice ${tone}" id="outcome" part="outcome" tabindex="-1">
      ${icon(shape, { size: 20, flip })}
      <div>
        <h3 class="title">${words.say(`panel.${outcome}`)}</h3>
        <p class="by">
          ${
            reviewer
              ? words.compose('panel.decidedBy', { reviewer: html`<bdi>${reviewer}</bdi>`, date })
              : date
          }
        </p>
        ${notes?.trim() ? html`<p class="note"><bdi>${notes}</bdi></p>` : nothing}
      </div>
    </div>
  </section>`;
}

/** Notes and buttons, or why there is nothing to press. */
export function renderDecision(model: PanelModel, detail: ReviewDetail) {
  const { words, news, sending, failure: failed, written, ask, decide } = model;
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
          ? renderNotes(model)
          : nothing
    }
    ${
      failed && !news
        ? failure({
            words,
            error: failed.error,
            title: words.say(`panel.${failed.act}Failed`),
            onRetry: () => decide(failed.act),
          })
        : nothing
    }
    <div class="actions">
      ${permissions.map(([act, { ok }]) => {
        const { look, ...drawn } = looks[act];
        return button({
          ...drawn,
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

function renderNotes({ words, written, isMissing, sending, write }: PanelModel) {
  const { notes } = written;
  const limit = NOTES_LIMIT;
  const length = lengthOf(notes);
  const isLong = isTooLong(notes);
  const isWrong = isLong || isMissing;
  return html`<div class="field">
    <label class="label" for="notes"
      >${words.say('panel.notes')}
      <span class="optional">${words.say('panel.notesRequired')}</span></label
    >
    <textarea
      class="input"
      id="notes"
      dir="auto"
      rows="2"
      .value=${notes}
      ?readonly=${sending !== undefined && sending !== 'other'}
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby="notes-error notes-length"
      @input=${(event: Event) =>
        write({ ...written, notes: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${
      isWrong
        ? html`<p class="error" id="notes-error">
            ${icon(alertIcon, { size: 14 })}
            ${isLong ? words.say('panel.tooLong', { limit }) : words.say('panel.required')}
          </p>`
        : nothing
    }
    ${
      length > limit * 0.9
        ? html`<p class="help num" id="notes-length">
            ${words.say('panel.length', { count: words.format.number(length), limit })}
          </p>`
        : nothing
    }
  </div>`;
}

/** Asks before a decision is made: what comes of it, and what the developer will read. */
export function renderQuestion(model: PanelModel, { snapshot }: ReviewDetail, act: DecisionAction) {
  const { words, written, change, decide } = model;
  const isUnpaid =
    act === 'approve' && snapshot.locks.production.some((lock) => lock.startsWith('payment'));
  const count = filledNotes(written).length;
  const { shape, flip } = looks[act];
  return html`<header class="head">
      ${icon(act === 'reject' ? xCircleIcon : shape, { flip })}
      <h3 class="title" id="question">
        ${words.compose(`panel.${act}Title`, { name: html`<bdi>${snapshot.name}</bdi>` })}
      </h3>
    </header>
    <div class="body">
      <div id="effect">
        <p>${words.say(isUnpaid ? 'panel.approveEffectUnpaid' : `panel.${act}Effect`)}</p>
        <p>${words.say(written.notes.trim() ? 'panel.theySee' : 'panel.theySeeNone')}</p>
      </div>
      ${
        written.notes.trim()
          ? html`<div class="field-note earlier">
              ${icon(commentIcon)}<bdi class="text">${written.notes}</bdi>
            </div>`
          : nothing
      }
      ${count > 0 ? html`<p>${words.say('panel.fieldNotes', { count })}</p>` : nothing}
    </div>
    <footer class="foot">
      ${button({ label: words.say('shared.cancel'), onPress: () => change({ asked: undefined }) })}
      ${button({
        label: words.say(`panel.${act}`),
        look: act === 'reject' ? 'danger solid' : 'primary',
        onPress: () => decide(act),
      })}
    </footer>`;
}
