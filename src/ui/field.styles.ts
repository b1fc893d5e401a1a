import { css } from 'lit';
import { inputStyles } from './input.styles.js';

/** Inputs of all kinds, with what stands around them in a form. */
export const fieldStyles = css`
  ${inputStyles}
  .input.mono {
    font-family: var(--_mono);
    font-size: var(--_small);
  }
  textarea.input {
    unicode-bidi: plaintext;
    min-block-size: calc(4lh + 8px);
    padding-block: calc(var(--_space) * 1.75);
    resize: vertical;
  }
  .label .optional {
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 400;
  }
  .help {
    display: flex;
    justify-content: space-between;
    gap: var(--_s3);
    color: var(--_muted);
    font-size: var(--_small);
    line-height: calc(1em + 5px);
  }
  .help:has(> .num) {
    flex-wrap: wrap;
  }
  .help:has(> .num) > :first-child {
    flex: 1;
    min-inline-size: 8em;
  }
  .choice {
    display: grid;
    grid-template-columns: var(--_icon) minmax(0, 1fr);
    gap: 2px var(--_s2);
    align-items: start;
    min-block-size: 28px;
    padding-block: 4px;
    cursor: pointer;
  }
  .choice > input,
  .box {
    appearance: none;
    display: inline-grid;
    place-items: center;
    flex: none;
    font-size: var(--_size);
    inline-size: var(--_icon);
    block-size: var(--_icon);
    margin: 2px 0 0;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-inner);
    background: var(--_surface);
  }
  .choice > input:checked,
  .box:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .choice > input:checked::before,
  .box:checked::before {
    content: '';
    inline-size: calc(var(--_icon) / 2);
    block-size: calc(var(--_icon) / 4);
    border: solid var(--_on-accent);
    border-width: 0 0 2px 2px;
    transform: translateY(-1px) rotate(-45deg);
  }
  .choice > input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
      padding-block: 12px;
    }
  }
  @media (forced-colors: active) {
    .choice > input:checked,
    .box:checked {
      forced-color-adjust: none;
    }
  }
`;
