import { nothing } from 'lit';
import type { NavigateEvent } from '../../connect/events.js';
import type { Words } from '../../connect/words-controller.js';
import type { Lane } from '../../contract/index.js';
import type { errors } from '../../i18n/en/errors.js';
import type { pipeline } from '../../i18n/en/pipeline.js';
import type { shared } from '../../i18n/en/shared.js';
import { failure } from '../../ui/failure.js';
import { exported } from '../exported-parts.js';
import type { Kin } from '../kin.js';
import { laneTabs } from './lane-tabs.js';
import type { PipelineSlice } from './pipeline.js';

export interface PipelineModel {
  slice: PipelineSlice | undefined;
  kin: Kin;
  words: Words<{ pipeline: typeof pipeline; shared: typeof shared; errors: typeof errors }>;
  /** One lane at a time. */
  isNarrow: boolean;
  /** The lane that is shown then. */
  lane: Lane;
  /** The submission's form takes all the room there is. */
  isFormOpen: boolean;
  onSelectLane: (lane: Lane) => void;
  onFormToggle: () => void;
  onNavigate: (event: NavigateEvent) => void;
  onRetry: () => void;
}

/** What is missing for all is said once, in place of all. */
export function renderPipeline(model: PipelineModel) {
  const { slice, words, isNarrow, lane, isFormOpen, onSelectLane, onNavigate, onRetry } = model;
  const { html } = model.kin;
  if (slice?.error) {
    return failure({
      words,
      error: slice.error,
      title: words.say('pipeline.failed'),
      pending: slice.isRetrying,
      onRetry,
    });
  }
  const hasPipeline = slice?.hasPipeline ?? true;
  const productionLeads = slice?.leading === 'production';
  return html`<div class=${isFormOpen ? 'page filling' : 'page'} @golive-navigate=${onNavigate}>
    ${hasPipeline ? renderProgress(model) : nothing}
    <div class="columns">
      <div class="lanes">
        ${
          isNarrow
            ? laneTabs({
                selected: lane,
                label: words.say('pipeline.lanes'),
                nameOf: (each) => words.say(`shared.${each}`),
                onSelect: onSelectLane,
              })
            : nothing
        }
        ${productionLeads ? renderLane('production', model) : nothing}
        ${renderLane('sandbox', model)}
        ${productionLeads ? nothing : renderLane('production', model)}
      </div>
      <div class="side">
        ${
          hasPipeline
            ? html`<golive-submission
                part="submission"
                exportparts=${exported.submission}
                @toggle=${model.onFormToggle}
              ></golive-submission>`
            : nothing
        }
        <golive-activity part="activity" exportparts=${exported.activity}></golive-activity>
      </div>
    </div>
  </div>`;
}

function renderProgress({ slice, kin }: PipelineModel) {
  const { html } = kin;
  return html`<golive-stepper part="stepper" exportparts=${exported.stepper}></golive-stepper>
    <golive-outcome
      class=${slice?.hasNews ? 'news' : ''}
      part="outcome"
      exportparts=${exported.outcome}
    ></golive-outcome>`;
}

function renderLane(lane: Lane, { kin, isNarrow, lane: selected }: PipelineModel) {
  const { html } = kin;
  return html`<div
    class="lane"
    id=${lane}
    role=${isNarrow ? 'tabpanel' : nothing}
    aria-labelledby=${isNarrow ? `${lane}-tab` : nothing}
    tabindex=${isNarrow ? 0 : nothing}
    ?hidden=${isNarrow && lane !== selected}
  >
    <golive-credential-card
      lane=${lane}
      part=${lane}
      exportparts=${exported.credentialCard}
    ></golive-credential-card>
    ${
      lane === 'sandbox'
        ? html`<golive-test-data
            part="test-data"
            exportparts=${exported.testData}
          ></golive-test-data>`
        : nothing
    }
  </div>`;
}
