import { ActivityLog } from '../elements/activity/activity.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.activity, ActivityLog);

declare global {
  interface HTMLElementTagNameMap {
    'golive-activity': ActivityLog;
  }
}
