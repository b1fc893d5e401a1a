import { html, nothing } from 'lit';
import type { Words } from '../../connect/index.js';
import type { readErrors } from '../../i18n/en/read-errors.js';
import type { shared } from '../../i18n/en/shared.js';
import type { stepper } from '../../i18n/en/stepper.js';
import { journeyOf, type JourneyStep } from '../../rules/journey.js';
import {
  checkIcon,
  eyeIcon,
  flaskIcon,
  icon,
  liveIcon,
  lockIcon,
  returnIcon,
  xIcon,
  type Shape,
} from '../../ui/icon.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import type { StepperSlice } from './stepper.js';

export interface StepperModel {
  slice: StepperSlice | undefined;
  words: Words<{ stepper: typeof stepper; shared: typeof shared; errors: typeof readErrors }>;
  load: LoadNotice;
}

/** The steps, or skeletons of them while nothing is known. */
export function renderStepper({ slice, words, load }: StepperModel) {
  if (slice?.error) return load.failed(words.say('stepper.failed'));
  if (!slice?.phase) return renderSkeleton(load);
  if (!slice.hasPipeline) return nothing;
  const { phase, changesRequested = false } = slice;
  return html`<ol class="steps" part="list" aria-label=${words.say('stepper.label')}>
    ${journeyOf({ phase, changesRequested }).map((step) => renderStep(step, slice, words))}
  </ol>`;
}

const looks = { changes_requested: 'warning', rejected: 'danger', reached: 'success' } as const;
const icons = { sandbox: flaskIcon, in_review: eyeIcon, production: lockIcon } as const;
const markIcons = { changes_requested: returnIcon, rejected: xIcon, reached: liveIcon } as const;

function renderStep(step: JourneyStep, slice: StepperSlice, words: StepperModel['words']) {
  const { id, state } = step;
  // Approved is not open yet where something is still to be done, such as to pay.
  const mark = step.mark === 'reached' && slice.locks?.length ? undefined : step.mark;
  const shape: Shape = mark ? markIcons[mark] : state === 'done' ? checkIcon : icons[id];
  return html`<li
    class="step ${state} ${mark ? looks[mark] : ''}"
    part="step"
    aria-current=${state === 'current' ? 'step' : nothing}
  >
    <span class="mark" part="mark">${icon(shape, { flip: mark === 'changes_requested' })}</span>
    <div>
      <div class="label" part="label">
        ${words.say(`shared.${id}`)}
        ${
          mark && mark !== 'reached'
            ? html`<span class="chip ${looks[mark]}"
                >${icon(markIcons[mark], { size: 14, flip: mark === 'changes_requested' })}${words.say(
                  `shared.${mark}`,
                )}</span
              >`
            : nothing
        }
      </div>
      <div class="detail" part="detail">${detailOf(step, slice, words)}</div>
    </div>
  </li>`;
}

/** The line under a step's name: what to do, since when, or how it ended. */
function detailOf(
  { id, state, mark }: JourneyStep,
  slice: StepperSlice,
  words: StepperModel['words'],
) {
  const { submission, review, locks, changesRequested } = slice;
  const decided = review ? words.format.date(review.decidedAt) : '';
  if (id === 'sandbox') {
    if (mark) return words.say('stepper.sandboxReturned');
    return words.say(state === 'done' ? 'stepper.sandboxDone' : 'stepper.sandboxNow');
  }
  if (id === 'in_review') {
    if (mark) return words.say('stepper.reviewRejected', { date: decided });
    if (state === 'done') {
      return review
        ? words.say('stepper.reviewDone', { date: decided })
        : words.say('stepper.reviewPassed');
    }
    if (!submission) return words.say('stepper.reviewLater');
    const { attempt, submittedAt } = submission;
    if (state === 'current') {
      return words.say('stepper.reviewNow', { date: words.format.date(submittedAt), attempt });
    }
    return changesRequested
      ? words.say('stepper.reviewReturned', { attempt, date: decided })
      : words.say('stepper.reviewLater');
  }
  if (state === 'later') return words.say('stepper.productionLater');
  return words.say(locks?.length ? 'stepper.productionPaymentDue' : 'stepper.productionNow');
}

function renderSkeleton(load: LoadNotice) {
  return html`<div class="steps" aria-busy="true">
      ${[1, 2, 3].map(
        () =>
          html`<div class="step">
            <span class="mark"></span>
            <div><span class="skeleton name"></span></div>
          </div>`,
      )}
    </div>
    ${load.waiting()}`;
}
