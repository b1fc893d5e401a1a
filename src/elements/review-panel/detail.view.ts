import { html, nothing } from 'lit';
import type { Credential, ReviewDetail } from '../../contract/index.js';
import { isExpired } from '../../rules/transitions.js';
import { ageChip, ageOf } from '../../ui/age-chip.js';
import { button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import { renderAnswers } from './answers.view.js';
import { renderBanner } from './banner.view.js';
import { renderDecision, renderOutcome } from './decision.view.js';
import type { DetailModel } from './model.js';
import { renderMore } from './more.view.js';
import { renderFailure } from './review-panel.view.js';

/** A submission that is open, from its name to the decision. */
export function renderDetail(model: DetailModel) {
  const { detail, error, words } = model;
  return html`${renderBanner(model, detail)}
  ${error ? renderFailure({ ...model, error }, words.say('shared.stale')) : nothing}
  ${renderHead(model, detail)} ${renderFacts(model, detail)} ${renderOutcome(model, detail)}
  ${renderAnswers(model, detail)} ${renderMore(model, detail)} ${renderDecision(model, detail)}`;
}

function renderHead(model: DetailModel, { submission, snapshot }: ReviewDetail) {
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

function renderFacts({ words, now }: DetailModel, { submission, snapshot }: ReviewDetail) {
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
          ? html` · <span class="mono"><span aria-hidden="true">••••</span>${hint}</span>`
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
