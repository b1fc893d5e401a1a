import type { PipelineError } from '../../adapter/index.js';
import type { Words } from '../../connect/words-controller.js';
import type { DecisionAction, Outcome, ReviewDetail } from '../../contract/index.js';
import type { activity } from '../../i18n/en/activity.js';
import type { reviewErrors } from '../../i18n/en/review-errors.js';
import type { outcome } from '../../i18n/en/outcome.js';
import type { panelPart } from '../../i18n/en/panel-part.js';
import type { panel } from '../../i18n/en/panel.js';
import type { shared } from '../../i18n/en/shared.js';
import type { testData } from '../../i18n/en/test-data.js';
import type { Copier } from '../../ui/copier.js';
import type { AnswerGroup } from './answers-diff.js';
import type { ReviewNotes } from './notes-keeper.js';
import type { Failure } from './sight.js';
import type { ReviewTemplate } from './templates.js';

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
  showsTemplates?: boolean;
  /** The notes as they were before a template went in. */
  undo?: string | undefined;
  /** What the preview shows as decided. */
  previewed?: Outcome | undefined;
}

export type PanelSections = {
  panel: typeof panel;
  shared: typeof shared;
  errors: typeof reviewErrors;
};
export type PanelWords = Words<PanelSections>;
/** With those that are said of an open submission. */
export type DetailWords = Words<
  PanelSections & {
    panel: typeof panelPart;
    activity: typeof activity;
    testData: typeof testData;
    outcome: typeof outcome;
  }
>;

/** What is shown while there is no submission to show. */
export interface PanelModel {
  id: string;
  error: PipelineError | undefined;
  isLoading: boolean;
  /** Where a decision failed that the reviewer has left already, and its name. */
  unseen: [id: string, name: string] | undefined;
  words: PanelWords;
  select: (submissionId: string) => void;
  retry: () => void;
}

/** An open submission. */
export interface DetailModel extends PanelModel, PanelState {
  /** What is on the screen. */
  detail: ReviewDetail;
  /** A newer version that waits to be looked at. */
  news: ReviewDetail | undefined;
  groups: AnswerGroup[];
  /** What the reviewer wrote and has not sent. */
  written: ReviewNotes;
  /** The decision under way; `other` when it is about another submission. */
  sending: DecisionAction | 'other' | undefined;
  failure: Failure | undefined;
  now: number;
  targetHours: number;
  /** A reload would lose what was written. */
  isUnkept: boolean;
  templates: readonly ReviewTemplate[];
  shortcuts: boolean;
  words: DetailWords;
  copier: Copier;
  /** `focus` is the id of what the reviewer goes on with. */
  change: (change: Partial<PanelState>, focus?: string) => void;
  write: (written: ReviewNotes) => void;
  ask: (act: DecisionAction) => void;
  decide: (act: DecisionAction) => void;
  lookAtNews: () => void;
  discard: () => void;
  insert: (template: ReviewTemplate) => void;
  /** To another attempt, with what was written. */
  goOn: (submissionId: string) => void;
  /** `node` shows the value; else the element with the id `key` does. */
  copy: (key: string, value: string, name: string, node?: Node) => void;
}
