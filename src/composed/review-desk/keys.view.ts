import { html } from 'lit';
import type { Words } from '../../connect/words-controller.js';
import type { deskKeys } from '../../i18n/en/desk-keys.js';
import { button } from '../../ui/button.js';
import type { DeskKeys } from './desk-keys.js';
import type { DeskSections } from './review-desk.view.js';

export type KeysWords = Words<DeskSections & { desk: typeof deskKeys }>;

/** Each line of the list: its keys, and the phrase for what they do. */
const lines = [
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['Enter'], 'open'],
  [['/'], 'search'],
  [['x'], 'select'],
  [['b'], 'selection'],
  [['a'], 'approve'],
  [['c'], 'request_changes'],
  [['r'], 'reject'],
  [['Esc'], 'leave'],
  [['?'], 'help'],
] as const;

/** What each key does, and the switch for whoever is disturbed by them. */
export function renderKeys({ isOn, turn, showList }: DeskKeys, words: KeysWords) {
  return html`<div class="head">
      <h2 class="title" id="keys-title">${words.say('desk.keys')}</h2>
    </div>
    <div class="body">
      <p class="muted" id="keys-where">${words.say('desk.keysWhere')}</p>
      <dl class="keys">
        ${lines.map(
          ([keys, phrase]) =>
            html`<div>
              <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${words.say(`desk.${phrase}`)}</dd>
            </div>`,
        )}
      </dl>
      <p class="muted">${words.say('desk.asks')}</p>
      <label class="choice"
        ><input type="checkbox" .checked=${isOn} @change=${turn} />${words.say(
          'desk.keysOn',
        )}</label
      >
    </div>
    <div class="foot">
      ${button({ label: words.say('shared.close'), look: 'primary', onPress: () => showList(false), autofocus: true })}
    </div>`;
}
