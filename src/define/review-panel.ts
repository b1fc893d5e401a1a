import { ReviewPanel } from '../elements/review-panel/review-panel.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.reviewPanel, ReviewPanel);

declare global {
  interface HTMLElementTagNameMap {
    'golive-review-panel': ReviewPanel;
  }
}
