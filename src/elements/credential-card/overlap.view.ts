import { html, nothing } from 'lit';
import type { SecretState } from '../../contract/index.js';
import { checkCircleIcon, icon, pendingIcon } from '../../ui/icon.js';
import { actButton, mask, renderChecks, successor, type CardModel } from './card-parts.js';
import { isUnseen } from './lane-slice.js';
import { endedText, type EndedSecret } from './lane-watch.js';

/** The old secret's last hours, and what there is to do in them. */
export function renderOverlap(old: SecretState, model: CardModel) {
  const { words, left, onAsk } = model;
  const end = old.validUntil!;
  const begin = successor(old, model.slice.credential!)?.createdAt ?? old.createdAt;
  const share = Math.min(left(end) / (Date.parse(end) - Date.parse(begin)), 1) * 100;
  return html`<dd class="overlap">
    <div class="split">
      <span class="small muted">${words.say('credentials.previousSecret')}</span>
      <span>${mask(old.hint, words, 4)}</span>
      ${actButton(model, 'retire_secret', {
        look: 'compact end',
        onPress: () => onAsk({ verb: 'retire_secret', secret: old }),
      })}
    </div>
    <svg class="meter" aria-hidden="true">
      <rect width="100%" height="4"></rect>
      <rect class="left" width="${share}%" height="4"></rect>
    </svg>
    <div class="split small">
      <span class="num strong"
        >${words.say('credentials.timeLeft', { time: words.format.duration(left(end)) })}</span
      >
      <span class="num muted"
        >${words.say('credentials.stopsWorking', { date: words.format.dateTime(end) })}</span
      >
    </div>
    ${renderGuide(old, model)}
  </dd>`;
}

/** The way from the old secret to the new one; there is none while nobody has the new one. */
function renderGuide(old: SecretState, { slice, words, isLost }: CardModel) {
  const credential = slice.credential!;
  const present = successor(old, credential);
  if (!present || slice.isClosed || (isLost && isUnseen(credential, old.name))) return nothing;
  return renderChecks(
    [
      [checkCircleIcon, 'success', words.say('credentials.stepGiven', { hint: present.hint })],
      [pendingIcon, 'open', words.say('credentials.stepSwitch')],
      [pendingIcon, 'open', words.say('credentials.stepRetire')],
    ],
    words.say('credentials.steps'),
  );
}

/** That an old secret is gone. Whoever ended it goes on reading here. */
export const renderEnded = (ended: EndedSecret, { words }: CardModel) =>
  html`<dd class="wide small muted marked ended" id="ended-${ended.id}" tabindex="-1">
    ${icon(checkCircleIcon)}<span>${endedText(ended, words)}</span>
  </dd>`;
