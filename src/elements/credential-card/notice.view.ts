import { html } from 'lit';
import { clockIcon, icon } from '../../ui/icon.js';
import { again, type ActsWords, type Notice } from './card-parts.js';

/** What has to be said after a secret went, or never came. */
export function renderNotice({ what, verb }: Notice, words: ActsWords, minutes: number) {
  const act = words.say(`credentials.${again(verb)}`);
  return html`<div class="notice slim info">
    ${icon(clockIcon)}
    <div>
      <p class="title">${words.say(`credentials.${what}Title`, { count: minutes })}</p>
      <p class="small muted">
        ${words.say(what === 'tokenLost' ? 'credentials.tokenLostDetail' : 'credentials.hiddenDetail', { act })}
      </p>
    </div>
  </div>`;
}
