import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { activityList } from '../../ui/activity-list.js';
import { button } from '../../ui/button.js';
import { chevronDownIcon } from '../../ui/icon.js';
import { testDataTable } from '../../ui/test-data-table.js';
import { renderAttempts } from './attempts.view.js';
import { renderCredentials } from './credentials.view.js';
import type { DetailModel } from './model.js';

/** What stands below the answers. */
export function renderMore(model: DetailModel, detail: ReviewDetail) {
  const { activity } = detail;
  return html`${renderTestData(model, detail)} ${renderCredentials(model, detail)}
  ${
    activity.length > 0
      ? html`<section class="part">
          <h3 class="title">${model.words.say('panel.history')}</h3>
          ${renderAttempts(model, detail)} ${activityList(activity, model.words)}
        </section>`
      : nothing
  }`;
}

function renderTestData(model: DetailModel, { testData }: ReviewDetail) {
  const { words, showsTestData = false, copier, copy, change } = model;
  const count = testData.length;
  return html`<section class="part">
    <header class="line">
      <h3 class="title" id="data">${words.say('panel.testData')}</h3>
      <span class="small muted num"
        >${count ? words.say('panel.entries', { count }) : words.say('testData.empty')}</span
      >
      ${
        count
          ? button({
              label: words.say(showsTestData ? 'panel.hide' : 'panel.show'),
              shape: chevronDownIcon,
              look: 'compact quiet end',
              describedBy: 'data',
              expanded: showsTestData,
              onPress: () => change({ showsTestData: !showsTestData }),
            })
          : nothing
      }
    </header>
    ${
      showsTestData
        ? testDataTable({
            words,
            copier,
            labelledBy: 'data',
            rows: testData.map((entry, at) => [String(at), entry]),
            onCopy: (key, entry, node) => copy(key, entry.value, entry.name, node),
          })
        : nothing
    }
  </section>`;
}
