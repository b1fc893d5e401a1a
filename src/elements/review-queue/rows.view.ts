import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueItem } from '../../contract/index.js';
import { ageChip, ageOf } from '../../ui/age-chip.js';
import { alertIcon, chevronDownIcon, icon, pendingIcon, sortIcon } from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import type { QueueModel } from './model.js';
import { ariaSort, nextSort, type SortKey } from './queue-filters.js';
import { presentIn } from './queue-window.js';
import { canSelect, problemOf, shareOf } from './selection.js';

/**
 * One table at all widths. The roles are written out, for a table that is drawn as cards is none to
 * a browser.
 */
export function renderRows(model: QueueModel, items: readonly QueueItem[]) {
  const { view, words, tab, selection } = model;
  // No room for checkboxes where there would be none, as among what is decided.
  const canCheck = items.some(
    (item) => view.canBulk && (canSelect(item) || selection.has(item.submissionId)),
  );
  const dates = tab === 'waiting' ? 'open' : tab === 'all' || !tab ? 'both' : 'decided';
  // The same in all rows, and so said once.
  const labels = [
    words.say('queue.attemptColumn'),
    words.say('queue.decided'),
    words.say('queue.selectRow', { name: '' }),
    words.say('queue.plan', { plan: '' }),
  ];
  return html`<table
    role="table"
    class="${dates} ${canCheck ? 'bulk' : ''}"
    part="list"
    aria-label=${words.say('queue.label')}
  >
    <thead role="rowgroup">
      <tr role="row">
        ${canCheck ? renderCheckAll(model) : nothing}
        ${renderColumn(model, 'subscription', 'subscriptionName')}
        ${renderColumn(model, 'developer')} ${renderColumn(model, 'attemptColumn')}
        ${renderColumn(model, 'state')}
        ${dates === 'decided' ? nothing : renderColumn(model, 'submitted', 'submittedAt')}
        ${dates === 'open' ? nothing : renderColumn(model, 'decided', 'decidedAt')}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        ({ submissionId }) => submissionId,
        (item) => renderRow(item, model, { canCheck, dates, labels }),
      )}
    </tbody>
  </table>`;
}

type Column = 'subscription' | 'developer' | 'attemptColumn' | 'state' | 'submitted' | 'decided';

function renderColumn({ words, filters, onFilter }: QueueModel, name: Column, key?: SortKey) {
  const label = words.say(`queue.${name}`);
  const { sort = 'submittedAt' } = filters;
  const order = key && ariaSort(key, sort);
  return html`<th role="columnheader" scope="col" class=${name} aria-sort=${order ?? nothing}>
    ${
      key
        ? // Where rows are cards, nobody sees the button.
          html`<span class="label-only">${label}</span
            ><button
              type="button"
              class="bare sorter"
              @click=${() => onFilter({ sort: nextSort(key, sort) })}
            >
              ${label}${icon(order === 'none' ? sortIcon : chevronDownIcon, { size: 14 })}
            </button>`
        : label
    }
  </th>`;
}

function renderCheckAll({ words, view, selection, onCheckAll }: QueueModel) {
  const items = presentIn(view);
  if (!items.some(canSelect)) return html`<td role="cell" class="check"></td>`;
  const share = shareOf(selection, items);
  return html`<th role="columnheader" scope="col" class="check">
    <label
      ><input
        type="checkbox"
        class="box"
        id="check-all"
        .checked=${share === 'all'}
        .indeterminate=${share === 'some'}
        @click=${onCheckAll}
      /><span>${words.say('queue.selectAll')}</span></label
    >
  </th>`;
}

/** What holds for all rows. */
interface RowsLook {
  canCheck: boolean;
  dates: 'open' | 'both' | 'decided';
  labels: readonly string[];
}

/** One row. It is drawn again only when something in it reads differently. */
function renderRow(item: QueueItem, model: QueueModel, { canCheck, dates, labels }: RowsLook) {
  const { words, now, targetHours, selected, selection, view, onSelect, onCheck } = model;
  const { submissionId, submittedAt, decidedAt } = item;
  const isLeft = view.left?.has(submissionId) ?? false;
  const { phrase, tone, shape, flip = false } = reviewStates[item.state];
  const state = words.say(isLeft ? 'queue.left' : `shared.${phrase}`);
  const age = ageOf(words, submittedAt, now, targetHours);
  const submitted = decidedAt ? words.format.date(submittedAt) : age.text;
  const decided = decidedAt ? words.format.date(decidedAt) : '';
  const isOpen = submissionId === selected;
  const chosen = selection.get(submissionId);
  const code = problemOf(chosen, item);
  const problem =
    code &&
    (code === 'version_conflict' ? words.say('queue.changed') : words.sayCode('errors', code));
  const onClick = ({ target }: Event) => {
    if (!(target as Element).closest('.check')) onSelect(submissionId);
  };
  const check = () =>
    html`<td role="cell" class="check">
      ${
        chosen || (canSelect(item) && !isLeft)
          ? html`<label
              ><input
                type="checkbox"
                class="box"
                aria-describedby=${problem ? `problem-${submissionId}` : nothing}
                .checked=${chosen !== undefined}
                @click=${(event: MouseEvent) => onCheck(item, event.shiftKey)}
              /><span class="hidden-visually"
                >${words.say('queue.selectRow', { name: item.subscriptionName })}</span
              ></label
            >`
          : nothing
      }
    </td>`;
  return guard(
    [item, state, submitted, decided, ...labels, isOpen, isLeft, canCheck, chosen, problem, dates],
    () =>
      html`<tr
        role="row"
        class="item ${isLeft ? 'gone' : ''} ${decidedAt ? 'done' : ''}"
        part="row"
        aria-current=${isOpen ? 'true' : nothing}
        @click=${onClick}
      >
        ${canCheck ? check() : nothing}
        <th role="rowheader" scope="row" class="subscription">
          <button type="button" class="bare name" id="name-${submissionId}">
            <bdi>${item.subscriptionName}</bdi>
          </button>
          <span class="plan"
            >${words.compose('queue.plan', { plan: html`<bdi>${item.planName}</bdi>` })}</span
          >
        </th>
        <td role="cell" class="developer"><bdi>${item.developer}</bdi></td>
        <td role="cell" class="attempt" data-label=${labels[0]!}>
          ${words.format.number(item.attempt)}
        </td>
        <td role="cell" class="state">
          <span class="state-line ${isLeft ? '' : tone}"
            >${icon(isLeft ? pendingIcon : shape, { size: 14, flip, dashed: isLeft })}${state}</span
          >
          ${
            problem
              ? html`<span class="error" id="problem-${submissionId}"
                  >${icon(alertIcon, { size: 14 })}${problem}</span
                >`
              : nothing
          }
        </td>
        ${
          dates === 'decided'
            ? nothing
            : html`<td role="cell" class="submitted">${decidedAt ? submitted : ageChip(age)}</td>`
        }
        ${
          dates === 'open'
            ? nothing
            : html`<td role="cell" class="decided" data-label=${labels[1]!}>${decided}</td>`
        }
      </tr>`,
  );
}
