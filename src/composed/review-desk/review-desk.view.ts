import { html, nothing } from 'lit';
import type { FiltersChangedEvent, SubmissionSelectEvent } from '../../connect/events.js';
import type { Words } from '../../connect/words-controller.js';
import type { QueueFilters } from '../../contract/index.js';
import type { desk } from '../../i18n/en/desk.js';
import { button } from '../../ui/button.js';
import { arrowStartIcon, eyeIcon, icon } from '../../ui/icon.js';
import { exported } from '../exported-parts.js';

export interface DeskModel {
  submission: string | undefined;
  filters: QueueFilters;
  /** One pane at a time. */
  isNarrow: boolean;
  words: Words<{ desk: typeof desk }>;
  onSelect: (event: SubmissionSelectEvent) => void;
  onFilters: (event: FiltersChangedEvent) => void;
  onBack: () => void;
}

/** Both panes are there always, so that neither loses its place. */
export function renderDesk(model: DeskModel) {
  const { submission, filters, isNarrow, words, onSelect, onFilters } = model;
  return html`<div
    class="desk"
    part="desk"
    @golive-submission-select=${onSelect}
    @golive-filters-changed=${onFilters}
  >
    <section
      class="pane queue"
      id="queue"
      part="queue"
      aria-label=${words.say('desk.queue')}
      tabindex="-1"
      ?hidden=${isNarrow && submission}
    >
      <golive-review-queue
        exportparts=${exported.reviewQueue}
        .selected=${submission}
        .filters=${filters}
      ></golive-review-queue>
    </section>
    <section
      class="pane panel"
      id="panel"
      part="panel"
      aria-label=${words.say('desk.panel')}
      tabindex="-1"
      ?hidden=${isNarrow && !submission}
    >
      ${submission ? renderPanel(submission, model) : renderEmpty(words)}
    </section>
  </div>`;
}

function renderPanel(submission: string, { isNarrow, words, onBack }: DeskModel) {
  return html`${
      isNarrow
        ? html`<div class="back">
            ${button({
              label: words.say('desk.back'),
              shape: arrowStartIcon,
              flip: true,
              look: 'quiet compact',
              onPress: onBack,
            })}
          </div>`
        : nothing
    }
    <golive-review-panel
      exportparts=${exported.reviewPanel}
      submission=${submission}
    ></golive-review-panel>`;
}

const renderEmpty = (words: DeskModel['words']) =>
  html`<div class="empty">
    ${icon(eyeIcon, { size: 20 })}
    <p class="strong">${words.say('desk.empty')}</p>
    <p class="muted">${words.say('desk.emptyHow')}</p>
  </div>`;
