import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { inputStyles } from '../../ui/input.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { testDataTableStyles } from '../../ui/test-data-table.styles.js';

export const testDataStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  inputStyles,
  noticeStyles,
  testDataTableStyles,
  css`
    .card {
      overflow: clip;
    }
    .search-box {
      inline-size: 14.3em;
    }
    .failed,
    .slow {
      padding: 0 var(--_s5) var(--_s4);
    }
    .empty {
      gap: var(--_s2);
      padding-block-start: 0;
    }
    .empty.searched,
    .waiting {
      border-block-start: 1px solid var(--_border);
    }
    .empty.searched {
      padding-block-start: var(--_s5);
    }
    .waiting {
      display: grid;
      grid-template-columns: 1fr 2fr;
      gap: var(--_s5);
      padding: var(--_s3) var(--_s5);
    }
    @container (width < 37.14em) {
      .head > .end {
        flex: 1 1 100%;
        flex-wrap: wrap;
        min-inline-size: 0;
      }
      .end > .search-box {
        flex: 1 1 120px;
      }
      .end > .button:only-child {
        flex: 1;
      }
    }
    @container (max-width: 34.2em) {
      .failed,
      .slow,
      .waiting {
        padding-inline: var(--_s4);
      }
    }
  `,
];
