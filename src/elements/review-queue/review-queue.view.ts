import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../../connect/words-controller.js';
import type { QueueFilters, QueueItem, QueueSort, QueueState } from '../../contract/index.js';
import { queueSort } from '../../contract/queue.js';
import type { errors } from '../../i18n/en/errors.js';
import type { queue } from '../../i18n/en/queue.js';
import type { shared } from '../../i18n/en/shared.js';
import { ageChip, ageOf } from '../../ui/age-chip.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { checkCircleIcon, icon, searchIcon, sortIcon } from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import { searchBox } from '../../ui/search-box.js';
import { tabList } from '../../ui/tab-list.js';
import { asAsked, type QueueView } from './queue-window.js';

export interface QueueModel {
  view: QueueView;
  filters: QueueFilters;
  selected: string | undefined;
  now: number;
  targetHours: number;
  words: Words<{ queue: typeof queue; shared: typeof shared; errors: typeof errors }>;
  onFilter: (change: QueueFilters) => void;
  onSearch: (text: string) => void;
  onClear: () => void;
  onSelect: (submissionId: string) => void;
  onMore: () => void;
  onReload: () => void;
}

/** Each tab with the name of its count. */
const tabs = {
  waiting: 'waiting',
  changes_requested: 'changesRequested',
  approved: 'approved',
  rejected: 'rejected',
} as const satisfies Record<QueueState, string>;

export function renderQueue(model: QueueModel) {
  const { words, view, onFilter } = model;
  const open = openTab(model);
  const isSettling = view.loading === 'show';
  return html`${tabList({
      label: words.say('queue.states'),
      tabs: (Object.keys(tabs) as QueueState[]).map((state) => ({
        id: state,
        name: words.say(`queue.${state}`),
        count: view.counts && words.format.number(view.counts[tabs[state]]),
      })),
      selected: open,
      controls: 'list',
      onSelect: (state) => onFilter({ state: [state as QueueState] }),
    })}
    ${renderFilters(model)}
    <div
      id="list"
      class=${isSettling ? 'settling' : ''}
      role="tabpanel"
      tabindex="-1"
      aria-labelledby=${open ?? nothing}
      aria-busy=${isSettling || !(view.items ?? view.error) ? 'true' : 'false'}
    >
      ${view.failed && view.failed !== 'more' ? renderFailure(model) : nothing}
      ${
        view.items
          ? view.items.length > 0
            ? renderRows(model, view.items)
            : renderEmpty(model)
          : view.error
            ? nothing
            : renderSkeleton(words)
      }
    </div>`;
}

/** The tab that is open; none when the page asks for several states at once. */
function openTab({ filters }: QueueModel): QueueState | undefined {
  const { state } = asAsked(filters);
  return state.length === 1 ? state[0] : undefined;
}

const isFiltered = ({ filters }: QueueModel) =>
  Boolean(asAsked(filters).q || filters.plan || filters.submittedBefore);

function renderFilters({ filters, words, onFilter, onSearch }: QueueModel) {
  const onSort = (event: Event) =>
    onFilter({ sort: (event.target as HTMLSelectElement).value as QueueSort });
  return html`<div class="filters" part="filters" role="search">
    ${searchBox({
      label: words.say('queue.search'),
      placeholder: words.say('queue.searchHint'),
      value: filters.q ?? '',
      onInput: onSearch,
    })}
    <label class="select-box">
      ${icon(sortIcon)}
      <span class="hidden-visually">${words.say('queue.sort')}</span>
      <select class="input quiet" @change=${onSort}>
        ${queueSort.options.map(
          (sort, first) =>
            html`<option value=${sort} ?selected=${filters.sort ? sort === filters.sort : !first}>
              ${words.say(`queue.${sort}`)}
            </option>`,
        )}
      </select>
    </label>
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

function renderRows(model: QueueModel, items: readonly QueueItem[]) {
  const { view, words, onMore } = model;
  const open = openTab(model);
  const count = items.length;
  return html`<ul part="list">
      ${repeat(
        items,
        ({ submissionId }) => submissionId,
        (item) => html`<li>${renderRow(item, model)}</li>`,
      )}
    </ul>
    <div class="more">
      <p class="small muted num" id="shown">
        ${
          open && view.counts && !isFiltered(model)
            ? words.say('queue.shownOf', { shown: count, total: view.counts[tabs[open]] })
            : words.say('queue.shown', { count })
        }
      </p>
      ${
        view.hasMore && view.failed !== 'more'
          ? button({
              label: words.say('queue.more'),
              look: 'compact',
              pending: view.loading === 'more',
              onPress: onMore,
            })
          : nothing
      }
    </div>
    ${view.failed === 'more' ? renderFailure(model) : nothing}`;
}

/** One row. It is drawn again only when something in it reads differently. */
function renderRow(item: QueueItem, { words, now, targetHours, selected, onSelect }: QueueModel) {
  const { phrase, tone, shape, flip = false } = reviewStates[item.state];
  const state = words.say(`shared.${phrase}`);
  const attempt = words.say('queue.attempt', { attempt: item.attempt });
  const age = ageOf(words, item.submittedAt, now, targetHours);
  const decided =
    item.decidedAt && words.say('queue.decided', { date: words.format.date(item.decidedAt) });
  const isSelected = item.submissionId === selected;
  return guard(
    [item, state, attempt, decided ?? age.text, isSelected],
    () =>
      html`<button
        type="button"
        class="bare row"
        part="row"
        aria-current=${isSelected ? 'true' : nothing}
        @click=${() => onSelect(item.submissionId)}
      >
        <bdi class="name">${item.subscriptionName}</bdi>
        ${decided ? html`<span class="aside">${decided}</span>` : ageChip(age)}
        <span class="about"
          >${words.compose('queue.about', {
            plan: html`<bdi>${item.planName}</bdi>`,
            developer: html`<bdi>${item.developer}</bdi>`,
          })}</span
        >
        <span class="state ${tone}">${icon(shape, { size: 14, flip })}${state}</span>
        <span class="aside">${attempt}</span>
      </button>`,
  );
}

function renderEmpty(model: QueueModel) {
  const { words, filters, onClear } = model;
  const { q } = asAsked(filters);
  const isSearch = isFiltered(model);
  const isWaiting = openTab(model) === 'waiting';
  const phrase = isSearch ? (q ? 'noMatch' : 'noMatchFilters') : isWaiting ? 'done' : 'nothing';
  return html`<div class="empty">
    ${icon(isSearch ? searchIcon : checkCircleIcon, { size: 20 })}
    <p class="strong" id="shown">${words.say(`queue.${phrase}`, { text: q })}</p>
    ${
      isSearch
        ? button({ label: words.say('queue.clear'), look: 'compact', onPress: onClear })
        : isWaiting
          ? html`<p class="muted">${words.say('queue.doneWhy')}</p>`
          : nothing
    }
  </div>`;
}

function renderSkeleton(words: QueueModel['words']) {
  return html`<span class="hidden-visually">${words.say('shared.loading')}</span>
    <ul>
      ${[1, 2, 3, 4].map(
        () =>
          html`<li class="row">
            <span class="skeleton"></span><span class="skeleton aside"></span>
          </li>`,
      )}
    </ul>`;
}
