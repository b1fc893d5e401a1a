import { html, nothing } from 'lit';
import type { PipelineError } from '../adapter/index.js';
import type { Words } from '../connect/index.js';
import type { readErrors } from '../i18n/en/read-errors.js';
import type { shared } from '../i18n/en/shared.js';
import { button } from './button.js';
import { alertIcon, icon, offlineIcon, refreshIcon, userIcon } from './icon.js';

export type FailureWords = Words<{ errors: typeof readErrors; shared: typeof shared }>;

export interface FailureOptions {
  words: FailureWords;
  error: PipelineError;
  /** What failed, in words. */
  title?: string | undefined;
  /** Something older is shown all the same. */
  isStale?: boolean | undefined;
  /** It was an act, which may have been done though no answer came. */
  isAct?: boolean | undefined;
  /** Offered only where trying again can help. */
  onRetry?: (() => void) | undefined;
  /** It is being tried again. */
  pending?: boolean | undefined;
}

/** Tries again what failed, where that can help. */
export const retryButton = ({ words, error, onRetry, pending = false }: FailureOptions) =>
  onRetry && error.canRetry
    ? button({
        label: words.say('shared.retry'),
        shape: refreshIcon,
        look: 'compact',
        pending,
        onPress: onRetry,
      })
    : nothing;

/** An error in place of what it kept from happening: what failed, why, and the way on. */
export function failure(options: FailureOptions) {
  const { words, error, isStale, isAct } = options;
  const title = isStale ? words.say('shared.stale') : options.title;
  const retry = retryButton(options);
  const isOffline = error.code === 'offline';
  const isSignedOut = error.code === 'not_signed_in';
  const tone = isOffline || isSignedOut ? 'info' : isStale ? 'warning' : 'danger';
  const shape = isOffline ? offlineIcon : isSignedOut ? userIcon : alertIcon;
  const isLost = error.code === 'network' || error.code === 'timeout';
  const why = words.sayCode('errors', isAct && isLost ? `${error.code}_act` : error.code);
  return html`<div class="notice slim ${tone}" role=${isStale ? 'status' : 'alert'} part="error">
    ${icon(shape)}
    <div>
      ${title ? html`<p class="title">${title}</p>` : nothing}
      <p class=${title ? 'small muted' : ''}>
        ${why}
        ${
          error.requestId
            ? html`<bdi>${words.say('shared.request', { id: error.requestId })}</bdi>`
            : nothing
        }
      </p>
      ${retry === nothing ? nothing : html`<div class="actions">${retry}</div>`}
    </div>
  </div>`;
}
