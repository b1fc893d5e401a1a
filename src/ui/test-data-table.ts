import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../connect/index.js';
import type { TestDataEntry } from '../contract/index.js';
import type { shared } from '../i18n/en/shared.js';
import type { testData } from '../i18n/en/test-data.js';
import type { Copier } from './copier.js';
import { copyButton } from './copy-button.js';
import { icon, infoIcon } from './icon.js';

export interface TestDataTableOptions {
  words: Words<{ testData: typeof testData; shared: typeof shared }>;
  /** The entries to show, each with a key that stays its own whichever others are shown. */
  rows: readonly (readonly [key: string, entry: TestDataEntry])[];
  copier: Copier;
  /** `value` is the node that shows the value. */
  onCopy: (key: string, entry: TestDataEntry, value: Element) => void;
  /** The id of its title in the same root. */
  labelledBy: string;
}

/**
 * The provider's test data, to be read and copied. Roles are written out, for rows that are shown
 * as blocks in a narrow card are no rows to some browsers any more.
 */
export function testDataTable(options: TestDataTableOptions) {
  const { words, rows, labelledBy } = options;
  return html`<table class="data" part="table" role="table" aria-labelledby=${labelledBy}>
    <thead role="rowgroup">
      <tr role="row">
        ${(['type', 'name', 'description', 'value'] as const).map(
          (column) =>
            html`<th scope="col" role="columnheader" class=${column}>
              ${words.say(`testData.${column}`)}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ([key]) => key,
        ([key, entry]) => renderRow(key, entry, options),
      )}
    </tbody>
  </table>`;
}

function renderRow(key: string, entry: TestDataEntry, options: TestDataTableOptions) {
  const { words, copier, onCopy } = options;
  const { type, description, value } = entry;
  // A row needs a header, also where a host gave it none.
  const name = entry.name || '–';
  const copy = (event: Event) =>
    onCopy(key, entry, (event.currentTarget as Element).previousElementSibling!);
  return html`<tr role="row" part="row">
    <td role="cell" class="type"><span class="tag">${type}</span></td>
    <th scope="row" role="rowheader" class="name"><span class="mono">${name}</span></th>
    <td role="cell" class="description"><bdi>${description}</bdi></td>
    <td role="cell" class="value">
      <div class="value-box">
        <span class="mono" part="value">${value}</span>
        ${copyButton({ words, copier, key, name, onPress: copy })}
      </div>
      ${
        copier.blocked === key
          ? html`<p class="blocked">${icon(infoIcon)}${words.say('shared.copyBlocked')}</p>`
          : nothing
      }
    </td>
  </tr>`;
}
