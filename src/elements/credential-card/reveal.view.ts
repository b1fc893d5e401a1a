import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { copyButton } from '../../ui/copy-button.js';
import {
  alertIcon,
  checkIcon,
  clockIcon,
  copyIcon,
  downloadIcon,
  icon,
  infoIcon,
  keyIcon,
  terminalIcon,
} from '../../ui/icon.js';
import { renderDialog, type ActsWords, type CardModel, type CardWords } from './card-parts.js';
import { envFile } from './env-file.js';
import { REVEALED, type About, type Secret } from './secret-holder.js';

export interface RevealModel extends CardModel {
  words: ActsWords;
  secret: Secret;
  about: About;
  /** Milliseconds until it is hidden. */
  hiddenIn: number;
  /** Minutes that it is shown for. */
  minutes: number;
  /** What was copied last, in words. */
  copiedName: string;
  isExtended: boolean;
  onDownload: (text: string) => void;
  /** Starts the time anew. */
  onExtend: () => void;
  onSaved: () => void;
}

const LAST_MINUTE = 60_000;

/** What is shown once, in its one well. */
export function renderReveal(model: RevealModel) {
  const { words, lane, about, secret, copier, left, onSaved } = model;
  const isToken = about.verb === 'generate_token';
  const title = isToken ? 'Token' : about.verb === 'rotate_secret' ? 'SaveSecret' : 'Save';
  return renderDialog({
    id: 'reveal',
    shape: isToken ? terminalIcon : keyIcon,
    title: words.say(`credentials.${lane}${title}`),
    chip:
      about.expiresAt &&
      html`<span class="chip"
        >${icon(clockIcon, { size: 14 })}${words.say('credentials.tokenExpires', {
          time: words.format.duration(left(about.expiresAt)),
        })}</span
      >`,
    body: html`<div class="notice slim warning" id="once">
        ${icon(alertIcon)}
        <div>
          <p class="title">
            ${words.say(isToken ? 'credentials.onlyTimeToken' : 'credentials.onlyTime')}
          </p>
          ${
            isToken
              ? nothing
              : html`<p class="small muted">${words.say('credentials.onlyTimeDetail')}</p>`
          }
        </div>
      </div>
      <dl class="values" id="${REVEALED}all">
        ${secret.values.map(({ label, value }, index) => {
          const id = REVEALED + index;
          return html`<div class="row">
            <dt>${label}</dt>
            <dd class="mono" id=${id}>${value}</dd>
            <dd class="acts">
              ${copyButton({
                words,
                copier,
                key: id,
                name: label,
                labelled: true,
                onPress: () => model.onCopy(id, label, value),
              })}
            </dd>
          </div>`;
        })}
      </dl>
      <div>${isToken ? renderCurl(secret) : renderTools(model)}${renderStatus(model)}</div>`,
    foot: html`${renderTime(model)}
    ${secret.curl ? copyWhole(model, 'curl', 'credentials.copyCurl', secret.curl) : nothing}
    ${button({ label: words.say('credentials.saved'), look: 'primary', onPress: onSaved })}`,
  });
}

/** How long it is shown still. The passing seconds are not read out, only that few are left. */
function renderTime({ hiddenIn, minutes, isExtended, words, onExtend }: RevealModel) {
  const isLast = hiddenIn <= LAST_MINUTE;
  return html`<div class="time start">
    <span class="small num marked ${isLast ? 'ending' : 'muted'}"
      >${icon(clockIcon)}${words.say('credentials.hiddenIn', {
        time: minutesAndSeconds(hiddenIn, words),
      })}</span
    >
    ${button({ label: words.say('credentials.extend'), look: 'quiet compact', onPress: onExtend })}
    <span class="hidden-visually" role="status"
      >${
        isLast
          ? words.say('credentials.lastMinute')
          : isExtended
            ? words.say('credentials.extended', { count: minutes })
            : nothing
      }</span
    >
  </div>`;
}

/** What came of a press on Copy. Outside a modal dialog it would not be read out. */
function renderStatus({ copier: { copied, blocked }, copiedName, words }: RevealModel) {
  return html`<div class="small muted" role="status">
    ${
      blocked?.startsWith(REVEALED)
        ? html`<p class="marked said">${icon(infoIcon)}${words.say('shared.copyBlocked')}</p>`
        : copied?.startsWith(REVEALED)
          ? html`<span class="hidden-visually"
              >${words.say('shared.copiedNamed', { name: copiedName })}</span
            >`
          : nothing
    }
  </div>`;
}

const renderCurl = ({ curl }: Secret) =>
  curl ? html`<pre class="code mono" id="${REVEALED}curl">${curl}</pre>` : nothing;

/** All values at once, as lines of an `.env` file. */
function renderTools(model: RevealModel) {
  const { words, lane, secret, onDownload } = model;
  const lines = () => envFile(lane, secret.values);
  return html`<div class="actions">
    ${copyWhole(model, 'all', 'credentials.copyAll', lines())}
    ${button({
      label: words.say('credentials.download'),
      shape: downloadIcon,
      onPress: () => onDownload(lines()),
    })}
  </div>`;
}

function copyWhole(
  { words, copier, onCopy }: RevealModel,
  what: 'all' | 'curl',
  label: 'credentials.copyAll' | 'credentials.copyCurl',
  text: string,
) {
  const id = REVEALED + what;
  const isCopied = copier.copied === id;
  return button({
    label: words.say(isCopied ? 'shared.copied' : label),
    shape: isCopied ? checkIcon : copyIcon,
    onPress: () => onCopy(id, words.say(`credentials.${what}Values`), text),
  });
}

/** As in 4:32, in the page's digits. */
function minutesAndSeconds(milliseconds: number, { format }: CardWords): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const rest = format.number(seconds % 60).padStart(2, format.number(0));
  return `${format.number(Math.floor(seconds / 60))}:${rest}`;
}
