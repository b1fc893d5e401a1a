import type { PipelineAdapter, WriteOptions } from '../adapter/index.js';
import type {
  Action,
  Decision,
  DecisionAction,
  IssuedCredential,
  IssuedToken,
  Lane,
  Retirement,
  ReviewDetail,
  Rotation,
  Snapshot,
  SubmissionBody,
} from '../contract/index.js';
import { outcomeByAction } from '../contract/words.js';

/** What a reviewer decides: on which submission, at which version, with which words. */
export interface DecisionInput {
  submissionId: string;
  /** The version that the reviewer saw. */
  version: string;
  notes: string | null;
  fieldNotes: Decision['fieldNotes'];
}

/** The acts that a store runs. Drafts are kept without an act. */
export type Act = Exclude<Action, 'save_draft'>;

export type ActInput<A extends Act> = A extends `rotate_secret:${Lane}`
  ? Rotation
  : A extends `retire_secret:${Lane}`
    ? Retirement
    : A extends 'submit'
      ? SubmissionBody
      : A extends DecisionAction
        ? DecisionInput
        : undefined;

export type ActAnswer<A extends Act> = A extends
  `create_credentials:${Lane}` | `regenerate:${Lane}` | `rotate_secret:${Lane}`
  ? IssuedCredential
  : A extends `generate_token:${Lane}`
    ? IssuedToken
    : A extends 'submit'
      ? Snapshot
      : A extends DecisionAction
        ? ReviewDetail
        : undefined;

/** Whether an act ends a review, and so is about a submission and not about the subscription. */
export const isDecision = (act: Act): act is DecisionAction => Object.hasOwn(outcomeByAction, act);

/** Sends an act to the host. */
export async function perform(
  adapter: PipelineAdapter,
  subscriptionId: string,
  act: Act,
  input: unknown,
  options: WriteOptions,
): Promise<unknown> {
  if (isDecision(act)) {
    const { submissionId, version, notes, fieldNotes } = input as DecisionInput;
    const body = { outcome: outcomeByAction[act], notes: notes?.trim() ? notes : null, fieldNotes };
    return adapter.decide(submissionId, version, body, options);
  }
  if (act === 'submit') return adapter.submit(subscriptionId, input as SubmissionBody, options);
  const [verb, lane] = act.split(':') as [string, Lane];
  switch (verb) {
    case 'create_credentials':
      return adapter.createCredentials(subscriptionId, lane, options);
    case 'regenerate':
      return adapter.regenerate(subscriptionId, lane, options);
    case 'rotate_secret':
      return adapter.rotateSecret(subscriptionId, lane, input as Rotation, options);
    case 'retire_secret':
      return adapter.retireSecret(subscriptionId, lane, input as Retirement, options);
    default:
      return adapter.generateToken(subscriptionId, lane, options);
  }
}

/**
 * What an act changes, as a text to compare: when it differs after an answer got lost, the act was
 * done, and whoever asks for it again wants it done again.
 */
export function traceOf(act: Act, held: Snapshot | ReviewDetail | undefined): string {
  if (!held) return '';
  if ('submission' in held && 'testData' in held) return held.version;
  if (act === 'submit') return held.submission?.id ?? '';
  const credential = held.credentials[act.split(':')[1] as Lane];
  return credential ? [credential.id, ...credential.secrets.map(({ id }) => id)].join() : '';
}
