import { html, nothing } from 'lit';
import type { Draft, Form } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import {
  checkCircleIcon,
  checkIcon,
  clockIcon,
  commentIcon,
  eyeIcon,
  icon,
  pencilIcon,
  pendingIcon,
  sendIcon,
  xIcon,
  type Shape,
} from '../../ui/icon.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import type { Outliner } from './form-outline.js';
import type { SubmissionSlice } from './submission-slice.js';
import type { CardWords } from './submission.js';

export interface CardModel {
  slice: SubmissionSlice | undefined;
  words: CardWords;
  /** Undefined while it was not read, null where there is none. */
  form: Form | null | undefined;
  /** Of the form, once that was read. */
  outline: Outliner | undefined;
  draft: Draft | undefined;
  /** The form is on its way, or the submission. */
  isPending: boolean;
  /** What failed, and how to try again. */
  problem: Omit<FailureOptions, 'words'> | undefined;
  load: LoadNotice;
  onPress: () => void;
  /** It may well be pressed next. */
  onNear: () => void;
}

/** What is missing for a submission and the button to begin it, or what became of it. */
export function renderCard(model: CardModel) {
  const { slice, words, problem } = model;
  if (!slice?.isKnown) return renderUnknown(model);
  const failed = problem && failure({ words, ...problem });
  const { stage, isStale } = slice;
  if (!stage) return nothing;
  return html`<section class="card" part="card" aria-labelledby="title">
    <header class="head">
      ${icon(sendIcon, { flip: true })}
      <h3 class="title" id="title">${words.say('submission.title')}</h3>
      ${
        stage === 'open'
          ? nothing
          : html`<span class="chip ${stages[stage].tone}"
              >${icon(stages[stage].shape, { size: 14 })}${words.say(`shared.${stage}`)}</span
            >`
      }
    </header>
    <div class="body">
      ${
        stage === 'open'
          ? renderOpen(model, slice, failed)
          : stage === 'in_review'
            ? renderSent(model, slice)
            : html`<p>${words.say(`submission.${stage}`)}</p>`
      }
      ${isStale ? html`<p class="small muted">${words.say('shared.stale')}</p>` : nothing}
    </div>
  </section>`;
}

const stages = {
  in_review: { tone: 'info', shape: eyeIcon },
  approved: { tone: 'success', shape: checkIcon },
  rejected: { tone: 'danger', shape: xIcon },
} as const;

function renderSent({ words, onPress }: CardModel, { submission }: SubmissionSlice) {
  return html`<ul class="checks">
      ${
        submission &&
        renderCheck(
          checkCircleIcon,
          'success',
          words.say('submission.sent', { attempt: submission.attempt }),
          words.compose('submission.sentBy', {
            time: words.format.dateTime(submission.submittedAt),
            name: html`<bdi>${submission.submittedBy}</bdi>`,
          }),
        )
      }
      ${renderCheck(
        clockIcon,
        '',
        words.say('submission.waiting'),
        words.say('submission.waitingWhy'),
      )}
    </ul>
    ${button({
      id: 'begin',
      label: words.say('submission.submitted'),
      shape: checkIcon,
      look: 'block',
      unavailable: true,
      onPress,
    })}`;
}

function renderOpen(model: CardModel, slice: SubmissionSlice, failed: unknown) {
  const { words, form, draft, problem } = model;
  const { credentialsSince, refusal, hasForm, submission } = slice;
  // A form that no second try brings can't be opened.
  const isFormLost = hasForm && form === undefined && problem?.error.canRetry === false;
  const isAvailable = refusal === undefined && !isFormLost;
  const hint =
    !hasForm || form === null
      ? 'submission.hintStraight'
      : draft
        ? 'submission.hintDraft'
        : submission
          ? 'submission.hintLast'
          : 'submission.hintFresh';
  return html`<p class="muted">${words.say('submission.intro')}</p>
    <ul class="checks" aria-label=${words.say('submission.readiness')}>
      ${
        credentialsSince
          ? renderCheck(
              checkCircleIcon,
              'success',
              words.say('submission.credentialsMade'),
              words.format.date(credentialsSince),
            )
          : renderCheck(
              pendingIcon,
              '',
              words.say('submission.credentialsMissing'),
              words.say('submission.credentialsHow'),
            )
      }
      ${hasForm && form !== null ? renderFormCheck(model, slice) : nothing}
      ${renderNotesCheck(model, slice)}
    </ul>
    ${failed}
    <div class="act" @pointerenter=${model.onNear} @focusin=${model.onNear}>
      ${button({
        id: 'begin',
        part: 'submit',
        label: words.say('submission.title'),
        look: isAvailable && slice.isSandboxSound ? 'block primary' : 'block',
        pending: model.isPending,
        unavailable: !isAvailable,
        describedBy: 'why',
        onPress: model.onPress,
      })}
      <p class="small muted" id="why">
        ${
          refusal !== undefined
            ? words.sayCode('errors', refusal)
            : words.say(isFormLost ? 'submission.formFailed' : hint)
        }
      </p>
    </div>`;
}

/** One line of a list of checks: an icon, what it is about, and more of it. */
const renderCheck = (shape: Shape, tone: string, what: string, detail?: unknown) =>
  html`<li class=${tone}>
    ${icon(shape, { dashed: shape === pendingIcon })}
    <div>
      ${what}
      <div class="detail">${detail}</div>
    </div>
  </li>`;

function renderFormCheck(
  { form, outline, draft, problem, words, load }: CardModel,
  { submission }: SubmissionSlice,
) {
  const what = words.say('submission.form');
  if (!form) {
    const detail = problem ? nothing : html`${load.waiting()}<span class="skeleton"></span>`;
    return renderCheck(pendingIcon, '', what, detail);
  }
  const { steps, reached, fields } = outline!(draft);
  if (draft) {
    const detail = words.say('submission.draftStep', {
      time: words.format.dateTime(draft.updatedAt),
      step: reached,
      steps,
    });
    return renderCheck(pencilIcon, '', what, detail);
  }
  if (submission) {
    return renderCheck(
      checkCircleIcon,
      'success',
      words.say('submission.formDone'),
      words.say('submission.lastAnswers', { attempt: submission.attempt }),
    );
  }
  const detail = words.say('submission.formSize', {
    steps: words.say('submission.steps', { count: steps }),
    // Half a minute a question, as far as anyone can tell.
    minutes: words.say('submission.minutes', { count: Math.ceil(fields / 2) }),
  });
  return renderCheck(pendingIcon, '', what, detail);
}

function renderNotesCheck({ form, words }: CardModel, { returned }: SubmissionSlice) {
  const { notes, fieldNotes = [] } = returned ?? {};
  const count = fieldNotes.length || (notes?.trim() ? 1 : 0);
  if (!count) return nothing;
  const steps = form?.steps.filter(({ fields }) =>
    fieldNotes.some(({ fieldId }) => fields.some(({ id }) => id === fieldId)),
  );
  const detail = steps?.length
    ? words.say('submission.notesIn', {
        steps: words.format.list(steps.map(({ title }) => title)),
      })
    : undefined;
  return renderCheck(commentIcon, 'warning', words.say('submission.notes', { count }), detail);
}

const renderUnknown = ({ slice, words, load }: CardModel) =>
  html`<section class="card">
    <header class="head">
      ${icon(sendIcon, { flip: true })}
      <h3 class="title">${words.say('submission.title')}</h3>
    </header>
    ${
      slice?.error
        ? html`<div class="body">${load.failed(words.say('submission.failed'))}</div>`
        : html`<div class="sub">${load.waiting()}</div>
            <div class="body" aria-busy="true">
              ${[1, 2, 3].map(() => html`<span class="skeleton"></span>`)}
            </div>`
    }
  </section>`;
