import { html, nothing } from 'lit';
import type { CredentialValue, SecretState } from '../../contract/index.js';
import { copyButton } from '../../ui/copy-button.js';
import { keyIcon, refreshIcon, terminalIcon } from '../../ui/icon.js';
import {
  actButton,
  docsLink,
  renderActions,
  type CardModel,
  type CardWords,
} from './card-parts.js';
import { presentSecrets, type Verb } from './lane-slice.js';

/** The old secrets that still work beside a new one. */
export const overlapping = ({ slice, left }: CardModel): SecretState[] =>
  slice.credential?.secrets.filter(({ validUntil }) => validUntil && left(validUntil) > 0) ?? [];

/** What kind it is, and since when. */
export function renderSubLine(model: CardModel) {
  const { slice, words } = model;
  const { kind, createdAt } = slice.credential!;
  const name = html`<bdi>${words.sayCode('credentialKinds', kind)}</bdi>`;
  const [old] = overlapping(model);
  const rotated = old && successor(old, model)?.createdAt;
  return html`<p class="sub">
    ${
      rotated
        ? words.compose('credentials.rotated', { kind: name, date: words.format.dateTime(rotated) })
        : words.compose('credentials.created', { kind: name, date: words.format.date(createdAt) })
    }
  </p>`;
}

const successor = ({ name }: SecretState, { slice }: CardModel): SecretState | undefined =>
  presentSecrets(slice.credential!).find((secret) => secret.name === name);

/** Each value in a row: open ones to copy, secrets as a mask that nobody can copy. */
export function renderRows(model: CardModel) {
  const { slice, words, now } = model;
  const { values, expiresAt } = slice.credential!;
  return html`<dl class="rows" part="rows">
    ${values.map((value, index) =>
      value.secret ? renderSecret(value, model) : renderOpen(value, `open-${index}`, model),
    )}
    ${
      expiresAt
        ? html`<div class="row" part="row">
            <dt>${words.say('credentials.expires')}</dt>
            <dd class="num">
              ${words.format.date(expiresAt)}
              <span class="muted"
                >${words.say('credentials.expiresIn', {
                  days: words.format.days(Date.parse(expiresAt) - now),
                })}</span
              >
            </dd>
          </div>`
        : nothing
    }
  </dl>`;
}

function renderOpen({ label, value = '' }: CredentialValue, id: string, model: CardModel) {
  const { words, copier, onCopy } = model;
  return html`<div class="row" part="row">
    <dt>${label}</dt>
    <dd class="mono" id=${id}>${value}</dd>
    <dd class="acts">
      ${copyButton({ words, copier, key: id, name: label, onPress: () => onCopy(id, label, value) })}
    </dd>
    ${
      copier.blocked === id
        ? html`<dd class="wide small muted">${words.say('shared.copyBlocked')}</dd>`
        : nothing
    }
  </div>`;
}

function renderSecret({ name, label, hint = '' }: CredentialValue, model: CardModel) {
  const { slice, words, isLost } = model;
  const present = presentSecrets(slice.credential!);
  const secret = present.find((each) => each.name === name);
  const isNewest = present.every(({ createdAt }) => createdAt <= (secret?.createdAt ?? ''));
  const isOneOfMany = slice.credential!.values.filter((value) => value.secret).length > 1;
  return html`<div class="row" part="row">
    <dt>${label}</dt>
    <dd class="split">
      ${mask(secret?.hint ?? hint, words)}
      ${
        secret
          ? html`<span class="small muted"
              >${
                isLost && isNewest
                  ? words.say('credentials.lost')
                  : words.say('credentials.shownOnce', {
                      date: words.format.date(secret.createdAt),
                    })
              }</span
            >`
          : nothing
      }
    </dd>
    ${
      isOneOfMany && slice.capabilities?.rotate && !slice.isClosed
        ? html`<dd class="acts">
            ${actButton(model, 'rotate_secret', {
              look: 'compact',
              name: words.say('credentials.rotate_secretNamed', { name: label }),
              onPress: () => model.onAsk({ verb: 'rotate_secret', name }),
            })}
          </dd>`
        : nothing
    }
    ${overlapping(model)
      .filter((old) => old.name === name)
      .map((old) => renderOverlap(old, model))}
  </div>`;
}

/** The old secret's last hours. */
function renderOverlap(old: SecretState, model: CardModel) {
  const { words, left, onAsk } = model;
  const end = old.validUntil!;
  const begin = successor(old, model)?.createdAt ?? old.createdAt;
  const share = Math.min(left(end) / (Date.parse(end) - Date.parse(begin)), 1) * 100;
  return html`<dd class="overlap">
    <div class="split">
      <span class="small muted">${words.say('credentials.previousSecret')}</span>
      ${mask(old.hint, words, 4)}
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
  </dd>`;
}

/** Not a text to be selected or read out dot by dot. */
const mask = (hint: string, words: CardWords, dots = 12) =>
  html`<span class="mono mask" aria-hidden="true"><i>${'•'.repeat(dots)}</i>${hint}</span
    ><span class="hidden-visually"
      >${hint ? words.say('credentials.hiddenEnding', { hint }) : words.say('credentials.hiddenWhole')}</span
    >`;

/** What can be done to it. Only what the host offers is there. */
export function renderFoot(model: CardModel) {
  const { slice, onAct, onAsk } = model;
  const { token, rotate, regenerate } = slice.capabilities!;
  const secrets = slice.credential!.values.filter(({ secret }) => secret);
  const verbs: Verb[] = [];
  if (token) verbs.push('generate_token');
  if (rotate && secrets.length > 0) verbs.push('rotate_secret');
  if (regenerate) verbs.push('regenerate');
  return html`<footer class="foot">
    ${renderActions(
      model,
      verbs,
      html`${verbs.map((verb) => {
        if (verb === 'generate_token') {
          return actButton(model, verb, { shape: terminalIcon, onPress: () => onAct(verb) });
        }
        if (verb === 'rotate_secret') {
          // Several have a button each, in their rows.
          if (secrets.length > 1) return nothing;
          const question = { verb, name: secrets[0]!.name } as const;
          return actButton(model, verb, { shape: keyIcon, onPress: () => onAsk(question) });
        }
        return actButton(model, verb, {
          shape: refreshIcon,
          look: verbs.length > 1 ? 'quiet' : '',
          onPress: () => onAsk({ verb: 'regenerate' }),
        });
      })}${docsLink(model, 'link small end')}`,
    )}
  </footer>`;
}
