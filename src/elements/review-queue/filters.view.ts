import { html, nothing } from 'lit';
import type { QueueSort } from '../../contract/index.js';
import { queueSort } from '../../contract/queue.js';
import { chevronDownIcon, icon, sortIcon, type Shape } from '../../ui/icon.js';
import { searchBox } from '../../ui/search-box.js';
import type { QueueModel } from './model.js';
import { hoursBefore } from './queue-filters.js';

/** Search, age, plan and order; plans come with the first rows, and move nothing. */
export function renderFilters(model: QueueModel) {
  const { filters, words, now, targetHours, plans, onFilter, onSearch } = model;
  const { plan = '', submittedBefore = '' } = filters;
  const ages: [value: string, text: string][] = [
    ['', words.say('queue.anyAge')],
    [hoursBefore(now, targetHours), words.say('queue.overTarget')],
    [hoursBefore(now, 24), words.say('queue.overDay')],
    [hoursBefore(now, 168), words.say('queue.overWeek')],
  ];
  // A moment of the page's own, or one that was chosen an hour ago.
  if (!ages.some(([moment]) => moment === submittedBefore)) {
    const date = words.format.dateTime(submittedBefore);
    ages.push([submittedBefore, words.say('queue.before', { date })]);
  }
  return html`<div class="filters" part="filters" role="search">
    ${searchBox({
      label: words.say('queue.search'),
      placeholder: words.say('queue.searchHint'),
      value: filters.q ?? '',
      onInput: onSearch,
    })}
    <div class="choices">
      ${choice({
        id: 'age',
        label: words.say('queue.ageFilter'),
        // The target may be a day.
        options: ages.filter(
          ([moment], at) => ages.findIndex(([other]) => other === moment) === at,
        ),
        value: submittedBefore,
        onChoose: (value) => onFilter({ submittedBefore: value }),
      })}
      ${
        plans.length > 1 || plan
          ? choice({
              id: 'plan',
              label: words.say('queue.planFilter'),
              options: [
                ['', words.say('queue.anyPlan')],
                ...plans.map((name) => [name, name] as const),
              ],
              value: plan,
              onChoose: (value) => onFilter({ plan: value }),
            })
          : nothing
      }
      ${choice({
        id: 'sort',
        label: words.say('queue.sort'),
        look: 'quiet',
        shape: sortIcon,
        options: queueSort.options.map((sort) => [sort, words.say(`queue.${sort}`)]),
        value: filters.sort ?? 'submittedAt',
        onChoose: (value) => onFilter({ sort: value as QueueSort }),
      })}
    </div>
  </div>`;
}

interface Choice {
  id: string;
  label: string;
  look?: string;
  shape?: Shape;
  options: readonly (readonly [value: string, text: string])[];
  value: string;
  onChoose: (value: string) => void;
}

function choice({ id, label, look = '', shape = chevronDownIcon, ...rest }: Choice) {
  const { options, value, onChoose } = rest;
  return html`<label class="select-box by-${id}">
    ${icon(shape)}
    <span class="hidden-visually">${label}</span>
    <select
      class="input ${look}"
      id=${id}
      @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`,
      )}
    </select>
  </label>`;
}
