import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { outcomeNoticeStyles } from '../../ui/outcome-notice.styles.js';

export const outcomeStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  outcomeNoticeStyles,
  // A link of the page's looks as ours do, unless the page says otherwise.
  css`
    ::slotted(a) {
      color: var(--_accent);
    }
  `,
];
