import { ReviewQueue } from '../elements/review-queue/review-queue.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.reviewQueue, ReviewQueue);

declare global {
  interface HTMLElementTagNameMap {
    'golive-review-queue': ReviewQueue;
  }
}
