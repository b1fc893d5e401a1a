import { css } from 'lit';

/** An input with its label, its icon, the note at it and its error. */
export const inputStyles = css`
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
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
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
`;
