import { html, nothing } from 'lit';
import type { Credential, ReviewDetail } from '../../contract/index.js';
import { isExpired } from '../../rules/transitions.js';
import { ageChip, ageOf } from '../../ui/age-chip.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { alertIcon, eyeIcon, icon } from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import { renderAnswers } from './answers.view.js';
import { renderBanner } from './banner.view.js';
import { renderDecision, renderOutcome } from './decision.view.js';
import type { PanelModel } from './model.js';

export function renderPanel(model: PanelModel) {
  const { id, detail, error, isLoading, words, part, partError, loadPart, retry } = model;
  if (!id && model.unseen) return nothing;
  if (!id) {
    return html`<div class="empty">
      ${icon(eyeIcon, { size: 20 })}
      <p class="strong">${words.say('panel.none')}</p>
      <p class="muted">${words.say('panel.noneWhy')}</p>
    </div>`;
  }
  const failed = error
    ? html`<div class="message">
        ${failure({
          words,
          error,
          title: words.say(detail ? 'shared.stale' : 'panel.failed'),
          pending: isLoading,
          onRetry: retry,
        })}
      </div>`
    : nothing;
  if (!detail) return error ? failed : renderSkeleton(words);
  return html`${renderBanner(model, detail)} ${failed} ${renderHead(model, detail)}
  ${renderFacts(model, detail)} ${renderOutcome(model, detail)} ${renderAnswers(model, detail)}
  ${
    partError
      ? html`<div class="message">
          ${failure({
            words,
            error: partError,
            title: words.say('panel.partFailed'),
            onRetry: loadPart,
          })}
        </div>`
      : part?.renderMore(model, detail)
  }
  ${renderDecision(model, detail)}`;
}

/** A decision that failed behind the reviewer's back, and the way to it. */
export function renderUnseen({ unseen, words, select }: PanelModel) {
  if (!unseen) return nothing;
  const [id, name] = unseen;
  return html`<div class="notice slim banner warning" role="alert">
    ${icon(alertIcon)}
    <div class="line">
      <p class="title">${words.compose('panel.failedThere', { name: html`<bdi>${name}</bdi>` })}</p>
      ${button({
        label: words.say('panel.openFailed'),
        look: 'compact end',
        onPress: () => select(id),
      })}
    </div>
  </div>`;
}

function renderHead(model: PanelModel, { submission, snapshot }: ReviewDetail) {
  const { words, now, targetHours, select } = model;
  const { review, attempt, submittedAt } = submission;
  const { phrase, tone, shape, flip = false } = reviewStates[review?.outcome ?? 'waiting'];
  const latest = snapshot.submission;
  return html`<header class="phead">
    <div class="line">
      <h2 id="title" part="title" tabindex="-1"><bdi>${snapshot.name}</bdi></h2>
      <span class="chip ${tone}"
        >${icon(shape, { size: 14, flip })}${words.say(`shared.${phrase}`)}</span
      >
      ${review ? nothing : ageChip(ageOf(words, submittedAt, now, targetHours))}
    </div>
    <p class="muted">
      ${words.compose('panel.about', {
        plan: html`<bdi>${snapshot.plan.name}</bdi>`,
        attempt,
        id: html`<span class="mono">${snapshot.id}</span>`,
      })}
    </p>
    ${
      latest && latest.attempt > attempt
        ? html`<div>
            ${button({
              label: words.say('panel.openAttempt', { attempt: latest.attempt }),
              look: 'compact',
              onPress: () => select(latest.id),
            })}
          </div>`
        : nothing
    }
  </header>`;
}

function renderFacts({ words, now }: PanelModel, { submission, snapshot }: ReviewDetail) {
  const fact = (name: 'submitted' | 'by' | 'credentials' | 'subscription', value: unknown) =>
    html`<div>
      <dt>${words.say(`panel.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  const { sandbox } = snapshot.credentials;
  return html`<dl class="facts num">
    ${fact('submitted', words.format.dateTime(submission.submittedAt))}
    ${fact('by', html`<bdi>${submission.submittedBy}</bdi>`)}
    ${fact('credentials', [
      words.say(`panel.${credentialState(sandbox, now)}`),
      sandbox?.secrets.map(({ hint, validUntil }) =>
        hint && validUntil === null
          ? html`, <span class="mono"><span aria-hidden="true">••••</span>${hint}</span>`
          : nothing,
      ),
    ])}
    ${fact('subscription', words.say(`panel.${snapshot.status}`))}
  </dl>`;
}

function credentialState(credential: Credential | null, now: number) {
  if (!credential) return 'noCredentials';
  if (isExpired(credential, new Date(now))) return 'credentialsExpired';
  return credential.deliveredAt === null ? 'notReceived' : 'created';
}

function renderSkeleton(words: PanelModel['words']) {
  return html`<div class="phead" aria-busy="true">
    <span class="hidden-visually">${words.say('shared.loading')}</span>
    ${[1, 2, 3].map(() => html`<span class="skeleton"></span>`)}
  </div>`;
}
