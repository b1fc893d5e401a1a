import type { PipelineError } from '../adapter/index.js';
import type { Phase, QueueFilters } from '../contract/index.js';
import type { Act } from '../store/index.js';

/** All events of the kit cross shadow borders, so that a page hears them at any ancestor. */
const CROSSING = { bubbles: true, composed: true } as const;

export interface ActionDetail {
  action: Act;
  /** What the person entered; never a secret. */
  input: unknown;
}

/** Before an act. A page may prevent it. */
export class ActionEvent extends CustomEvent<ActionDetail> {
  constructor(detail: ActionDetail) {
    super('golive-action', { ...CROSSING, cancelable: true, detail });
  }
}

export interface ChangedDetail {
  /** Absent when somebody else acted. */
  action?: Act;
  phase: Phase;
  version: string;
}

/** The server's word after an act, or after somebody else's. */
export class ChangedEvent extends CustomEvent<ChangedDetail> {
  constructor(detail: ChangedDetail) {
    super('golive-changed', { ...CROSSING, detail });
  }
}

export interface ErrorDetail {
  code: string;
  status?: number;
  action?: Act;
  /** The host's id of the request, for its logs. */
  requestId?: string;
  /** For engineers: where an answer does not fit, such as `getSnapshot: phase`; never a value. */
  detail?: string;
}

/** Something failed; told once, by the provider. */
export class PipelineErrorEvent extends CustomEvent<ErrorDetail> {
  constructor(
    {
      code,
      status,
      requestId,
      detail: about,
    }: Pick<PipelineError, 'code'> & Partial<PipelineError>,
    action?: Act,
  ) {
    const detail: ErrorDetail = { code };
    if (status !== undefined) detail.status = status;
    if (action !== undefined) detail.action = action;
    if (requestId !== undefined) detail.requestId = requestId;
    if (about !== undefined) detail.detail = about;
    super('golive-error', { ...CROSSING, detail });
  }
}

/** The host has to sign the person in again. */
export class AuthRequiredEvent extends CustomEvent<undefined> {
  constructor() {
    super('golive-auth-required', CROSSING);
  }
}

/** A reviewer chose a submission; none, by an empty id, on the way back to the queue. */
export class SubmissionSelectEvent extends CustomEvent<{ submissionId: string }> {
  constructor(submissionId: string) {
    super('golive-submission-select', { ...CROSSING, detail: { submissionId } });
  }
}

export interface NavigateDetail {
  target: 'submission' | 'production-credentials';
  /** The field of the submission to go to. */
  fieldId?: string;
}

/** The person wants to go on elsewhere in the page; a provider leads there unless it is prevented. */
export class NavigateEvent extends CustomEvent<NavigateDetail> {
  constructor(detail: NavigateDetail) {
    super('golive-navigate', { ...CROSSING, cancelable: true, detail });
  }
}

/** The queue's filters changed; a page may keep them in its address. */
export class FiltersChangedEvent extends CustomEvent<{ filters: QueueFilters }> {
  constructor(filters: QueueFilters) {
    super('golive-filters-changed', { ...CROSSING, detail: { filters } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'golive-action': ActionEvent;
    'golive-changed': ChangedEvent;
    'golive-error': PipelineErrorEvent;
    'golive-auth-required': AuthRequiredEvent;
    'golive-submission-select': SubmissionSelectEvent;
    'golive-navigate': NavigateEvent;
    'golive-filters-changed': FiltersChangedEvent;
  }
}
