import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { tabStyles } from '../../ui/tab.styles.js';
import { themeStyles } from '../theme.styles.js';

/** Lanes and a side column; one column where there is no room for two. */
export const pipelineStyles = [
  baseStyles,
  controlStyles,
  noticeStyles,
  tabStyles,
  themeStyles,
  css`
    .columns,
    .lanes,
    .lane,
    .side {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_s5);
      align-content: start;
    }
    [part='stepper'] {
      margin-block-end: var(--_s6);
    }
    .news {
      margin-block-end: var(--_s5);
    }
    .lane:focus-visible {
      outline-offset: 4px;
      border-radius: var(--_radius-card);
    }
    @container (45.7em <= width < 54.28em) {
      .side {
        grid-template-columns: repeat(auto-fit, minmax(20em, 1fr));
        align-items: start;
      }
    }
    @container (width >= 54.28em) {
      .columns {
        grid-template-columns: minmax(0, 1fr) clamp(20em, 34%, 24.57em);
        align-items: start;
      }
    }
    /* The form repeats the notes; what else it covers stays as it is. */
    .filling :is(.columns, .side) {
      grid-template-columns: minmax(0, 1fr);
    }
    .filling :is([part='outcome'], .lanes, [part='activity']) {
      display: none;
    }
  `,
];
