import { html, nothing } from 'lit';
import type { CredentialValue } from '../../contract/index.js';
import { copyButton } from '../../ui/copy-button.js';
import { alertIcon, icon, keyIcon, refreshIcon, terminalIcon } from '../../ui/icon.js';
import {
  actButton,
  docsLink,
  mask,
  renderActions,
  successor,
  type CardModel,
} from './card-parts.js';
import { expiryOf } from './expiry.js';
import { renderExpiryRow } from './expiry.view.js';
import { isUnseen, isYounger, presentSecrets, type Verb } from './lane-slice.js';
import { renderEnded, renderOverlap } from './overlap.view.js';

/** What kind it is, and since when. */
export function renderSubLine({ slice, words, overlaps: [old] }: CardModel) {
  const credential = slice.credential!;
  const { kind, createdAt } = credential;
  const name = html`<bdi>${words.sayCode('credentialKinds', kind)}</bdi>`;
  const rotated = old && successor(old, credential)?.createdAt;
  return html`<p class="sub">
    ${
      rotated
        ? words.compose('credentials.rotated', { kind: name, date: words.format.dateTime(rotated) })
        : words.compose('credentials.created', { kind: name, date: words.format.date(createdAt) })
    }
  </p>`;
}

/** Each value in a row: open ones to copy, secrets as a mask that nobody can copy. */
export function renderRows(model: CardModel) {
  const { values } = model.slice.credential!;
  return html`<dl class="rows" part="rows">
    ${values.map((value, index) =>
      value.secret ? renderSecret(value, model) : renderOpen(value, `open-${index}`, model),
    )}
    ${renderExpiryRow(model)}
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
  const { slice, words, now, isLost, overlaps, ended } = model;
  const credential = slice.credential!;
  const isOneOfMany = credential.values.filter((value) => value.secret).length > 1;
  const isOf = (secret: { name: string }) => secret.name === name;
  return html`<div class="row" part="row">
    <dt>${label}</dt>
    <dd class="split">
      ${
        isLost && isUnseen(credential, name)
          ? html`<span class="marked warning"
              >${icon(alertIcon)}${words.say('credentials.lost')}</span
            >`
          : html`<span>${mask(presentSecrets(credential).find(isOf)?.hint ?? hint, words)}</span>
              ${renderShown(name, model)}`
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
    ${expiryOf(credential, now) === 'expired' ? nothing : overlaps.filter(isOf).map((old) => renderOverlap(old, model))}
    ${ended.filter(isOf).map((each) => renderEnded(each, model))}
  </div>`;
}

/** When it was shown, where that is certain: of several that were rotated, more may be lost. */
function renderShown(name: string, { slice, words, isLost }: CardModel) {
  const credential = slice.credential!;
  const secret = presentSecrets(credential).find((each) => each.name === name);
  if (!secret || (isLost && isYounger(secret, credential))) return nothing;
  const date = words.format.date(secret.createdAt);
  return html`<span class="small muted">${words.say('credentials.shownOnce', { date })}</span>`;
}

/** What can be done to it. Only what the host offers is there. */
export function renderFoot(model: CardModel) {
  const { slice, now, onAct, onAsk } = model;
  const { token, rotate, regenerate } = slice.capabilities!;
  const secrets = slice.credential!.values.filter(({ secret }) => secret);
  const isExpired = expiryOf(slice.credential, now) === 'expired';
  const verbs: Verb[] = [];
  if (regenerate && isExpired) verbs.push('regenerate');
  if (token) verbs.push('generate_token');
  if (rotate && secrets.length > 0) verbs.push('rotate_secret');
  if (regenerate && !isExpired) verbs.push('regenerate');
  const documentation = docsLink(model, 'link small end');
  if (verbs.length === 0 && documentation === nothing && model.failures.length === 0)
    return nothing;
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
          look: isExpired ? (slice.isNext ? 'primary' : '') : verbs.length > 1 ? 'quiet' : '',
          onPress: () => onAsk({ verb: 'regenerate' }),
        });
      })}${documentation}`,
    )}
  </footer>`;
}
