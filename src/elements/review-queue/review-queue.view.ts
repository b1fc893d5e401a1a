import { html, nothing } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { checkCircleIcon, icon, plusIcon, searchIcon } from '../../ui/icon.js';
import { tabList } from '../../ui/tab-list.js';
import { renderFilters } from './filters.view.js';
import type { QueueModel, QueueWords } from './model.js';
import { countOf, isNarrowed, statesOf, tabs, type QueueTab } from './queue-filters.js';
import { renderRows } from './rows.view.js';

export function renderQueue(model: QueueModel) {
  const { words, view, tab, onFilter } = model;
  const { counts, items, error } = view;
  const isSettling = view.loading === 'show';
  return html`${tabList({
      label: words.say('queue.states'),
      tabs: tabs.map((id) => ({
        id,
        name: words.say(`queue.${id}`),
        count: counts && words.format.number(countOf(counts, id)),
      })),
      selected: tab,
      controls: 'list',
      onSelect: (id) => onFilter({ state: statesOf(id as QueueTab) }),
    })}
    ${renderFilters(model)}
    <div
      id="list"
      class=${isSettling ? 'settling' : ''}
      role="tabpanel"
      tabindex="-1"
      aria-labelledby=${tab ?? nothing}
      aria-busy=${isSettling || !(items ?? error) ? 'true' : 'false'}
    >
      ${items && view.news ? renderNews(model, view.news) : nothing}
      ${view.failed && view.failed !== 'more' ? renderFailure(model) : nothing}
      ${
        items
          ? items.length > 0
            ? [renderRows(model, items), renderFoot(model, items.length)]
            : renderEmpty(model)
          : error
            ? nothing
            : renderSkeleton(words)
      }
    </div>`;
}

/** Why the list is not there, or may be out of date, or does not go on. */
function renderFailure({ view, words, onReload, onMore }: QueueModel) {
  const isMore = view.failed === 'more';
  return html`<div class="message">
    ${failure({
      words,
      error: view.error!,
      title: words.say(isMore ? 'queue.moreFailed' : view.items ? 'shared.stale' : 'queue.failed'),
      pending: view.loading === 'reload',
      onRetry: isMore ? onMore : onReload,
    })}
  </div>`;
}

const renderNews = ({ words, onNews }: QueueModel, count: number) =>
  html`<div class="news">
    ${button({
      label: words.say('queue.news', { count }),
      shape: plusIcon,
      look: 'compact',
      onPress: onNews,
    })}
  </div>`;

/** How much of the list is shown, and the way to more of it. */
function renderFoot(model: QueueModel, count: number) {
  const { view, words, tab, filters, onMore } = model;
  const { counts, hasMore, failed, loading } = view;
  return html`<div class="more">
      <p class="small muted num" id="shown">
        ${
          tab && counts && !isNarrowed(filters)
            ? words.say('queue.shownOf', { shown: count, total: countOf(counts, tab) })
            : words.say('queue.shown', { count })
        }
      </p>
      ${
        hasMore && failed !== 'more'
          ? button({
              label: words.say('queue.more'),
              look: 'compact',
              pending: loading === 'more',
              onPress: onMore,
            })
          : nothing
      }
    </div>
    ${failed === 'more' ? renderFailure(model) : nothing}`;
}

function renderEmpty({ words, filters, tab, onClear }: QueueModel) {
  const text = filters.q?.trim();
  const isSearch = isNarrowed(filters);
  const isWaiting = tab === 'waiting';
  const phrase = isSearch ? (text ? 'noMatch' : 'noMatchFilters') : isWaiting ? 'done' : 'nothing';
  const isMore = filters.plan || filters.submittedBefore;
  return html`<div class="empty">
    ${icon(isSearch ? searchIcon : checkCircleIcon, { size: 20 })}
    <p class="strong" id="shown">${words.say(`queue.${phrase}`, { text: text ?? '' })}</p>
    ${
      isSearch
        ? button({
            label: words.say(isMore ? 'queue.clearFilters' : 'queue.clear'),
            look: 'compact',
            onPress: onClear,
          })
        : isWaiting
          ? html`<p class="muted">${words.say('queue.doneWhy')}</p>`
          : nothing
    }
  </div>`;
}

function renderSkeleton(words: QueueWords) {
  return html`<span class="hidden-visually">${words.say('shared.loading')}</span>
    <ul>
      ${[1, 2, 3, 4].map(
        () =>
          html`<li class="waits">
            <span class="skeleton"></span><span class="skeleton aside"></span>
          </li>`,
      )}
    </ul>`;
}

/** What several are decided with did not come. */
export const renderBulkFailure = (words: QueueWords, error: PipelineError, onRetry: () => void) =>
  html`<div class="message">
    ${failure({ words, error, title: words.say('queue.bulkFailed'), onRetry })}
  </div>`;
