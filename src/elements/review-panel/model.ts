import type { PipelineError } from '../../adapter/index.js';
import type { Words } from '../../connect/words-controller.js';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import type { activity } from '../../i18n/en/activity.js';
import type { errors } from '../../i18n/en/errors.js';
import type { panel } from '../../i18n/en/panel.js';
import type { shared } from '../../i18n/en/shared.js';
import type { testData } from '../../i18n/en/test-data.js';
import type { Copier } from '../../ui/copier.js';
import type { AnswerGroup } from './answers-diff.js';
import type { ReviewNotes } from './notes-keeper.js';
import type { Failure } from './sight.js';

/** What the reviewer opened, or was told to mend. */
export interface PanelState {
  /** The decision that has to be confirmed. */
  asked?: DecisionAction | undefined;
  /** The field whose note is being written. */
  composing?: string | undefined;
  /** Notes are required and not there. */
  isMissing?: boolean;
  onlyChanges: boolean;
  showsTestData?: boolean;
}

export interface PanelModel extends PanelState {
  id: string;
  /** What is on the screen. */
  detail: ReviewDetail | undefined;
  /** A newer version that waits to be looked at. */
  news: ReviewDetail | undefined;
  groups: AnswerGroup[];
  /** What the reviewer wrote and has not sent. */
  written: ReviewNotes;
  error: PipelineError | undefined;
  isLoading: boolean;
  /** The decision under way; `other` when it is about another submission. */
  sending: DecisionAction | 'other' | undefined;
  failure: Failure | undefined;
  now: number;
  targetHours: number;
  words: Words<{
    panel: typeof panel;
    shared: typeof shared;
    errors: typeof errors;
    activity: typeof activity;
    testData: typeof testData;
  }>;
  copier: Copier;
  /** `focus` is the id of what the reviewer goes on with. */
  change: (change: Partial<PanelState>, focus?: string) => void;
  write: (written: ReviewNotes) => void;
  ask: (act: DecisionAction) => void;
  decide: (act: DecisionAction) => void;
  lookAtNews: () => void;
  discard: () => void;
  /** `node` shows the value; else the element with the id `key` does. */
  copy: (key: string, value: string, name: string, node?: Node) => void;
  select: (submissionId: string) => void;
  retry: () => void;
}
