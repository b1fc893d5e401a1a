import { css } from 'lit';
import { fieldStyles } from './field.styles.js';

/** With what stands beside fields where they are reviewed. */
export const reviewFieldStyles = css`
  ${fieldStyles}
  /* A choice that does not ask for attention, such as an order. */
  .input.quiet {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 28px;
    text-overflow: ellipsis;
    padding-block: 3px;
    border-color: transparent;
    background: none;
    font-size: var(--_small);
    font-weight: 600;
    field-sizing: content;
    cursor: pointer;
  }
  .field-note.earlier {
    border-color: var(--_border);
    background: var(--_sunken);
  }
  .field-note.earlier > .icon {
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .input.quiet {
      min-block-size: 44px;
    }
  }
`;
