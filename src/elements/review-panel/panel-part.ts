// Fetched for a submission to show; nothing but the loader may import it.
import { activity } from '../../i18n/en/activity.js';
import { outcome } from '../../i18n/en/outcome.js';
import { panelPart } from '../../i18n/en/panel-part.js';
import { testData } from '../../i18n/en/test-data.js';

export { Modal } from '../../ui/modal.js';
export { groupsOf } from './answers-diff.js';
export { renderDetail } from './detail.view.js';
export { panelPartStyles } from './panel-part.styles.js';
export { renderQuestion } from './question.view.js';
export { insertTemplate } from './templates.view.js';
export const panelPartWords = { panel: panelPart, activity, outcome, testData };
