import { html, nothing } from 'lit';
import type { FiltersChangedEvent, SubmissionSelectEvent } from '../../connect/events.js';
import type { Words } from '../../connect/words-controller.js';
import type { desk } from '../../i18n/en/desk.js';
import type { errors } from '../../i18n/en/errors.js';
import type { shared } from '../../i18n/en/shared.js';
import { button } from '../../ui/button.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import { arrowStartIcon } from '../../ui/icon.js';
import { exported } from '../exported-parts.js';
import type { Kin } from '../kin.js';
import type { DeskKeys } from './desk-keys.js';
import type { ReviewDesk } from './review-desk.js';

export type DeskSections = {
  desk: typeof desk;
  shared: typeof shared;
  errors: typeof errors;
};

export interface DeskModel {
  /** What the page asks for. */
  page: Pick<ReviewDesk, 'submission' | 'filters' | 'targetHours' | 'plans' | 'templates'>;
  kin: Kin;
  /** One pane at a time. */
  isNarrow: boolean;
  /** The panel has to tell of a decision that failed once its submission was left. */
  hasUnseen: boolean;
  words: Words<DeskSections>;
  keys: Pick<DeskKeys, 'isOffered' | 'isOn' | 'showList'>;
  /** The list of the keys is on its way, and asked for. */
  isListPending: boolean;
  /** Why it is not there, and how to try again. */
  listFailure: Pick<FailureOptions, 'error' | 'onRetry'> | undefined;
  onLeaveQueue: (event: SubmissionSelectEvent) => void;
  onSelect: (event: SubmissionSelectEvent) => void;
  onFilters: (event: FiltersChangedEvent) => void;
  onBack: () => void;
  onUnseen: () => void;
}

/** Both panes are there always, so that neither loses its place. */
export function renderDesk(model: DeskModel) {
  const { page, isNarrow, hasUnseen, words, keys } = model;
  const { html } = model.kin;
  const { submission, filters, targetHours, plans, templates } = page;
  const { onLeaveQueue, onSelect, onFilters } = model;
  return html`<div
      class="desk ${submission ? 'open' : ''}"
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
          .targetHours=${targetHours}
          .plans=${plans}
          @golive-submission-select=${onLeaveQueue}
        ></golive-review-queue>
      </section>
      <section
        class="pane panel"
        id="panel"
        part="panel"
        aria-label=${words.say('desk.panel')}
        tabindex="-1"
        ?hidden=${isNarrow && !submission && !hasUnseen}
      >
        ${isNarrow && submission ? renderBack(model) : nothing}
        <golive-review-panel
          exportparts=${exported.reviewPanel}
          .submission=${submission}
          .targetHours=${targetHours}
          .templates=${templates}
          ?shortcuts=${keys.isOn}
          @toggle=${model.onUnseen}
        ></golive-review-panel>
      </section>
    </div>
    ${keys.isOffered ? renderKeysButton(model) : nothing}`;
}

const renderBack = ({ words, onBack }: DeskModel) =>
  html`<div class="back">
    ${button({
      label: words.say('desk.back'),
      shape: arrowStartIcon,
      flip: true,
      look: 'quiet compact',
      onPress: onBack,
    })}
  </div>`;

const renderKeysButton = ({ words, keys, isListPending, listFailure }: DeskModel) =>
  html`${
      listFailure
        ? failure({
            ...listFailure,
            words,
            title: words.say('desk.keysFailed'),
            pending: isListPending,
          })
        : nothing
    }
    <div class="keys-line">
      ${button({
        label: html`${words.say('desk.keys')} <kbd>?</kbd>`,
        look: 'quiet compact',
        part: 'keys',
        pending: isListPending,
        onPress: () => keys.showList(true),
      })}
    </div>`;
