import { css } from 'lit';
import { activityListStyles } from '../../ui/activity-list.styles.js';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';

export const activityStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  activityListStyles,
  css`
    .more {
      justify-self: start;
    }
    .waiting {
      display: grid;
      grid-template-columns: calc(var(--_icon) + 8px) minmax(0, 1fr);
      gap: var(--_s3);
      padding-block-end: var(--_s4);
    }
    .waiting:last-child {
      padding-block-end: 0;
    }
    .what {
      inline-size: 75%;
      margin-block-start: 6px;
    }
    .when {
      inline-size: 40%;
      margin-block-start: 8px;
    }
  `,
];
