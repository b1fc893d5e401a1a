import { html, nothing } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { alertIcon, eyeIcon, icon } from '../../ui/icon.js';
import type { PanelModel, PanelWords } from './model.js';

/** What stands in place of a submission: that none is open, that it is on its way, or why it is not there. */
export function renderNone({ id, unseen, words, ...model }: PanelModel) {
  if (!id && unseen) return nothing;
  if (!id) {
    return html`<div class="empty">
      ${icon(eyeIcon, { size: 20 })}
      <p class="strong">${words.say('panel.none')}</p>
      <p class="muted">${words.say('panel.noneWhy')}</p>
    </div>`;
  }
  const { error } = model;
  return error
    ? renderFailure({ ...model, words, error }, words.say('panel.failed'))
    : renderSkeleton(words);
}

export const renderFailure = (
  {
    words,
    error,
    isLoading,
    retry,
  }: Pick<PanelModel, 'words' | 'isLoading' | 'retry'> & { error: PipelineError },
  title: string,
) =>
  html`<div class="message">
    ${failure({ words, error, title, pending: isLoading, onRetry: retry })}
  </div>`;

/** A decision that failed behind the reviewer's back, and the way to it. */
export function renderUnseen({ unseen, words, select }: PanelModel) {
  if (!unseen) return nothing;
  const [id, name] = unseen;
  return html`<div class="notice slim banner warning" role="alert">
    ${icon(alertIcon)}
    <div class="line">
      <p class="title">${words.compose('panel.failedThere', { name: html`<bdi>${name}</bdi>` })}</p>
      ${button({
        label: words.say('panel.openFailed'),
        look: 'compact end',
        onPress: () => select(id),
      })}
    </div>
  </div>`;
}

function renderSkeleton(words: PanelWords) {
  return html`<div class="phead" aria-busy="true">
    <span class="hidden-visually">${words.say('shared.loading')}</span>
    ${[1, 2, 3].map(() => html`<span class="skeleton"></span>`)}
  </div>`;
}
