import { css } from 'lit';
import { answersStyles } from '../../ui/answers.styles.js';
import { dialogStyles } from '../../ui/dialog.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import { fieldKindStyles } from './field.styles.js';

/** The form that takes the card's place: steps beside it, above it when narrow. */
export const formStyles = [
  fieldStyles,
  fieldKindStyles,
  dialogStyles,
  answersStyles,
  css`
    .form {
      overflow-wrap: anywhere;
      display: grid;
      grid-template-columns: 15.43em minmax(0, 1fr);
    }
    .now {
      display: none;
    }
    .steps {
      padding: var(--_s5) var(--_s3);
      border-inline-end: 1px solid var(--_border);
    }
    .step {
      appearance: none;
      display: grid;
      grid-template-columns: calc(var(--_icon) + 4px) minmax(0, 1fr);
      gap: 0 var(--_s2);
      inline-size: 100%;
      margin: 0;
      padding: 6px var(--_s2);
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
    }
    button.step {
      cursor: pointer;
    }
    button.step:hover {
      background: color-mix(in srgb, var(--_text) 7%, transparent);
    }
    .step[aria-current] {
      background: var(--_accent-quiet);
      font-weight: 600;
    }
    .step > .icon {
      margin: 2px;
      color: var(--_tone, var(--_muted));
    }
    .step > .detail {
      grid-column: 2;
      color: var(--_muted);
      font-size: var(--_tiny);
      line-height: calc(1em + 4px);
      font-weight: 400;
    }
    .main,
    .fields {
      display: grid;
      gap: var(--_s5);
    }
    .main {
      align-content: start;
      max-inline-size: 51.43em;
      padding: var(--_s6);
    }
    #heading {
      inline-size: fit-content;
      font-size: calc(var(--_size) + 4px);
      line-height: calc(1em + 6px);
      font-weight: 600;
      letter-spacing: -0.01em;
      border-radius: 2px;
    }
    /* So near that it leaves the line above it alone. */
    #heading:focus-visible {
      outline-offset: 0;
    }
    #heading + p {
      margin-block-start: 4px;
    }
    .bar {
      grid-column: 2;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_s2);
      padding-block: var(--_s4);
      padding-inline: var(--_s6) max(var(--_s6), 100cqi - 66.86em + var(--_s6));
      border-block-start: 1px solid var(--_border);
    }
    .bar > .notice,
    .bar > #why {
      flex: 1 1 100%;
    }
    .bar > #why {
      text-align: end;
    }
    .draft {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 6px;
    }
    .draft > .button {
      flex: none;
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
      column-gap: var(--_s4);
    }
    .nested {
      margin-inline-start: 7px;
      padding-inline-start: var(--_s4);
      border-inline-start: 2px solid var(--_border);
    }
    .field-note {
      white-space: normal;
    }
    .handled {
      grid-column: 2;
      justify-self: start;
    }
    .lost {
      display: grid;
      gap: 2px;
      margin-block-start: var(--_s2);
    }
    .lost > dd {
      display: flex;
      gap: var(--_s2);
      align-items: start;
    }
    .lost .icon-button {
      margin-block: -4px;
    }
    .answers > header {
      flex-wrap: nowrap;
    }
    .answers > header > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_s2);
    }
    .answers > header > .end {
      flex: none;
    }
    .text {
      white-space: pre-line;
    }
    .help > .num {
      flex: none;
    }
    details.field-note {
      display: block;
    }
    summary {
      min-block-size: 24px;
      cursor: pointer;
    }
    @container (max-width: 45.6em) {
      .form {
        grid-template-columns: minmax(0, 1fr);
      }
      .now {
        display: block;
        padding: var(--_s2);
        border-block-end: 1px solid var(--_border);
      }
      .now span {
        display: flex;
        align-items: center;
        gap: var(--_s2);
      }
      .steps {
        padding: var(--_s2);
        border-inline-end: 0;
        border-block-end: 1px solid var(--_border);
      }
      .steps:not(.shown) {
        display: none;
      }
      .main,
      .bar {
        grid-column: 1;
        padding: var(--_s4);
      }
      .bar > .button {
        flex: 1;
      }
      .bar > .draft,
      .bar > .primary {
        flex: 1 1 100%;
      }
      .draft:empty {
        display: none;
      }
      .drop > .end {
        margin-inline-start: 0;
      }
      /* The order of the keyboard is kept: only what takes no focus moves up. */
      .bar > .draft:not(:has(button)) {
        order: -1;
      }
    }
    @media (forced-colors: active) {
      .step[aria-current] {
        border: 1px solid CanvasText;
      }
    }
  `,
];
