import { css } from 'lit';
import { dialogStyles } from '../../ui/dialog.styles.js';

/** The bar stays in sight at the foot of the list. */
export const bulkStyles = [
  dialogStyles,
  css`
    .bulk-bar {
      position: sticky;
      z-index: 1;
      inset-block-end: 0;
      display: grid;
      gap: var(--_s2);
      padding: var(--_s3) var(--_s4);
      border-block-start: 1px solid var(--_border);
      background: var(--_sunken);
    }
    .bulk-bar:focus-visible {
      outline-offset: -2px;
    }
    .outcome {
      display: flex;
      gap: var(--_s2);
    }
    .outcome > .icon {
      margin-block-start: 2px;
      color: var(--_tone);
    }
    .names {
      margin-block-start: var(--_s2);
      padding-inline-start: var(--_s4);
      list-style: disc;
      overflow-wrap: anywhere;
    }
  `,
];
