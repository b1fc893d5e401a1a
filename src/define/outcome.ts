import { OutcomeNotice } from '../elements/outcome/outcome.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.outcome, OutcomeNotice);

declare global {
  interface HTMLElementTagNameMap {
    'golive-outcome': OutcomeNotice;
  }
}
