import { html, nothing } from 'lit';
import { alertIcon, clockIcon, icon } from '../../ui/icon.js';
import type { CardModel } from './card-parts.js';
import { expiryOf, isNear } from './expiry.js';

const DAY = 86_400_000;

/** When it ends, or ended. */
export function renderExpiryRow({ slice, words, now }: CardModel) {
  const { expiresAt } = slice.credential!;
  if (!expiresAt) return nothing;
  const { format } = words;
  const left = Date.parse(expiresAt) - now;
  return html`<div class="row" part="row">
    <dt>${words.say(left > 0 ? 'credentials.expires' : 'credentials.expired')}</dt>
    <dd class="num">
      ${isNear(left) ? format.dateTime(expiresAt) : format.date(expiresAt)}
      ${
        isNear(left)
          ? nothing
          : html`<span class="muted"
              >${words.say('credentials.expiresIn', { days: format.days(left) })}</span
            >`
      }
    </dd>
  </div>`;
}

/** What to do about a time that is over, or soon will be. */
export function renderExpiry({ slice, words, now }: CardModel) {
  const state = expiryOf(slice.credential, now);
  if (!state) return nothing;
  const isOver = state === 'expired';
  const left = Date.parse(slice.credential!.expiresAt!) - now;
  const title = isOver
    ? words.say('credentials.expiredTitle')
    : isNear(left)
      ? words.say('credentials.expiringIn', { time: words.format.duration(left, 'long') })
      : words.say('credentials.expiringTitle', { count: Math.round(left / DAY) });
  const next = slice.capabilities!.regenerate ? (`${state}Next` as const) : 'askProvider';
  return html`<div class="notice slim ${isOver ? 'danger' : 'warning'}">
    ${icon(isOver ? alertIcon : clockIcon)}
    <div>
      <p class="title">${title}</p>
      ${
        slice.isClosed
          ? nothing
          : html`<p class="small muted">${words.say(`credentials.${next}`)}</p>`
      }
    </div>
  </div>`;
}
