import { css } from 'lit';

/** A plain button, alone or in a row. */
export const buttonStyles = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--_height);
    margin: 0;
    padding: var(--_s1) var(--_s3);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }
  .button:hover {
    background: var(--_sunken);
  }
  .button > .icon {
    margin-inline-start: -2px;
  }
  .button.compact {
    min-block-size: 28px;
    padding: 3px 8px;
    font-size: var(--_small);
  }
  /* Not disabled: it stays in reach of the keyboard, with its reason beside it. */
  .button.button[aria-disabled='true'],
  .button.button[aria-disabled='true']:hover {
    border-color: var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    cursor: not-allowed;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
  }
  .spin {
    animation: spin 900ms linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  @media (pointer: coarse) {
    .button.compact {
      min-block-size: 36px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .button.button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
