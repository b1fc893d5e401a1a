import { html, nothing } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import type { Words } from '../../connect/index.js';
import type { errors } from '../../i18n/en/errors.js';
import type { shared } from '../../i18n/en/shared.js';
import type { testData } from '../../i18n/en/test-data.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { icon, tableIcon } from '../../ui/icon.js';
import { link } from '../../ui/link.js';
import { searchBox } from '../../ui/search-box.js';
import { testDataTable, type TestDataTableOptions } from '../../ui/test-data-table.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import type { Row } from './search.js';

type TestDataWords = Words<{
  testData: typeof testData;
  shared: typeof shared;
  errors: typeof errors;
}>;

export interface TestDataModel extends Pick<TestDataTableOptions, 'copier' | 'onCopy'> {
  words: TestDataWords;
  docs: string | undefined;
  isOpen: boolean;
  query: string;
  /** The entries that match; undefined while none are known. */
  rows: Row[] | undefined;
  total: number | undefined;
  error: PipelineError | undefined;
  isLoading: boolean;
  load: LoadNotice;
  onToggle: () => void;
  onRetry: () => void;
  onSearch: (query: string) => void;
  onClear: () => void;
}

/** `8 entries`, or `1 of 8` where a search leaves some out. */
export const countText = (shown: number, total: number, words: TestDataWords) =>
  shown < total
    ? words.say('testData.matching', { shown, total })
    : words.say('testData.count', { count: total });

export function renderTestData(model: TestDataModel) {
  const { words, rows, total, isOpen, onToggle } = model;
  return html`<section class="card" part="card" aria-labelledby="title">
    <header class="head alone">
      ${icon(tableIcon)}
      <h3 class="title" part="title" id="title">${words.say('testData.title')}</h3>
      ${rows && total ? html`<span class="small muted num">${countText(rows.length, total, words)}</span>` : nothing}
      <div class="end">
        ${isOpen && total ? renderSearch(model) : nothing}
        ${button({
          label: words.say(isOpen ? 'testData.hide' : 'testData.view'),
          id: 'toggle',
          part: 'button',
          expanded: isOpen,
          onPress: onToggle,
        })}
      </div>
    </header>
    ${isOpen ? renderBody(model) : nothing}
  </section>`;
}

function renderSearch({ words, query, onSearch }: TestDataModel) {
  const label = words.say('testData.search');
  return searchBox({
    label,
    placeholder: label,
    value: query,
    onInput: onSearch,
    part: 'search',
  });
}

function renderBody(model: TestDataModel) {
  const { words, rows, total, error, isLoading, load, onRetry } = model;
  const failed = error
    ? html`<div class="failed">
        ${failure({
          words,
          error,
          title: words.say('testData.failed'),
          isStale: !!rows,
          onRetry,
          pending: isLoading,
        })}
      </div>`
    : nothing;
  if (!rows) return error ? failed : renderSkeleton(load);
  return [failed, total ? renderRows(rows, model) : renderEmpty(model)];
}

function renderRows(rows: Row[], { words, copier, onCopy, query, onClear }: TestDataModel) {
  if (rows.length > 0) return testDataTable({ words, rows, copier, onCopy, labelledBy: 'title' });
  return html`<div class="empty searched">
    <p class="muted">
      ${words.compose('testData.noMatch', { query: html`<bdi>${query.trim()}</bdi>` })}
    </p>
    ${button({ label: words.say('testData.clear'), look: 'compact', onPress: onClear })}
  </div>`;
}

function renderEmpty({ words, docs }: TestDataModel) {
  return html`<div class="empty">
    <p class="muted">${words.say('testData.empty')}</p>
    ${link({ href: docs, label: words.say('testData.docs'), look: 'link small', external: true })}
  </div>`;
}

function renderSkeleton(load: LoadNotice) {
  return html`${load.waiting()}
    <div aria-busy="true">
      ${[1, 2, 3].map(
        () =>
          html`<div class="waiting">
            <span class="skeleton"></span><span class="skeleton"></span>
          </div>`,
      )}
    </div>`;
}
