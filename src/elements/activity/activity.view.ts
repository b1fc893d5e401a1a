import { html, nothing } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import type { ReadController, Words } from '../../connect/index.js';
import type { activity } from '../../i18n/en/activity.js';
import type { errors } from '../../i18n/en/errors.js';
import type { shared } from '../../i18n/en/shared.js';
import { activityList } from '../../ui/activity-list.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { clockIcon, icon } from '../../ui/icon.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import type { Feed } from './feed.js';

export interface ActivityModel {
  words: Words<{ activity: typeof activity; shared: typeof shared; errors: typeof errors }>;
  feed: Feed | undefined;
  error: PipelineError | undefined;
  isLoading: boolean;
  /** Where nothing is known of the subscription. */
  isMissing: boolean;
  load: LoadNotice;
  older: Pick<ReadController<void>, 'error' | 'isLoading'>;
  onRetry: () => void;
  onMore: () => void;
}

export function renderActivity(model: ActivityModel) {
  const { words, feed } = model;
  return html`<section class="card" part="card" aria-labelledby="title">
    <header class="head">
      ${icon(clockIcon)}
      <h3 class="title" part="title" id="title">${words.say('activity.title')}</h3>
    </header>
    <div class="body">
      ${renderFailure(model)}
      ${feed ? renderFeed(feed, model) : model.error ? nothing : renderMissing(model)}
    </div>
  </section>`;
}

/** Instead of the list, or above one that may be out of date. */
function renderFailure({ words, feed, error, isLoading, onRetry }: ActivityModel) {
  if (!error) return nothing;
  const title = words.say('activity.failed');
  return failure({ words, error, title, isStale: !!feed, onRetry, pending: isLoading });
}

function renderFeed({ entries, nextCursor }: Feed, { words, older, onMore }: ActivityModel) {
  if (entries.length === 0) return html`<p class="muted">${words.say('activity.empty')}</p>`;
  const { error, isLoading } = older;
  return html`${activityList(entries, words)}
  ${
    error
      ? failure({
          words,
          error,
          title: words.say('activity.moreFailed'),
          onRetry: onMore,
          pending: isLoading,
        })
      : nextCursor === null
        ? nothing
        : button({
            label: words.say('activity.more'),
            look: 'compact more',
            part: 'more',
            pending: isLoading,
            onPress: onMore,
          })
  }`;
}

function renderMissing({ words, isMissing, load }: ActivityModel) {
  if (isMissing) return load.failed(words.say('activity.failed'));
  return html`${load.waiting()}
    <div class="events" aria-busy="true">
      ${[1, 2, 3].map(
        () =>
          html`<div class="waiting">
            <span class="event-mark"></span>
            <div><span class="skeleton what"></span><span class="skeleton when"></span></div>
          </div>`,
      )}
    </div>`;
}
