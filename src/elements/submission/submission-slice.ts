import { selectMissing } from '../../connect/missing.js';
import type { Snapshot } from '../../contract/index.js';
import { isApproved, isInReview, isRejected } from '../../rules/journey.js';
import { permit } from '../../rules/permit.js';
import { isExpired, isUndelivered } from '../../rules/transitions.js';
import type { StoreState } from '../../store/index.js';

type Stage = 'open' | 'in_review' | 'approved' | 'rejected';

/** What the submission shows of its subscription, and nothing else. */
export function selectSubmission({ snapshot }: Pick<StoreState, 'snapshot'>) {
  const { value, error } = snapshot;
  const sandbox = value?.credentials.sandbox ?? null;
  const permission = value && permit(value, 'submit');
  return {
    ...selectMissing(snapshot),
    isStale: Boolean(value && error),
    /** Undefined where there is no pipeline. */
    stage:
      value && permission && value.plan.hasPipeline ? stageOf(value, permission.ok) : undefined,
    refusal: permission?.ok === false ? permission.code : undefined,
    mayKeepDraft: Boolean(value && permit(value, 'save_draft').ok),
    credentialsSince: sandbox?.createdAt,
    /** Whether there is nothing to mend in the sandbox before. */
    isSandboxSound: !isUndelivered(sandbox) && !isExpired(sandbox),
    hasForm: value?.hasForm ?? false,
    formVersion: value?.formVersion,
    submission: value?.submission,
    /** What a reviewer asked for in the last attempt. */
    returned: value?.review?.outcome === 'approved' ? undefined : value?.review,
  };
}
export type SubmissionSlice = ReturnType<typeof selectSubmission>;

/** Where it stands for whoever submits; what the host allows is open, whatever the phase. */
function stageOf(value: Snapshot, isAllowed: boolean): Stage {
  if (isAllowed) return 'open';
  if (isApproved(value)) return 'approved';
  if (isInReview(value)) return 'in_review';
  return isRejected(value) ? 'rejected' : 'open';
}
