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
];
