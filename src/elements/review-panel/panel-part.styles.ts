import { css } from 'lit';
import { activityListStyles } from '../../ui/activity-list.styles.js';
import { answersStyles } from '../../ui/answers.styles.js';
import { dialogStyles } from '../../ui/dialog.styles.js';
import { reviewFieldStyles } from '../../ui/review-field.styles.js';
import { outcomeNoticeStyles } from '../../ui/outcome-notice.styles.js';
import { testDataTableStyles } from '../../ui/test-data-table.styles.js';

/** An open submission: what was answered, what is written about it, and the decision. */
export const panelPartStyles = [
  reviewFieldStyles,
  outcomeNoticeStyles,
  dialogStyles,
  answersStyles,
  activityListStyles,
  testDataTableStyles,
  css`
    .banner .field-note {
      margin-block: var(--_s2);
    }
    h2 {
      font-size: calc(var(--_size) + 4px);
      line-height: calc(1em + 6px);
      font-weight: 600;
      letter-spacing: -0.01em;
      overflow-wrap: anywhere;
    }
    .facts {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--_s3) var(--_s5);
      padding: var(--_s4) var(--_s6);
      border-block: 1px solid var(--_border);
      background: var(--_sunken);
      overflow-wrap: anywhere;
    }
    .facts dt {
      color: var(--_muted);
      font-size: var(--_tiny);
      line-height: calc(1em + 4px);
    }
    .part {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_s3);
      padding: var(--_s5) var(--_s6);
    }
    .part + .part {
      border-block-start: 1px solid var(--_border);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ins,
    del {
      border-radius: 2px;
      padding: 1px 2px;
      background: var(--_success-quiet);
      text-decoration-color: var(--_success);
      text-decoration-thickness: 2px;
      text-underline-offset: 3px;
    }
    del {
      background: var(--_danger-quiet);
      text-decoration-color: var(--_danger);
      text-decoration-thickness: 1px;
    }
    /* What is copied is the answer as it stands now. */
    .text > del,
    :is(ins, del) > .hidden-visually {
      -webkit-user-select: none;
      user-select: none;
    }
    .state {
      display: flex;
      align-items: start;
      gap: 6px;
    }
    .state > .icon {
      margin-block-start: 2px;
      color: var(--_tone, var(--_success));
    }
    .quote {
      max-block-size: 30vh;
      overflow-y: auto;
    }
    dt > div {
      margin-block-start: var(--_s1);
    }
    .answer > .full {
      grid-column: 2 / -1;
      margin-block-start: var(--_s1);
    }
    /* A note follows the answer, however tall the question beside it is. */
    .answer:has(> .full) > dt {
      grid-row: span 2;
    }
    /* In line with the text. */
    .answer > dd > .button {
      margin-block: -4px;
    }
    .answer textarea {
      min-block-size: calc(2lh + 16px);
    }
    .decide {
      position: sticky;
      inset-block-end: 0;
      display: grid;
      gap: var(--_s3);
      margin-block-start: auto;
      padding: var(--_s4) var(--_s6);
      border-block-start: 1px solid var(--_border);
      border-end-start-radius: inherit;
      border-end-end-radius: inherit;
      background: var(--_surface);
    }
    #reasons:empty {
      display: none;
    }
    /* What gets the focus must not hide behind it. */
    .part :focus {
      scroll-margin-block-end: 17.2em;
    }
    .decide textarea {
      min-block-size: calc(2lh + 24px);
      max-block-size: 30vh;
      field-sizing: content;
    }
    @media (max-height: 40em) {
      .decide {
        position: static;
      }
    }
    @media not print {
      .paper {
        display: none;
      }
    }
    @media print {
      .decide,
      .choice.end {
        display: none;
      }
      .quote {
        max-block-size: none;
      }
    }
    /* Where the answers lay themselves out in one column. */
    @container (max-width: 45.6em) {
      .answer > .full {
        grid-column: 1 / -1;
      }
      .answer:has(> .full) > dt {
        grid-row: auto;
      }
    }
    @container (max-width: 52em) {
      .facts {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @container (width < 37.14em) {
      .facts,
      .part,
      .decide {
        padding-inline: var(--_s4);
      }
      .decide {
        position: static;
      }
      .decide > .actions > * {
        flex: 1 1 100%;
      }
    }
    @container (width < 15em) {
      .facts {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    .edits {
      display: grid;
      gap: var(--_s1) var(--_s4);
      margin-block-start: var(--_s2);
    }
    .edits dt {
      color: var(--_muted);
    }
    .attempts {
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
    }
    .attempts > li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_s1) var(--_s3);
      min-block-size: 44px;
      padding: var(--_s1) var(--_s4);
    }
    .attempts > li + li {
      border-block-start: 1px solid var(--_border);
    }
    .attempts .end {
      margin-inline-start: auto;
    }
    .preview {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_s1);
    }
    .templates {
      display: grid;
      gap: var(--_s2);
      max-block-size: 30vh;
      padding: var(--_s3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
      overflow-y: auto;
    }
    .templates > div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_s1) var(--_s2);
    }
    .templates p {
      flex: 1 0 100%;
    }
  `,
];
