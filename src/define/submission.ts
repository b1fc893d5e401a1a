import { SubmissionForm } from '../elements/submission/submission.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.submission, SubmissionForm);

declare global {
  interface HTMLElementTagNameMap {
    'golive-submission': SubmissionForm;
  }
}
