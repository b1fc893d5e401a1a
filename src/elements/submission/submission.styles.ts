import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';

/** The card; those of the form come with it. */
export const submissionStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  css`
    .act {
      display: grid;
      gap: var(--_s2);
    }
    .checks {
      overflow-wrap: anywhere;
    }
    .skeleton {
      inline-size: 60%;
      margin-block: 4px;
    }
  `,
];
