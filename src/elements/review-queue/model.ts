import type { Words } from '../../connect/words-controller.js';
import type { QueueFilters, QueueItem } from '../../contract/index.js';
import type { reviewErrors } from '../../i18n/en/review-errors.js';
import type { queueBulk } from '../../i18n/en/queue-bulk.js';
import type { queue } from '../../i18n/en/queue.js';
import type { shared } from '../../i18n/en/shared.js';
import type { QueueTab } from './queue-filters.js';
import type { QueueView } from './queue-window.js';
import type { Selection } from './selection.js';

export type QueueSections = {
  queue: typeof queue;
  shared: typeof shared;
  errors: typeof reviewErrors;
};
export type QueueWords = Words<QueueSections>;
/** With those for several at once. */
export type BulkWords = Words<QueueSections & { queue: typeof queueBulk }>;

/** What the views of the queue draw, and whom they tell. */
export interface QueueModel {
  view: QueueView;
  filters: QueueFilters;
  tab: QueueTab | undefined;
  plans: readonly string[];
  /** The submission that is open. */
  selected: string | undefined;
  selection: Selection;
  now: number;
  targetHours: number;
  words: QueueWords;
  onFilter: (change: QueueFilters) => void;
  onSearch: (text: string) => void;
  onClear: () => void;
  onSelect: (submissionId: string) => void;
  /** A checkbox was pressed; with Shift for all rows since the last one. */
  onCheck: (item: QueueItem, isRange: boolean) => void;
  onCheckAll: () => void;
  onNews: () => void;
  onMore: () => void;
  onReload: () => void;
}
