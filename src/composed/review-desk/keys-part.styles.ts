import { css } from 'lit';
import { dialogStyles } from '../../ui/dialog.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';

/** The list of the keys. */
export const keysPartStyles = [
  fieldStyles,
  dialogStyles,
  css`
    .keys {
      display: grid;
      gap: var(--_s2);
    }
    .keys > div {
      display: grid;
      grid-template-columns: 4.57em minmax(0, 1fr);
      gap: var(--_s3);
    }
  `,
];
