import { ReviewDesk } from '../composed/review-desk/review-desk.js';
import { define } from './define.js';
import './review-panel.js';
import './review-queue.js';
import { tags } from './tags.js';

define(tags.reviewDesk, ReviewDesk);

declare global {
  interface HTMLElementTagNameMap {
    'golive-review-desk': ReviewDesk;
  }
}
