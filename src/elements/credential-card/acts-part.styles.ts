import { css } from 'lit';
import { dialogStyles } from '../../ui/dialog.styles.js';
import { inputStyles } from '../../ui/input.styles.js';

/** What is asked first, and the one well that shows a secret. */
export const actsPartStyles = [
  dialogStyles,
  inputStyles,
  css`
    .time {
      display: flex;
      align-items: center;
      gap: var(--_s1);
    }
    .ending {
      color: var(--_warning);
    }
    /* What can be broken nowhere, such as emoji without an end, widens no dialog. */
    dialog .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .values,
    .code {
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
      overflow-x: auto;
    }
    .values > .row {
      grid-template-columns: 7.43em minmax(0, 1fr) auto;
      padding-block: var(--_s2);
      padding-inline: var(--_s3) var(--_s2);
    }
    .said {
      margin-block-start: var(--_s4);
    }
    .values .acts {
      margin: 0;
      -webkit-user-select: none;
      user-select: none;
    }
    .code {
      margin: 0;
      padding: var(--_s3);
      font-size: var(--_tiny);
      line-height: calc(1em + 6px);
      white-space: pre-wrap;
      word-break: break-all;
    }
    @container (max-width: 34.2em) {
      .values > .row {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
  `,
];
