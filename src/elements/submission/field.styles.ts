import { css } from 'lit';

/** What single kinds of fields add: lists that are searched, files, numbers with a unit. */
export const fieldKindStyles = css`
  textarea.input {
    max-block-size: 20lh;
    field-sizing: content;
  }
  .beside {
    display: flex;
    align-items: center;
    gap: var(--_s2);
  }
  .beside > .input {
    flex: 1 0 120px;
    max-inline-size: 17.14em;
  }
  .field:has(> .choice) > :is(.error, .help) {
    margin-inline-start: calc(var(--_icon) + 8px);
  }
  .over {
    color: var(--_danger);
    font-weight: 600;
  }
  .input.clearable {
    padding-inline-end: calc(var(--_icon) * 2 + 32px);
  }
  .select-box > .icon-button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(var(--_icon) + 16px);
    margin-block: auto;
  }
  .popup {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_s1);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .popup:popover-open {
    display: flex;
    flex-direction: column;
  }
  .popup > ul {
    overflow: auto;
    overscroll-behavior: contain;
  }
  .popup li {
    display: flex;
    justify-content: space-between;
    gap: var(--_s2);
    align-items: center;
    min-block-size: 32px;
    padding: 6px var(--_s2);
    border-radius: var(--_radius-inner);
    cursor: pointer;
  }
  .popup li:hover {
    background: color-mix(in srgb, var(--_text) 7%, transparent);
  }
  .popup .active {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    background: var(--_accent-quiet);
  }
  .popup [aria-selected='true'] {
    font-weight: 600;
  }
  .popup p {
    padding: 6px var(--_s2);
  }
  /* As tall before what searches it is there as afterwards. */
  .long:not(.input) {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--_s2);
    block-size: 21.43em;
    margin-block-start: 6px;
  }
  .boxes {
    grid-row: span 1;
    padding: var(--_s1) var(--_s2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .boxes:first-child {
    grid-row: 1 / -1;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s2);
    align-items: start;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .file > .icon {
    margin-block: 6px;
    color: var(--_muted);
  }
  .file > div:first-of-type {
    flex: 1 1 160px;
    min-inline-size: 0;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block: 6px 2px;
    accent-color: var(--_accent);
  }
  /* The input lies over all of it, so that the browser itself takes what is dropped. */
  .drop {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s2);
    align-items: center;
    padding: var(--_s3);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
  }
  .drop > .end {
    margin-inline-start: auto;
  }
  .drop > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .drop:hover > .button {
    background: var(--_sunken);
  }
  .drop:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }
  .drop:has([aria-invalid='true']) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  @media print {
    textarea.input {
      max-block-size: none;
    }
    .long:not(.input) {
      block-size: auto;
    }
    .boxes {
      overflow: visible;
    }
  }
  @media (pointer: coarse) {
    .popup li {
      min-block-size: 44px;
    }
    .input.clearable {
      padding-inline-end: 80px;
    }
  }
`;
