import { html, nothing } from 'lit';
import {
  alertIcon,
  checkCircleIcon,
  clockIcon,
  flaskIcon,
  icon,
  keyIcon,
  liveIcon,
  lockIcon,
  paymentIcon,
  pendingIcon,
  refreshIcon,
  unlockIcon,
  type Shape,
} from '../../ui/icon.js';
import {
  actButton,
  docsLink,
  renderActions,
  renderChecks,
  renderFailures,
  type CardModel,
} from './card-parts.js';
import { renderFoot, renderRows, renderSubLine } from './credential.view.js';
import { expiryOf } from './expiry.js';
import { renderExpiry } from './expiry.view.js';
import { isRotated } from './lane-slice.js';
import { approvalCheck, isPayment, renderLocks } from './lock.view.js';
import { lossText } from './loss.js';

type CardState = 'loading' | 'failed' | 'locked' | 'empty' | 'unlocked' | 'lost' | 'active';

/** One card in all its states: lane, title, chip, then the one thing to do. */
export function renderCard(model: CardModel) {
  const { lane, slice, words } = model;
  const state = stateOf(model);
  const isNotYet = state === 'empty' || (state === 'locked' && !slice.credential);
  return html`<section
    class="card ${isNotYet ? 'not-yet' : ''}"
    part="card"
    aria-labelledby="title"
  >
    <header class="head">
      ${icon(lane === 'sandbox' ? flaskIcon : liveIcon)}
      <h3 class="title" id="title" part="title" tabindex="-1">
        ${words.say(`credentials.${lane}Title`)}
      </h3>
      ${renderChip(state, model)}
    </header>
    ${slice.isStale ? html`<p class="sub">${words.say('shared.stale')}</p>` : nothing}
    ${bodies[state](model)}
  </section>`;
}

function stateOf({ slice, isLost }: CardModel): CardState {
  if (!slice.isKnown) return slice.error ? 'failed' : 'loading';
  if (slice.isClosed) return 'locked';
  if (slice.credential) return isLost ? 'lost' : 'active';
  return slice.isApproved ? 'unlocked' : 'empty';
}

const chips = {
  active: [checkCircleIcon, 'success'],
  rotating: [keyIcon, 'info'],
  expiring: [clockIcon, 'warning'],
  expired: [alertIcon, 'danger'],
  lost: [alertIcon, 'warning'],
  empty: [pendingIcon, ''],
  unlocked: [unlockIcon, 'success'],
  locked: [lockIcon, ''],
  payment_pending: [paymentIcon, 'warning'],
  payment_failed: [alertIcon, 'danger'],
} satisfies Record<string, [shape: Shape, tone: string]>;

function renderChip(state: CardState, model: CardModel) {
  if (state === 'loading' || state === 'failed') return nothing;
  const { slice, words } = model;
  const lock = slice.locks?.[0];
  let name: keyof typeof chips = state;
  if (state === 'locked' && lock && isPayment(lock)) name = lock as 'payment_pending';
  if (state === 'active') {
    const expiry = expiryOf(slice.credential, model.now);
    if (expiry === 'expired' || (expiry && model.overlaps.length === 0)) name = expiry;
    else if (model.overlaps.length > 0) name = 'rotating';
  }
  const [shape, tone] = chips[name];
  return html`<span class="chip ${tone}" part="chip"
    >${icon(shape, { size: 14, dashed: state === 'empty' })}${words.say(`credentials.${name}`)}</span
  >`;
}

const bodies: Record<CardState, (model: CardModel) => unknown> = {
  loading: ({ load }) =>
    html`<div class="sub">${load.waiting()}<span class="skeleton" aria-busy="true"></span></div>
      <div class="rows" aria-busy="true">
        ${[1, 2].map(
          () =>
            html`<div class="row">
              <span class="skeleton"></span><span class="skeleton"></span>
            </div>`,
        )}
      </div>`,

  failed: ({ load, words }) =>
    html`<div class="body">${load.failed(words.say('credentials.failed'))}</div>`,

  locked: (model) =>
    html`<div class="body">${renderLocks(model)}${renderExpiry(model)}</div>
      ${model.slice.credential ? renderRows(model) : nothing}${renderFailures(model)}`,

  empty: (model) =>
    html`<div class="body">
      <p class="muted">${model.words.say(`credentials.${model.lane}Empty`)}</p>
      ${renderCreation(model)}
    </div>`,

  unlocked: (model) => {
    const { slice, words } = model;
    const date = slice.review && words.format.date(slice.review.decidedAt);
    const checks = [approvalCheck(model)];
    if (slice.plan?.paid) {
      const detail = words.say('credentials.paidDetail', { plan: slice.plan.name });
      checks.push([checkCircleIcon, 'success', words.say('credentials.paid'), detail]);
    }
    return html`<div class="body">
      <p>
        ${date ? words.say('credentials.approvedOn', { date }) : words.say('credentials.approvedUndated')}
      </p>
      ${renderChecks(checks)}${renderCreation(model)}
    </div>`;
  },

  lost: (model) => {
    const { slice } = model;
    const text = html`<p>${lossText(model)}</p>`;
    // What is lost of a rotated one is its new secret; the rest of it is known.
    if (isRotated(slice.credential!)) return renderExisting(model, text);
    return html`${renderSubLine(model)}
      <div class="body">
        ${model.notice}${renderExpiry(model)}${text}
        ${
          slice.capabilities!.regenerate
            ? renderActions(
                model,
                ['regenerate'],
                actButton(model, 'regenerate', {
                  shape: refreshIcon,
                  look: slice.isNext ? 'primary' : '',
                  onPress: () => model.onAsk({ verb: 'regenerate' }),
                }),
              )
            : nothing
        }
      </div>`;
  },

  active: (model) => renderExisting(model),
};

function renderExisting(model: CardModel, text: unknown = nothing) {
  const { notice = nothing } = model;
  const said = [notice, renderExpiry(model), text].filter((each) => each !== nothing);
  return html`${renderSubLine(model)}
  ${said.length > 0 ? html`<div class="body">${said}</div>` : nothing}
  ${renderRows(model)}${renderFoot(model)}`;
}

/** The first thing to do in a lane. */
function renderCreation(model: CardModel) {
  const verb = 'create_credentials';
  const onPress = () => model.onAct(verb);
  const look = model.slice.isNext ? 'primary' : '';
  const create = actButton(model, verb, { look, onPress });
  return renderActions(model, [verb], html`${create}${docsLink(model)}`);
}
