import { html, nothing } from 'lit';
import type { QueueState, ReviewDetail } from '../../contract/index.js';
import { isInReview } from '../../rules/journey.js';
import { button } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { reviewStates } from '../../ui/review-state.js';
import type { DetailModel } from './model.js';

export interface KnownAttempt {
  attempt: number;
  /** Absent where nobody told it. */
  id?: string;
  submittedAt?: string;
  state?: QueueState;
}

/** The attempts that a submission tells of, the newest first. */
export function attemptsOf(detail: ReviewDetail): KnownAttempt[] {
  const { submission, previous, snapshot, activity } = detail;
  const known = new Map<number, KnownAttempt>();
  const learn = (attempt: number, facts: Omit<KnownAttempt, 'attempt'>) =>
    known.set(attempt, { ...known.get(attempt), attempt, ...facts });

  for (const { attempt, kind, at } of activity.toReversed()) {
    if (attempt === undefined) continue;
    if (kind === 'submitted') learn(attempt, { submittedAt: at });
    else if (kind in reviewStates) learn(attempt, { state: kind as QueueState });
  }
  const latest = snapshot.submission;
  if (latest) {
    const { id, attempt, submittedAt } = latest;
    learn(attempt, { id, submittedAt, ...(isInReview(snapshot) ? { state: 'waiting' } : {}) });
  }
  for (const each of [previous, submission]) {
    if (!each) continue;
    const { id, attempt, submittedAt, review } = each;
    learn(attempt, { id, submittedAt, state: review?.outcome ?? 'waiting' });
  }
  return [...known.values()].toSorted((one, other) => other.attempt - one.attempt);
}

/** Each attempt with how it ended, and the way to it. Nothing where there is but one. */
export function renderAttempts({ words, select }: DetailModel, detail: ReviewDetail) {
  const attempts = attemptsOf(detail);
  if (attempts.length < 2) return nothing;
  return html`<ul class="attempts num" aria-label=${words.say('panel.attempts')}>
    ${attempts.map(({ attempt, id, submittedAt, state }) => {
      const isOpen = id === detail.submission.id;
      const look = state && reviewStates[state];
      return html`<li aria-current=${isOpen ? 'true' : nothing}>
        <span class="strong">${words.say('panel.attempt', { attempt })}</span>
        ${
          look
            ? html`<span class="chip ${look.tone}"
                >${icon(look.shape, { size: 14, flip: look.flip ?? false })}${words.say(
                  `shared.${look.phrase}`,
                )}</span
              >`
            : nothing
        }
        <span class="small muted">
          ${submittedAt ? html`<bdi>${words.format.dateTime(submittedAt)}</bdi>` : nothing}
        </span>
        ${
          isOpen
            ? html`<span class="small muted end">${words.say('panel.shownHere')}</span>`
            : id
              ? button({
                  label: words.say('panel.open'),
                  name: words.say('panel.openAttempt', { attempt }),
                  look: 'compact end',
                  onPress: () => select(id),
                })
              : nothing
        }
      </li>`;
    })}
  </ul>`;
}
