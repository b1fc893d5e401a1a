import { html } from 'lit';
import { button } from '../../ui/button.js';
import type { ModalOptions } from '../../ui/modal.js';
import type { SubmissionWords } from './submission.js';

/** Asks before what is saved nowhere is left. */
export const askToLeave = (
  words: SubmissionWords,
  onLeave: () => void,
  onStay: () => void,
): ModalOptions => ({
  labelledBy: 'leave-title',
  describedBy: 'leave-why',
  alert: true,
  onCancel: onStay,
  content: html`<div class="head">
      <h3 class="title" id="leave-title">${words.say('submission.leaveTitle')}</h3>
    </div>
    <p class="body" id="leave-why">${words.say('submission.leaveWhy')}</p>
    <div class="foot">
      ${button({ label: words.say('submission.leave'), onPress: onLeave })}
      ${button({
        label: words.say('submission.stay'),
        look: 'primary',
        autofocus: true,
        onPress: onStay,
      })}
    </div>`,
});
