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
  copyIcon,
  icon,
  returnIcon,
  userIcon,
  xCircleIcon,
  xIcon,
} from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import { compareAnswers } from './answers-diff.js';
import type { PanelModel } from './model.js';
import { filledNotes, isBlank, isTooLong, lengthOf } from './notes-keeper.js';
import { decisions, isDecidable } from './sight.js';

const looks = {
  approve: { shape: checkIcon, look: 'primary', flip: false },
  request_changes: { shape: returnIcon, look: '', flip: true },
  reject: { shape: xIcon, look: 'danger', flip: false },
} as const;

/** What others did to the submission while the reviewer was at it. */
export function renderBanner(model: PanelModel, detail: ReviewDetail) {
  const { words, news, written, failure: failed, lookAtNews } = model;
  const { review } = detail.submission;
  const hasNotes = !isBlank(written);
  if (!news && !(review && (hasNotes || failed))) return nothing;
  const what = news ? whatIsNew(news, detail, words) : whoDecided(review!, words);
  return html`<div class="notice slim banner warning" part="banner" id="banner" tabindex="-1">
    ${icon(alertIcon)}
    <div>
      <div class="line">
        <div>
          <p class="title">${words.say('panel.changedTitle')}</p>
          <p class="small muted">
            ${what} ${news ? nothing : words.say('panel.nothingSent')}
            ${hasNotes ? words.say(news ? 'panel.kept' : 'panel.keptBelow') : nothing}
          </p>
        </div>
        ${
          news
            ? button({
                label: words.say('panel.showNew'),
                look: 'compact end',
                onPress: lookAtNews,
              })
            : nothing
        }
      </div>
      ${!news && hasNotes ? renderOwnNotes(model) : nothing}
    </div>
  </div>`;
}

function whatIsNew(news: ReviewDetail, seen: ReviewDetail, words: PanelModel['words']) {
  const edited = compareAnswers(news.submission, seen.submission)
    .flatMap(({ answers }) => answers)
    .filter(({ change }) => change)
    .map(({ label }) => label);
  return edited.length > 0
    ? words.say('panel.edited', { fields: words.format.list(edited) })
    : words.say('panel.newer');
}

type Review = NonNullable<ReviewDetail['submission']['review']>;

function whoDecided({ outcome, reviewer, decidedAt }: Review, words: PanelModel['words']) {
  return words.compose(`panel.${reviewer ? 'by' : 'was'}_${outcome}`, {
    reviewer: html`<bdi>${reviewer}</bdi>`,
    date: words.format.dateTime(decidedAt),
  });
}

/** What can't be sent any more, to be copied or thrown away. */
function renderOwnNotes({ words, written, groups, copier, copy, discard }: PanelModel) {
  const answers = groups.flatMap((group) => group.answers);
  const lines = filledNotes(written).map(({ fieldId, note }) => {
    const field = answers.find((each) => each.fieldId === fieldId);
    return `${field?.label ?? fieldId}: ${note}`;
  });
  const text = [written.notes.trim(), ...lines].filter(Boolean).join('\n\n');
  const isCopied = copier.copied === 'yours';
  return html`<div class="field-note earlier">
      ${icon(commentIcon)}<bdi class="text" id="yours">${text}</bdi>
    </div>
    ${
      copier.blocked === 'yours'
        ? html`<p class="small muted">${words.say('shared.copyBlocked')}</p>`
        : nothing
    }
    <div class="actions">
      ${button({
        label: words.say(isCopied ? 'shared.copied' : 'panel.copyNotes'),
        shape: isCopied ? checkIcon : copyIcon,
        look: 'compact',
        onPress: () => copy('yours', text, words.say('panel.yours')),
      })}
      ${button({ label: words.say('panel.discard'), look: 'compact quiet', onPress: discard })}
    </div>`;
}

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
  const isLong = isTooLong(notes);
  const isNear = lengthOf(notes) > limit * 0.9;
  const isWrong = isLong || isMissing;
  return html`<div class="field">
    <label class="label" for="notes"
      >${words.say('panel.notes')}
      <span class="optional">${words.say('panel.notesRequired')}</span></label
    >
    <textarea
      class="input"
      id="notes"
      rows="2"
      .value=${notes}
      ?readonly=${sending !== undefined && sending !== 'other'}
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby="notes-error notes-length"
      @input=${(event: Event) =>
        write({ ...written, notes: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    <p class="error" id="notes-error" ?hidden=${!isWrong}>
      ${icon(alertIcon, { size: 14 })}
      ${isLong ? words.say('panel.tooLong', { limit }) : words.say('panel.required')}
    </p>
    <p class="help num" id="notes-length" ?hidden=${!isNear}>
      ${words.say('panel.length', { count: words.format.number(lengthOf(notes)), limit })}
    </p>
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
