import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../connect/index.js';
import type { ActivityEntry } from '../contract/index.js';
import type { PhraseKey } from '../i18n/index.js';
import type { activity } from '../i18n/en/activity.js';
import {
  alertIcon,
  checkCircleIcon,
  flaskIcon,
  icon,
  infoIcon,
  keyIcon,
  liveIcon,
  paymentIcon,
  plusIcon,
  refreshIcon,
  returnIcon,
  sendIcon,
  terminalIcon,
  xCircleIcon,
  xIcon,
  type Shape,
} from './icon.js';

type ActivityWords = Words<{ activity: typeof activity }>;

/** Notes longer than this are folded away: a log is there to be looked over. */
const LONG = 240;

/** Kinds come from the host and may be called anything, so they are looked up in a map. */
const looks = new Map<string, readonly [shape: Shape, tone?: string]>([
  ['subscription_created', [plusIcon]],
  ['credentials_regenerated', [refreshIcon]],
  ['secret_rotated', [keyIcon]],
  ['secret_retired', [xIcon]],
  ['token_generated', [terminalIcon]],
  ['submitted', [sendIcon]],
  ['approved', [checkCircleIcon, 'success']],
  ['rejected', [xCircleIcon, 'danger']],
  ['changes_requested', [returnIcon, 'warning']],
  ['payment_completed', [paymentIcon, 'success']],
  ['payment_failed', [alertIcon, 'danger']],
]);

/** Who did what and when, in the order given. */
export function activityList(entries: readonly ActivityEntry[], words: ActivityWords) {
  return html`<ol class="events" part="list">
    ${repeat(
      entries,
      ({ id }) => id,
      (entry) => renderEntry(entry, words),
    )}
  </ol>`;
}

function renderEntry(entry: ActivityEntry, words: ActivityWords) {
  const { kind, lane, at, notes } = entry;
  const made = lane === 'production' ? liveIcon : flaskIcon;
  const [shape, tone = ''] =
    kind === 'credentials_created' ? [made] : (looks.get(kind) ?? [infoIcon]);
  return html`<li part="entry">
    <span class="event-mark ${tone}">
      ${icon(shape, { size: 14, flip: shape === sendIcon || shape === returnIcon })}
    </span>
    <div class="event">
      <p>${sentence(entry, words)}</p>
      <p class="small muted num">
        <bdi><time datetime=${at}>${words.format.dateTime(at)}</time></bdi>
      </p>
      ${notes?.trim() ? renderNotes(notes, words) : nothing}
    </div>
  </li>`;
}

/** A kind without a phrase shows as it is. */
function sentence({ actor, kind, lane, attempt }: ActivityEntry, words: ActivityWords) {
  const voice = actor?.trim() ? 'by' : 'was';
  const key = `activity.${voice}_${kind}` as PhraseKey<{ activity: typeof activity }>;
  // A phrase that is not there says its own name, in which no gap may be filled.
  const isKnown = !kind.includes('{') && words.say(key) !== key;
  const what = words.compose(isKnown ? key : `activity.${voice}_unknown`, {
    actor: html`<bdi class="strong">${actor}</bdi>`,
    kind: html`<span class="mono">${kind}</span>`,
    lane: lane ? words.say(`activity.${lane}`) : '',
  });
  return attempt === undefined ? what : words.compose('activity.withAttempt', { what, attempt });
}

function renderNotes(notes: string, words: ActivityWords) {
  const text = html`<p class="event-note small"><bdi>${notes}</bdi></p>`;
  return notes.length > LONG
    ? html`<details>
        <summary class="small">${words.say('activity.notes')}</summary>
        ${text}
      </details>`
    : text;
}
