import {
  checkAnswers,
  type Answers,
  type DraftBody,
  type Form,
  type SubmissionBody,
} from '../../contract/index.js';
import { record } from './activity.js';
import { isoOf, type SubscriptionContext } from './context.js';
import { HostProblem, pointerOf } from './problem.js';
import { touchQueue } from './queue-index.js';
import { obeyRules } from './rule.js';
import { formKeyOf, latestSubmission, nextId, planOf } from './state.js';

/** Keeps a draft; the last write wins and nothing in it is checked. Drafts are in no snapshot. */
export function saveDraft(context: SubscriptionContext, body: DraftBody): void {
  const { state, now, subscription } = context;
  obeyRules(context, 'save_draft');
  subscription.draft = { ...body, updatedAt: isoOf(now) };
  state.revision += 1;
}

/** Makes the next attempt of the answers and hands it to the reviewers. */
export function submit(context: SubscriptionContext, { answers, formVersion }: SubmissionBody) {
  const { state, now, subscription, account } = context;
  const { form } = planOf(state, subscription);
  const errors = wrongAnswers(form, answers);
  try {
    obeyRules(context, 'submit', { formVersion, answersFit: errors.length === 0 });
  } catch (thrown) {
    const isAnswers = thrown instanceof HostProblem && thrown.code === 'answers_invalid';
    throw isAnswers ? new HostProblem('answers_invalid', { errors }) : thrown;
  }
  const attempt = (latestSubmission(state, subscription)?.attempt ?? 0) + 1;
  const id = nextId(state, 'rev');
  state.submissions[id] = {
    id,
    version: 1,
    subscriptionId: subscription.id,
    attempt,
    formKey: form && formKeyOf(form),
    answers,
    submittedAt: isoOf(now),
    submittedBy: account.name,
    submitter: account.id,
    review: null,
  };
  // A submission keeps the form that it answered, whatever becomes of the plan's.
  if (form) state.forms[formKeyOf(form)] = form;
  subscription.submissionIds.push(id);
  subscription.draft = null;
  record(state, subscription, now, { kind: 'submitted', attempt, actor: account.name });
  touchQueue(state, subscription, state.submissions[id]);
}

function wrongAnswers(form: Form | null, answers: Answers) {
  const wrong = form
    ? checkAnswers(form, answers)
    : Object.keys(answers).map((fieldId) => ({ fieldId, code: 'unknown_field' }));
  return wrong.map(({ fieldId, code }) => ({ pointer: pointerOf(['answers', fieldId]), code }));
}
