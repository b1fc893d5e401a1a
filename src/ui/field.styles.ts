import { css } from 'lit';

/** Inputs with their label, help, note and error. */
export const fieldStyles = css`
  .input {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: var(--_height);
    margin: 0;
    padding: var(--_s1) 10px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
  }
  .input.mono {
    font-family: var(--_mono);
    font-size: var(--_small);
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }
  textarea.input {
    unicode-bidi: plaintext;
    min-block-size: calc(4lh + 8px);
    padding-block: calc(var(--_space) * 1.75);
    resize: vertical;
  }
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
  .select-box,
  .search-box {
    position: relative;
    display: block;
    max-inline-size: 100%;
  }
  .select-box > .icon,
  .search-box > .icon {
    position: absolute;
    inset-block: 0;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .select-box > .icon {
    inset-inline-end: 10px;
  }
  .select-box > .input {
    padding-inline-end: calc(var(--_icon) + 18px);
  }
  .search-box > .icon {
    inset-inline-start: 10px;
  }
  .search-box > .input {
    padding-inline-start: calc(var(--_icon) + 18px);
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_s2);
    font-weight: 600;
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
    min-inline-size: min(10em, 100%);
  }
  .error {
    display: flex;
    gap: 6px;
    color: var(--_danger);
    font-size: var(--_small);
    line-height: calc(1em + 5px);
  }
  .error > .icon {
    margin-block-start: 1px;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
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
  .choice .detail {
    color: var(--_muted);
    font-size: var(--_small);
    line-height: calc(1em + 5px);
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
  .field-note {
    display: grid;
    grid-template-columns: var(--_icon) minmax(0, 1fr);
    gap: 2px var(--_s2);
    padding: var(--_s2) var(--_s3);
    border: 1px solid color-mix(in srgb, var(--_warning) 32%, transparent);
    border-radius: var(--_radius);
    background: var(--_warning-quiet);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .field-note > .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }
  .field-note.earlier {
    border-color: var(--_border);
    background: var(--_sunken);
  }
  .field-note.earlier > .icon {
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
      padding-block: 12px;
    }
    .input.quiet {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .choice > input:checked,
    .box:checked {
      forced-color-adjust: none;
    }
  }
`;
