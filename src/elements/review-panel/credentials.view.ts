import { html, nothing } from 'lit';
import type { Credential, Lane, ReviewDetail, SecretState } from '../../contract/index.js';
import { isExpired } from '../../rules/transitions.js';
import { alertIcon, checkIcon, flaskIcon, icon, liveIcon } from '../../ui/icon.js';
import type { DetailModel } from './model.js';

/** How the credentials stand: never more of a secret than its last four characters. */
export function renderCredentials(model: DetailModel, { snapshot: { credentials } }: ReviewDetail) {
  const { sandbox, production } = credentials;
  if (!sandbox && !production) return nothing;
  return html`<section class="part">
    <h3 class="title">${model.words.say('panel.allCredentials')}</h3>
    ${sandbox ? renderCredential(model, 'sandbox', sandbox) : nothing}
    ${production ? renderCredential(model, 'production', production) : nothing}
  </section>`;
}

function renderCredential({ words, now }: DetailModel, lane: Lane, credential: Credential) {
  const { createdAt, deliveredAt, expiresAt, secrets } = credential;
  const date = (time: string) => html`<bdi>${words.format.dateTime(time)}</bdi>`;
  const row = (name: unknown, value: unknown) =>
    html`<div class="answer">
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const labelOf = ({ name }: SecretState) =>
    credential.values.find((value) => value.name === name)?.label ?? name;
  const present = secrets.filter(({ validUntil }) => validUntil === null);
  const previous = secrets.filter(({ validUntil }) => validUntil !== null);
  return html`<section class="answers">
    <header>
      ${icon(lane === 'sandbox' ? flaskIcon : liveIcon)}
      <h4 class="strong">${words.say(`shared.${lane}`)}</h4>
    </header>
    <dl class="num">
      ${row(words.say('panel.createdOn'), date(createdAt))}
      ${present.map((secret) =>
        row(
          html`<bdi>${labelOf(secret)}</bdi>`,
          words.compose('panel.secretSince', {
            hint: renderHint(secret),
            date: date(secret.createdAt),
          }),
        ),
      )}
      ${previous.map((secret) =>
        row(
          words.compose('panel.previousOf', { label: html`<bdi>${labelOf(secret)}</bdi>` }),
          words.compose('panel.secretUntil', {
            hint: renderHint(secret),
            date: date(secret.validUntil!),
          }),
        ),
      )}
      ${row(
        words.say('panel.received'),
        deliveredAt
          ? html`<span class="state">${icon(checkIcon)}${date(deliveredAt)}</span>`
          : html`<span class="state warning"
              >${icon(alertIcon)}${words.say('panel.notYetReceived')}</span
            >`,
      )}
      ${row(
        words.say('panel.expires'),
        !expiresAt
          ? words.say('panel.never')
          : isExpired(credential, new Date(now))
            ? html`<span class="state warning"
                >${icon(alertIcon)}${words.compose('panel.expiredOn', { date: date(expiresAt) })}</span
              >`
            : date(expiresAt),
      )}
    </dl>
  </section>`;
}

const renderHint = ({ hint }: SecretState) =>
  html`<span class="mono"><span aria-hidden="true">••••</span>${hint}</span>`;
