import { css } from 'lit';

/** A row of tabs over a hairline. */
export const tabStyles = css`
  .tabs {
    display: flex;
    gap: var(--_s5);
    border-block-end: 1px solid var(--_border);
  }
  .tab {
    appearance: none;
    min-block-size: 44px;
    margin-block-end: -1px;
    padding: 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_muted);
    font: inherit;
    cursor: pointer;
  }
  .tab[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .tab {
      border-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
